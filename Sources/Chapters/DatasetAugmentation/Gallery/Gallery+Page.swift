import Notebook
import Plots

extension Gallery: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("digits", try Self.digits(results))
        PageFigure("flipped", try Self.flipped(results))
        Value("data", results.dataName)
    }

    /// A row for the originals, then one for each scheme.
    private static func digits(_ gallery: Results) throws -> Figure {
        let rows = [("as they are", gallery.originals)] + zip(Gallery.schemes.map(\.rawValue), gallery.changed)
        let grids = try rows.map { name, bytes in
            ImageGrid(
                try images(Array(bytes), side: gallery.side), columns: Gallery.digits.count, title: name, spacing: 3)
        }
        return Figure(width: 420, height: 420, title: "Augmented digits") {
            Column {
                for grid in grids { grid }
            }
        }
    }

    /// Each picture beside what a flip makes of it.
    private static func flipped(_ gallery: Results) throws -> Figure {
        let names = ["a 6", "turned", "a 9", "turned", "a b", "mirrored", "a d", "mirrored"]
        let pictures = try gallery.flipped.map {
            try PixelImage(grey: Array($0), columns: gallery.side, inverted: true)
        }
        return Figure(width: 420, height: 59, title: "Flips that break labels") {
            ImageGrid(pictures, columns: 8, labels: names, spacing: 6)
        }
    }

    private static func images(_ bytes: [UInt8], side: Int) throws -> [PixelImage] {
        try stride(from: 0, to: bytes.count, by: side * side).map {
            try PixelImage(grey: Array(bytes[$0..<$0 + side * side]), columns: side, inverted: true)
        }
    }
}
