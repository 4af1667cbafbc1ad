import Foundation
import Learning
import Notebook
import Plots

extension DatasetAugmentationSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("digits", try digits(results.gallery))
        PageFigure("learning-curves", learningCurves(results.curves))
        PageFigure("schemes", schemes(results.schemes))
        PageFigure("flipped", try flipped(results.gallery))
        PageFigure("flip-errors", flipErrors(results.flips))
        PageFigure("robustness", robustness(results.robustness))
        PageFigure("hidden-noise", hiddenNoise(results.hidden))
        PageFigure("filters", try filters(results.codes))
        PageFigure("comparison", comparison(results.schemes))
    }

    /// A row for the originals, then one for each scheme.
    private static func digits(_ gallery: Gallery) throws -> Figure {
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
    private static func flipped(_ gallery: Gallery) throws -> Figure {
        let names = ["a 6", "turned", "a 9", "turned", "a b", "mirrored", "a d", "mirrored"]
        let pictures = try gallery.flipped.map {
            try PixelImage(grey: Array($0), columns: gallery.side, inverted: true)
        }
        return Figure(width: 420, height: 75, title: "Flips that break labels") {
            ImageGrid(pictures, columns: 8, labels: names, spacing: 6)
        }
    }

    static func images(_ bytes: [UInt8], side: Int) throws -> [PixelImage] {
        try stride(from: 0, to: bytes.count, by: side * side).map {
            try PixelImage(grey: Array(bytes[$0..<$0 + side * side]), columns: side, inverted: true)
        }
    }

    private static func learningCurves(_ curves: CurveMeasurements) -> Figure {
        Figure(width: 420, height: 230, title: "Test error against the number of training images") {
            Panel(
                x: Axis("training images", scale: .log), y: Axis("test error", scale: .log), legend: .top
            ) {
                for (place, scheme) in curves.schemes.enumerated() {
                    Band(x: curves.sizes, replicates: curves.errors[place]).role(.series(place))
                        .marker(Role.series(place).marker).label(scheme == .none ? "none" : scheme.rawValue)
                }
            }
        }
    }

    private static func schemes(_ schemes: SchemeMeasurements) -> Figure {
        Figure(width: 420, height: 200, title: "Gains by augmentation, for two networks") {
            Panel(x: Axis(""), y: Axis("fall of the test error"), legend: .top) {
                bars(schemes, schemes.connected).group(0, of: 2).role(.series(0)).label("connected")
                bars(schemes, schemes.convolutional).group(1, of: 2).role(.series(1)).label("convolutional")
            }
        }
    }

    /// Mean falls of the test error under every scheme, with 99 % intervals.
    private static func bars(_ schemes: SchemeMeasurements, _ errors: [[Double]]) -> Bars {
        let places = schemes.schemes.indices.filter { schemes.schemes[$0] != .none }
        let gains = places.map { place in Estimate(of: errors.map { $0[0] - $0[place] }) }
        return Bars(
            places.map { schemes.schemes[$0].rawValue }, y: gains.map(\.mean), errors: gains.map(\.halfWidth))
    }

    private static func flipErrors(_ flips: FlipMeasurements) -> Figure {
        Figure(width: 420, height: 190, title: "Errors by class, with labels kept under flips") {
            Row {
                Panel("digits, half turns", x: Axis("digit"), y: Axis("test error", in: 0...0.8), legend: .top) {
                    classErrors((0..<10).map { "\($0)" }, flips.plain).group(0, of: 2).role(.muted).label("none")
                    classErrors((0..<10).map { "\($0)" }, flips.turned).group(1, of: 2).role(.series(0))
                        .label("half turns")
                }
                Panel("letters, mirrors", x: Axis("letter"), y: Axis(in: 0...0.8), legend: .top) {
                    classErrors(PenLetters.names, flips.plainLetters).group(0, of: 2).role(.muted).label("none")
                    classErrors(PenLetters.names, flips.mirroredLetters).group(1, of: 2).role(.series(1))
                        .label("mirrors")
                }
            }
        }
    }

    private static func classErrors(_ names: [String], _ matrices: [[[Double]]]) -> Bars {
        let errors = names.indices.map { label in Estimate(of: matrices.map { 1 - $0[label][label] }) }
        return Bars(names, y: errors.map(\.mean), errors: errors.map(\.halfWidth)).width(0.8)
    }
}
