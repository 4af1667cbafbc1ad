import Build
import Foundation
import Hashing
import Testing
import regbook

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

    private static let partsOfLearning: Set = [
        "LinearAlgebra", "Statistics", "DataSets", "LinearModels", "ClassicalModels", "Networks",
    ]

    /// Not the umbrella of Learning, which would make a study stale for any change in any of its modules.
    @Test func sectionsKnowOnlyWhatTheyMay() throws {
        let others: Set = ["Foundation", "Laboratory", "Notebook", "Plots", "Digits"]
        let allowed = Self.partsOfLearning.union(others)
        let found = try Self.imports(in: "Sources/Chapters")
        #expect(!found.isEmpty)
        for (file, module) in found { #expect(allowed.contains(module), "\(file) imports \(module)") }
    }

    @Test(arguments: [("Plots", "CCairo"), ("Learning/LinearAlgebra", "COpenBLAS")])
    func eachLibraryIsKnownInOneRoom(room: String, library: String) throws {
        for (file, module) in try Self.imports(in: "Sources") where module == library {
            #expect(file.hasPrefix("\(room)/"), "\(file) imports \(library)")
        }
    }

    /// The table of ARCHITECTURE.md names for each module exactly those of the package that its files import.
    @Test func theTableOfModulesIsTrue() throws {
        let text = try String(contentsOf: Self.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
        let package = Set(
            try ["Sources", "Sources/Learning"].flatMap {
                try FileManager.default.contentsOfDirectory(
                    atPath: Self.root.appending(path: $0).path(percentEncoded: false))
            })
        var checked = 0
        for row in text.matches(of: /(?m)^\| `([\w\/*]+)` \| .* \| (.*) \|$/) {
            let module = String(row.1)
            let told = Set(row.2.matches(of: /`(\w+)`/).map { String($0.1) }).intersection(package)
            // What the module's own folder holds: those of Learning lie in folders of its.
            let found = try Self.imports(in: "Sources/\(module.replacing("/*", with: ""))").filter {
                module != "Learning" || !$0.file.contains("/")
            }
            let inString = module == "Hashing" ? ["BookTool"] : []
            // Where the table says Learning, it means its modules, too.
            let parts = told.contains("Learning") ? Self.partsOfLearning : []
            let imported = Set(found.map { parts.contains($0.module) ? "Learning" : $0.module })
                .intersection(package).subtracting(inString)
            #expect(told == imported, "\(module)")
            checked += 1
        }
        #expect(checked > 10)
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

/// What the sources say of themselves, held against the compiler and the package.
struct StudySourcesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let sources = root.appending(path: "Sources", directoryHint: .isDirectory)

    /// What measures a study compiles without any page: its folder, what is shared, and the studies that it names.
    @Test func whatMeasuresSeesNothingThatShows() throws {
        let folders = SourceDigests.compiledIn.folders
        let tree = try SourceTree(
            folders.map { SourceModule(name: $0, folder: Self.root.appending(path: $1, directoryHint: .isDirectory)) })
        var studies = 0
        for module in SourceDigests.compiledIn.studies.keys.filter({ !$0.contains("/") }).sorted() {
            let section = SectionSources(module: module, tree: tree)
            for folder in section.folders {
                studies += 1
                for path in section.measuring(folder).sorted() {
                    let text = try String(contentsOf: Self.sources.appending(path: "Chapters/\(path)"), encoding: .utf8)
                    let imports = text.matches(of: /(?m)^import (\w+)/).map { String($0.1) }
                    #expect(Set(imports).isDisjoint(with: ["Notebook", "Plots", "Report"]), "\(path)")
                    let pages = section.folders.filter { text.contains("\($0)+Page") }
                    #expect(pages.isEmpty, "\(path)")
                }
                let files = section.measuring(folder).sorted().map {
                    Self.sources.appending(path: "Chapters/\($0)").path(percentEncoded: false)
                }
                let errors = try Typechecker.complaints(
                    about: files, ["-package-name", "regbook", "-module-name", module])
                #expect(errors.isEmpty, "\(module)/\(folder): \(errors)")
            }
        }
        #expect(studies > 0)
    }
}
