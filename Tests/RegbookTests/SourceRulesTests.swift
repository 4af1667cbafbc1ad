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
        let allowed: Set = ["Foundation", "Laboratory", "Notebook", "Plots", "Learning", "Digits"]
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
