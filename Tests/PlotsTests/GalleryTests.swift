import FigureSnapshots
import Foundation
import Plots
import Testing

struct GalleryTests {
    @Test(arguments: GalleryExample.all) func layoutIsAsRecorded(_ example: GalleryExample) throws {
        try SnapshotFolder().check(try example.figure(), named: example.name)
    }

    @Test(arguments: GalleryExample.all + GalleryExample.cookbook + GalleryExample.articles) func picturesAreAsRecorded(
        _ example: GalleryExample
    ) throws {
        try SnapshotFolder(folder: Self.documentation.appendingPathComponent("Resources"))
            .checkPicture(try example.figure(), named: example.name, scale: 1.5)
    }

    /// The catalogue of the documentation, whose pictures are the references.
    private static let documentation = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/Plots/Plots.docc").standardized

    @Test(arguments: [("Gallery", GalleryExample.all), ("Cookbook", GalleryExample.cookbook)])
    func thePageShowsTheCodeThatIsCompiled(name: String, examples: [GalleryExample]) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let code = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("    ") ? $0.dropFirst(4) : $0 }.joined(separator: "\n")
        let page = try String(contentsOf: Self.documentation.appendingPathComponent("\(name).md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```swift\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
        #expect(blocks.count == examples.count)
        for block in blocks { #expect(code.contains(block), "not compiled: \(block.prefix(60))…") }
        for example in examples { #expect(page.contains("](\(example.name))")) }
    }

    /// Every line of code in an article is compiled, and every picture is one that the tests make.
    @Test(arguments: [
        "YourFirstFigure", "LinesAndBands", "Clouds", "BarsAndDistributions", "Fields", "Layouts", "Schematics",
        "AMarkOfYourOwn", "ComingFrom",
    ])
    func articlesShowWhatIsCompiled(name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let code = try ["Gallery", "Cookbook", "Articles"].flatMap { part in
            try FileManager.default.contentsOfDirectory(
                at: folder.appendingPathComponent(part), includingPropertiesForKeys: nil)
        }.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let compiled = Set(code.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        let page = try String(contentsOf: Self.documentation.appendingPathComponent("\(name).md"), encoding: .utf8)
        for block in page.components(separatedBy: "```swift\n").dropFirst() where !block.hasPrefix("// swift-tools") {
            for line in block.components(separatedBy: "\n```")[0].split(separator: "\n") {
                let line = line.trimmingCharacters(in: .whitespaces)
                let isAboutFiles = line.hasPrefix("import ") || line.hasPrefix("try figure.write")
                #expect(isAboutFiles || compiled.contains(line), "\(name): \(line)")
            }
        }
        let pictures = Set((GalleryExample.all + GalleryExample.cookbook + GalleryExample.articles).map(\.name))
        for picture in page.matches(of: /!\[[^\]]*\]\(([^)]+)\)/) { #expect(pictures.contains(String(picture.1))) }
    }

    /// Every kind of mark and of schematic part that the catalogue lists has an example.
    @Test func everyMarkHasAnExample() throws {
        let catalogue = try String(contentsOf: Self.documentation.appendingPathComponent("Plots.md"), encoding: .utf8)
        let page = try ["Gallery.md", "Cookbook.md"].map {
            try String(contentsOf: Self.documentation.appendingPathComponent($0), encoding: .utf8)
        }.joined()
        var count = 0
        for topic in ["### Figures", "### Marks", "### Schematics"] {
            let list = try #require(catalogue.components(separatedBy: topic + "\n").dropFirst().first)
            for line in list.split(separator: "\n").prefix(while: { $0.hasPrefix("- ") }) where line.contains("``") {
                let name = String(line.dropFirst(4).prefix { $0 != "`" })
                guard name != "Mark" else { continue }
                count += 1
                #expect(page.contains(try Regex("\\b\(name)[(. ]")), "no example of \(name)")
            }
        }
        #expect(count > 25)
    }

    @Test(arguments: GalleryExample.all) func svgIsSmallAndItsIdsStartWithTheFigures(_ example: GalleryExample) throws {
        let svg = try example.figure().svg(id: "fig-a")
        #expect(svg.utf8.count < 150_000)
        let ids = svg.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.hasPrefix("fig-a") })
        let other = try example.figure().svg(id: "fig-b")
        #expect(other.split(separator: "fig-b", omittingEmptySubsequences: false).joined(separator: "fig-a") == svg)
    }
}
