import Foundation
import Testing

/// What a package fetches that takes one product of this one.
struct TraitTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL

    @Test(arguments: [
        ("Plots", "[]", []), ("Learning", "[\"Models\"]", ["swift-numerics"]),
        (
            "BookTool", "[\"Book\"]",
            ["Yams", "swift-argument-parser", "swift-mustache", "swift-numerics"]
        ),
    ])
    func eachProductFetchesOnlyWhatItNeeds(product: String, traits: String, expected: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "traits-\(UUID().uuidString)")
        let sources = folder.appending(path: "Sources/taker")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        let path = Self.root.path(percentEncoded: false)
        let name = Self.root.lastPathComponent
        try """
        // swift-tools-version: 6.1
        import PackageDescription

        let package = Package(
            name: "taker", dependencies: [.package(path: "\(path)", traits: \(traits))],
            targets: [.executableTarget(name: "taker", dependencies: [.product(name: "\(product)", package: "\(name)")])])
        """.write(to: folder.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
        try "import \(product)\n".write(to: sources.appending(path: "main.swift"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["swift", "package", "--package-path", folder.path(percentEncoded: false), "resolve"]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        let checkouts = folder.appending(path: ".build/checkouts").path(percentEncoded: false)
        let fetched =
            FileManager.default.fileExists(atPath: checkouts)
            ? try FileManager.default.contentsOfDirectory(atPath: checkouts).sorted() : []
        #expect(fetched == expected, "\(said)")
    }
}
