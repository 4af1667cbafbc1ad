import FigureSnapshots
import Foundation
import Plots
import Testing

/// SVG and PDF files look to other programs as PNG files do.
@Suite(.serialized) struct ReaderTests {
    private static let scale = 2.0
    /// The share of pixels that other programs may draw otherwise: a few at the ends of lines.
    private static let limit = 0.003

    /// The share of pixels that are dark in one picture and have nothing near them in the other that is about as dark.
    private func missing(_ picture: PixelImage, in other: PixelImage) -> Double {
        func isInk(_ image: PixelImage, _ column: Int, _ row: Int, darkest: Int = 560) -> Bool {
            let pixel = image.pixels[row * image.columns + column]
            return Int(pixel.x) + Int(pixel.y) + Int(pixel.z) < darkest
        }
        var (ink, lost) = (0, 0)
        for row in 2..<(min(picture.rows, other.rows) - 2) {
            for column in 2..<(min(picture.columns, other.columns) - 2) where isInk(picture, column, row) {
                ink += 1
                let isNear = (-2...2).contains { down in
                    (-2...2).contains { across in isInk(other, column + across, row + down, darkest: 640) }
                }
                if !isNear { lost += 1 }
            }
        }
        return ink > 0 ? Double(lost) / Double(ink) : 1
    }

    /// The share of the pixels of images that have another colour in their middle; where something is drawn over an image
    /// its pixels don't count.
    private func miscoloured(_ drawing: Drawing, _ expected: PixelImage, _ found: PixelImage) -> Double {
        func colour(_ picture: PixelImage, _ place: XY) -> SIMD4<UInt8> {
            let (column, row) = (Int(place.x * Self.scale), Int(place.y * Self.scale))
            return picture.pixels[min(row, picture.rows - 1) * picture.columns + min(column, picture.columns - 1)]
        }
        func distance(_ first: SIMD4<UInt8>, _ second: SIMD4<UInt8>) -> Int {
            (0..<3).map { abs(Int(first[$0]) - Int(second[$0])) }.max() ?? 0
        }
        var (all, wrong) = (0, 0)
        for case .image(let image, let rect) in drawing.commands {
            for (index, pixel) in image.pixels.enumerated() where pixel.w == 255 {
                let share = XY(
                    (Double(index % image.columns) + 0.5) / Double(image.columns),
                    (Double(index / image.columns) + 0.5) / Double(image.rows))
                let place = XY(rect.x, rect.y) + share * XY(rect.width, rect.height)
                guard distance(colour(expected, place), pixel) == 0 else { continue }
                all += 1
                let isNear = [-0.5, 0, 0.5].contains { down in
                    [-0.5, 0, 0.5].contains { distance(colour(found, place + XY($0, down)), pixel) <= 40 }
                }
                if !isNear { wrong += 1 }
            }
        }
        return all > 0 ? Double(wrong) / Double(all) : 0
    }

    /// A picture in which the places of images are paper.
    private func withoutImages(_ picture: PixelImage, _ drawing: Drawing) -> PixelImage {
        var pixels = picture.pixels
        for case .image(_, let rect) in drawing.commands {
            let columns = Int(rect.left * Self.scale) - 2...min(picture.columns - 1, Int(rect.right * Self.scale) + 2)
            let rows = Int(rect.top * Self.scale) - 2...min(picture.rows - 1, Int(rect.bottom * Self.scale) + 2)
            for row in rows.clamped(to: 0...picture.rows) {
                for column in columns.clamped(to: 0...picture.columns) {
                    pixels[row * picture.columns + column] = SIMD4(repeating: 255)
                }
            }
        }
        return PixelImage(columns: picture.columns, rows: picture.rows, pixels: pixels)
    }

    private func compare(_ drawing: Drawing, _ reader: Reader) throws {
        let theme: Theme = reader == .poppler ? .print : .light
        var expected = try PixelImage(png: drawing.png(scale: Self.scale, theme: theme))
        var found = try reader.picture(of: drawing, scale: Self.scale)
        #expect(abs(found.columns - expected.columns) <= 1 && abs(found.rows - expected.rows) <= 1)
        let colours = miscoloured(drawing, expected, found)
        // librsvg smooths the pixels of images, whatever the file asks for, so only their middles can be compared.
        if reader == .librsvg { (expected, found) = (withoutImages(expected, drawing), withoutImages(found, drawing)) }
        #expect(missing(expected, in: found) < Self.limit && missing(found, in: expected) < Self.limit)
        #expect(colours < Self.limit)
    }

    @Test(arguments: [Reader.librsvg, .poppler], GalleryExample.all)
    func theGalleryLooksTheSame(reader: Reader, example: GalleryExample) throws {
        try compare(try example.figure().drawing(), reader)
    }

    @Test(arguments: ["learning-curves", "filled-contours", "pipeline", "heat-map", "picture", "histograms"])
    func theBrowserShowsTheSame(name: String) throws {
        let example = try #require(GalleryExample.all.first { $0.name == name })
        try compare(try example.figure().drawing(), .chromium)
    }

    @Test func aPictureWithoutALabelFails() throws {
        let whole = try PixelImage(png: GalleryExample.bars().png(scale: Self.scale))
        var figure = GalleryExample.bars()
        figure.textSize = 6
        let other = try PixelImage(png: figure.png(scale: Self.scale))
        #expect(missing(whole, in: other) > Self.limit)
    }

    @Test func facesAreEmbeddedInPDF() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("fonts-\(UUID().uuidString).pdf")
        try Data(try GalleryExample.formulas().pdf()).write(to: file)
        let fonts = try Reader.run("pdffonts", file.path).split(separator: "\n").dropFirst(2)
        try FileManager.default.removeItem(at: file)
        #expect(fonts.count >= 4)
        for font in fonts {
            // Columns from the right: object, its generation, whether it has Unicode, is a subset, is embedded.
            let columns = font.split(separator: " ")
            #expect(columns.dropLast(4).last == "yes", "\(font)")
        }
    }
}
