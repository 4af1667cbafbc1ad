import Foundation
import Plots
import Testing

struct WritingTests {
    private let figure = Figure(width: 100, height: 80) { Panel { Line(x: [0, 1], y: [0, 1]) } }

    private func written(_ name: String, _ write: (URL) throws -> Void) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "writing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try write(file)
        let bytes = [UInt8](try Data(contentsOf: file))
        try FileManager.default.removeItem(at: folder)
        return bytes
    }

    @Test func theEndingNamesTheFormat() throws {
        for (name, start) in [("a.svg", "<svg"), ("a.PDF", "%PDF-"), ("a.csv", "panel,")] {
            #expect(try written(name) { try figure.write(to: $0) }.starts(with: Array(start.utf8)))
        }
        let picture = try PixelImage(png: written("a.png") { try figure.write(to: $0, scale: 3) })
        #expect(picture.columns == 300 && picture.pixels[0] == SIMD4(255, 255, 255, 255))
        #expect(throws: PlotError.unknownFormat(ending: "jpg")) { try figure.write(to: URL(filePath: "/tmp/a.jpg")) }
        #expect(
            PlotError.unknownFormat(ending: "jpg").description
                == "a figure can't be written as '.jpg'; the endings are .svg, .pdf, .png, and .csv for its numbers")
    }

    @Test func backgroundsAreAsAsked() throws {
        let clear = try PixelImage(png: written("a.png") { try figure.write(to: $0, background: .transparent) })
        #expect(clear.pixels[0].w == 0 && clear.pixels.contains { $0.w > 200 })
        let blue = try PixelImage(
            png: written("a.png") { try figure.write(to: $0, background: .colour(RGB(0x0000FF))) })
        #expect(blue.pixels[0] == SIMD4(0, 0, 255, 255))
        func svg(_ background: Figure.Background) throws -> String {
            String(decoding: try written("a.svg") { try figure.write(to: $0, background: background) }, as: UTF8.self)
        }
        #expect(try svg(.paper).contains("background:#ffffff") && !svg(.transparent).contains("background"))
        #expect(try svg(.colour(RGB(0x0000FF))).contains("#0000ff"))
    }
}
