import Foundation
import Hashing
import Testing

/// Who may know whom, and which sources decide what.
struct SourceRulesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func imports(in folder: String) throws -> [(file: String, module: String)] {
        let base = root.appending(path: folder)
        return try FileManager.default.subpathsOfDirectory(atPath: base.path(percentEncoded: false))
            .filter { $0.hasSuffix(".swift") }
            .flatMap { path in
                try String(contentsOf: base.appending(path: path), encoding: .utf8).split(separator: "\n")
                    .compactMap {
                        $0.firstMatch(of: /^\s*(?:@\w+\s+)*(?:public\s+|package\s+)?import\s+(?:\w+\s+)?(\w+)/)
                    }
                    .map { (path, String($0.1)) }
            }
    }

    @Test func sectionsKnowOnlyWhatTheyMay() throws {
        let allowed: Set = ["Foundation", "Notebook", "Plots", "Learning", "Digits"]
        let found = try Self.imports(in: "Sources/Chapters")
        #expect(!found.isEmpty)
        for (file, module) in found { #expect(allowed.contains(module), "\(file) imports \(module)") }
    }

    @Test(arguments: [("Plots", "CCairo"), ("Learning", "COpenBLAS")])
    func eachLibraryIsKnownInOneRoom(room: String, library: String) throws {
        for (file, module) in try Self.imports(in: "Sources") where module == library {
            #expect(file.hasPrefix("\(room)/"), "\(file) imports \(library)")
        }
    }

    @Test func buildAndReportNameNoSection() throws {
        let chapters = Self.root.appending(path: "Sources/Chapters").path(percentEncoded: false)
        let modules = Set(try FileManager.default.contentsOfDirectory(atPath: chapters))
        for room in ["Build", "Report", "BookTool"] {
            for (file, module) in try Self.imports(in: "Sources/\(room)") {
                #expect(!modules.contains(module), "\(room)/\(file) imports \(module)")
            }
        }
    }

    @Test func everyPackageOfTheDoctorIsInstalledByTheScripts() throws {
        let list = try String(contentsOf: Self.root.appending(path: "scripts/packages.txt"), encoding: .utf8)
        let packages = Set(list.matches(of: /(?m)^(?:build|pdf|test)\s+(\S+)/).map { String($0.1) })
        let parts = try String(
            contentsOf: Self.root.appending(path: "Sources/BookTool/Doctor/Part.swift"), encoding: .utf8)
        let named = parts.matches(of: /package: "([^"]+)"/).map { String($0.1) }
        #expect(named.count > 5)
        for package in named { #expect(packages.contains(package), "\(package) is not in packages.txt") }
    }
}

/// The digests that are compiled into the executable.
struct BookSourcesTests {
    private func tree(_ changes: [String: String] = [:]) throws -> BookSources {
        let root = FileManager.default.temporaryDirectory.appending(path: "sources-\(UUID().uuidString)")
        defer { do { try FileManager.default.removeItem(at: root) } catch { Issue.record(error) } }
        var files = [
            "Chapters/One/Experiment.swift": "a", "Chapters/One/Figures.swift": "b",
            "Chapters/One/FiguresOfPaths.swift": "c", "Chapters/Two/Experiment.swift": "d",
            "Learning/Matrix.swift": "e",
            "Digits/Pen.swift": "f", "Notebook/Lab.swift": "g", "Notebook/Page.swift": "h", "Plots/Axis.swift": "i",
            "Report/HTML.swift": "j", "Build/Store.swift": "k",
        ]
        files.merge(changes) { $1 }
        for (path, text) in files {
            let file = root.appending(path: "Sources/\(path)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try BookSources(root: root)
    }

    @Test func doNotDependOnThePlaceOrTheTime() throws {
        #expect(try tree().swift == tree().swift)
        #expect(try tree().sections.map(\.module) == ["One", "Two"])
    }

    @Test(arguments: [
        ("Chapters/One/Experiment.swift", true, true, false),
        ("Chapters/One/Another.swift", true, true, false),
        ("Chapters/One/Figures.swift", false, true, false),
        ("Chapters/One/FiguresOfPaths.swift", false, true, false),
        ("Chapters/Two/Experiment.swift", false, false, false),
        ("Learning/Matrix.swift", true, false, false),
        ("Digits/Pen.swift", true, false, false),
        ("Notebook/Lab.swift", true, true, true),
        ("Notebook/Page.swift", false, true, true),
        ("Plots/Axis.swift", false, true, true),
        ("Report/HTML.swift", false, false, true),
        ("Build/Store.swift", false, false, false),
    ])
    func tellApartWhatAChangeConcerns(
        path: String, experiment: Bool, presentation: Bool, report: Bool
    ) throws {
        let before = try tree()
        let after = try tree([path: "changed"])
        #expect((before.sections[0].experiment != after.sections[0].experiment) == experiment)
        #expect((before.sections[0].presentation != after.sections[0].presentation) == presentation)
        #expect((before.report != after.report) == report)
        #expect(before.everything != after.everything)
    }
}
