import FigureSnapshots
import Foundation
import Plots
import Testing

/// SVG and PDF files look to other programs as PNG files do.
@Suite(.serialized) struct ReaderTests {
    private static let scale = 2.0

    /// The share of pixels that are darker than paper in one picture and have nothing dark near them in the other.
    private func missing(_ picture: PixelImage, in other: PixelImage) -> Double {
        func isInk(_ image: PixelImage, _ column: Int, _ row: Int) -> Bool {
            let pixel = image.pixels[row * image.columns + column]
            return Int(pixel.x) + Int(pixel.y) + Int(pixel.z) < 600
        }
        var (ink, lost) = (0, 0)
        for row in 2..<(min(picture.rows, other.rows) - 2) {
            for column in 2..<(min(picture.columns, other.columns) - 2) where isInk(picture, column, row) {
                ink += 1
                let isNear = (-2...2).contains { down in
                    (-2...2).contains { across in isInk(other, column + across, row + down) }
                }
                if !isNear { lost += 1 }
            }
        }
        return ink > 0 ? Double(lost) / Double(ink) : 1
    }

    private let smoothed = ["heat-map", "histograms", "picture"]

    @Test(arguments: [Reader.librsvg, .poppler], GalleryExample.all)
    func theGalleryLooksTheSame(reader: Reader, example: GalleryExample) throws {
        let drawing = try example.figure().drawing()
        let theme: Theme = reader == .poppler ? .print : .light
        let expected = try PixelImage(png: drawing.png(scale: Self.scale, theme: theme))
        let found = try reader.picture(of: drawing, scale: Self.scale)
        #expect(abs(found.columns - expected.columns) <= 1 && abs(found.rows - expected.rows) <= 1)
        // librsvg smooths the pixels of images, whatever the file asks for; Poppler shows them as they are.
        guard reader == .poppler || !smoothed.contains(example.name) else { return }
        #expect(missing(expected, in: found) < 0.02 && missing(found, in: expected) < 0.02)
    }

    @Test(arguments: ["learning-curves", "filled-contours", "pipeline"])
    func theBrowserShowsTheSame(name: String) throws {
        let example = try #require(GalleryExample.all.first { $0.name == name })
        let drawing = try example.figure().drawing()
        let expected = try PixelImage(png: drawing.png(scale: Self.scale))
        let found = try Reader.chromium.picture(of: drawing, scale: Self.scale)
        #expect(missing(expected, in: found) < 0.02 && missing(found, in: expected) < 0.02)
    }

    @Test func aPictureWithoutALabelFails() throws {
        let whole = try PixelImage(png: GalleryExample.bars().png(scale: Self.scale))
        var figure = GalleryExample.bars()
        figure.textSize = 6
        let other = try PixelImage(png: figure.png(scale: Self.scale))
        #expect(missing(whole, in: other) > 0.02)
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
