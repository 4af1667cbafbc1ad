import Foundation
import Testing

/// What a person sees who runs a command at a terminal, whatever size it has: the screen is read back.
@Suite(.serialized)
struct TerminalTests {
    private let book: FixtureFolder

    init() throws { book = try FixtureFolder() }

    static let sizes = [(80, 24), (40, 10), (200, 50), (24, 5), (10, 2)]

    /// How often `text` begins a line of all that was ever shown.
    private func count(_ text: String, in screen: ScreenModel) -> Int {
        screen.all.count { $0.hasPrefix(text) || $0.dropFirst(2).hasPrefix(text) }
    }

    /// Every line stands once, however often it was drawn.
    @Test(arguments: sizes)
    func progressStandsOnce(columns: Int, rows: Int) throws {
        let build = try TerminalProcess(
            in: book, "build --format html --set dice.awaited=go dice.throws=40", columns: columns, rows: rows)
        var draws = 0
        build.read(patience: 1000) { screen in
            draws += 1
            return draws > 12 && screen.shown.contains { $0.hasPrefix("  total") || $0.hasPrefix("  to") }
        }
        #expect(build.screen.fault == nil)
        #expect(build.screen.shown.allSatisfy { $0.count < columns })
        #expect(build.screen.shown.count <= rows - 1)
        try book.write("", to: "go")
        #expect(build.wait() == 0)
        #expect(build.screen.fault == nil)
        #expect(count("total", in: build.screen) == 1, "\(build.screen.all)")
        if rows > 5 {
            for line in ["dice", "grey", "report"] {
                #expect(count(line, in: build.screen) == 1, "\(line): \(build.screen.all)")
            }
        }
    }

    /// A size that changes meanwhile leaves nothing behind.
    @Test func aTerminalMayChangeItsSize() throws {
        let build = try TerminalProcess(
            in: book, "build --format html --set dice.awaited=go dice.throws=40", columns: 100, rows: 30)
        for (columns, rows) in [(100, 30), (50, 30), (40, 12), (120, 12), (80, 24)] {
            build.resize(columns: columns, rows: rows)
            var draws = 0
            build.read(patience: 1000) { screen in
                draws += 1
                return draws > 12 && screen.shown.contains { $0.hasPrefix("  total") }
            }
        }
        try book.write("", to: "go")
        #expect(build.wait() == 0)
        #expect(build.screen.fault == nil)
        for line in ["dice", "grey", "report", "total"] {
            #expect(count(line, in: build.screen) == 1, "\(line): \(build.screen.all)")
        }
    }

    /// A warning stands above the progress, whole.
    @Test func warningsStandAbove() async throws {
        #expect(await book.runWords("build --format html").code == 0)
        let items = book.root.appending(path: ".regbook/results").path(percentEncoded: false)
        for path in try FileManager.default.subpathsOfDirectory(atPath: items) where path.contains("/") {
            try book.write("damaged", to: ".regbook/results/\(path)")
        }
        try book.write("Other.\n", to: "templates/index.md")
        let build = try TerminalProcess(in: book, "build --format html", columns: 60, rows: 20)
        #expect(build.wait() == 0)
        let all = build.screen.all
        let warnings = all.indices.filter { all[$0].hasPrefix("warning: The stored entry '") }
        let progress = try #require(all.lastIndex { $0.contains("total  ") })
        #expect(warnings.count >= 2 && warnings.allSatisfy { $0 < progress }, "\(all)")
        #expect(count("total", in: build.screen) == 1, "\(all)")
        #expect(all.joined().contains("computing it again."), "\(all)")
    }

    @Test(arguments: ["run dice", "stability --seeds 1-3"])
    func whatBindsNoReportWaitsForNone(command: String) throws {
        let run = try TerminalProcess(in: book, command, columns: 80, rows: 24)
        #expect(run.wait() == 0)
        #expect(!run.screen.all.contains { $0.contains("report") }, "\(run.screen.all)")
        #expect(run.screen.all.contains { $0.contains("dice") && $0.hasPrefix("✓") }, "\(run.screen.all)")
    }

    @Test(arguments: ["", "dumb", "unknown"])
    func aTerminalWithoutCursorGetsPlainLines(kind: String) throws {
        let build = try TerminalProcess(
            in: book, "build --format html", columns: 80, rows: 24, prepare: "export TERM=\(kind)")
        #expect(build.wait() == 0)
        #expect(build.screen.all.contains("dice: throws, 4 items"))
        #expect(!build.screen.all.contains { $0.contains("total") })
    }
}
