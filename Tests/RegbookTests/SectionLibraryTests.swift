import Foundation
import Testing

/// Code of a section that changes while the book's own preview runs.
struct SectionLibraryTests {
    private static let book = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let page = "Sources/Chapters/WhyRegularize/Trade/Trade+Page.swift"
    private static let measurement = "Sources/Chapters/WhyRegularize/Sweep/Sweep.swift"

    /// The running program loads a changed page, says what is wrong in it, and loads a changed measurement, whose study then
    /// runs. It is never compiled as a whole: the copy of the book has no package.
    @Test(.timeLimit(.minutes(10))) func changedCodeIsLoadedIntoTheRunningProgram() throws {
        let root = FileManager.default.temporaryDirectory.appending(
            path: "loaded-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: root) } catch { Issue.record(error) } }
        for name in ["regbook.yml", "templates", "Sources"] {
            try FileManager.default.copyItem(at: Self.book.appending(path: name), to: root.appending(path: name))
        }
        let process = Process()
        process.executableURL = URL(filePath: FixtureProcess.program("regbook"))
        process.arguments =
            ["serve", "why-regularize", "--port", "0", "--root", root.path(percentEncoded: false), "--set"]
            + ["widths.replicates=2", "widths.epochs=1", "sweep.replicates=3"].map { "why-regularize.\($0)" }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        func line(of pipe: Pipe, where isWanted: (String) -> Bool) throws -> String {
            var line = ""
            while let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
                guard byte != Data("\n".utf8) else {
                    if isWanted(line) { return line }
                    line = ""
                    continue
                }
                line += String(decoding: byte, as: UTF8.self)
            }
            return ""
        }
        let address = try #require(
            try line(of: output) { $0.contains("http://") }.firstMatch(of: /http:[^ ]+/)?.0)
        #expect(try line(of: output) { $0.hasPrefix("Built in") } != "")
        let code = try String(contentsOf: root.appending(path: Self.page), encoding: .utf8)

        try Data(code.replacing("Bias against variance", with: "Variance and bias").utf8)
            .write(to: root.appending(path: Self.page))
        #expect(try line(of: output) { $0.hasPrefix("Built in") } != "")
        let shown = try Self.fetched("\(address)why-regularize.html")
        #expect(shown.contains("Variance and bias") && !shown.contains("Bias against variance"))

        try Data(code.replacing("import Plots", with: "import Plots\nlet broken = nothing").utf8)
            .write(to: root.appending(path: Self.page))
        #expect(try line(of: errors) { $0.contains("cannot find 'nothing'") } != "")
        try Data(code.utf8).write(to: root.appending(path: Self.page))
        #expect(try line(of: output) { $0.hasPrefix("Built in") } != "")
        #expect(try Self.fetched("\(address)why-regularize.html").contains("Bias against variance"))

        let results = try Self.files(below: root.appending(path: ".regbook/results"))
        let measuring = try String(contentsOf: root.appending(path: Self.measurement), encoding: .utf8)
        try Data((measuring + "\nprivate let another = 1\n").utf8).write(to: root.appending(path: Self.measurement))
        #expect(try line(of: output) { $0.hasPrefix("Built in") } != "")
        #expect(try Self.files(below: root.appending(path: ".regbook/results")) == results + 1, "the sweep alone ran")
    }

    private static func files(below folder: URL) throws -> Int {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).count { $0.count > 3 }
    }

    private static func fetched(_ address: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.arguments = ["--silent", address]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
