import Build
import Foundation
import Testing

/// The output changes in one step, and never what no build wrote.
struct OutputFolderTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder
    private var root: URL { folder.url.appending(path: "book") }
    private var outputURL: URL { folder.url.appending(path: "book/output") }

    init() throws {
        folder = try TemporaryFolder()
        output = OutputFolder(folder.url.appending(path: "book/output"))
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    private func write(_ text: String, into staging: Staging) throws {
        try Data(text.utf8).write(to: staging.url.appending(path: "index.html"))
        try staging.list()
    }

    private var page: String? {
        FileManager.default.contents(atPath: outputURL.appending(path: "index.html").path(percentEncoded: false))
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private var besides: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false)).filter {
                $0 != "output"
            }
        }
    }

    @Test func theFirstReportAppears() throws {
        let staging = try output.stage(bookRoot: root)
        try write("first", into: staging)
        #expect(page == nil)
        try staging.commit()
        #expect(page == "first")
        #expect(try besides.isEmpty)
    }

    @Test func buildsAtOnceDoNotClearEachOthersFoldersAway() async throws {
        let (output, root) = (output, root)
        try await withThrowingTaskGroup { builds in
            for _ in 0..<8 {
                builds.addTask {
                    for _ in 0..<300 {
                        let staging = try output.stage(bookRoot: root)
                        try staging.list()
                        staging.discard()
                    }
                }
            }
            try await builds.waitForAll()
        }
        #expect(try besides.isEmpty)
    }

    @Test func theNextReportReplacesIt() throws {
        for text in ["first", "second"] {
            let staging = try output.stage(bookRoot: root)
            try write(text, into: staging)
            try staging.commit()
        }
        #expect(page == "second")
        #expect(try besides.isEmpty)
    }

    @Test func theReplacedReportIsKept() throws {
        let old = root.appending(path: ".regbook/previous/report")
        for text in ["first", "second", "third"] {
            let staging = try output.stage(bookRoot: root)
            try write(text, into: staging)
            try staging.commit(keepingOldAt: old.path(percentEncoded: false))
        }
        #expect(page == "third")
        #expect(try String(contentsOf: old.appending(path: "index.html"), encoding: .utf8) == "second")
        #expect(try besides == [".regbook"])
    }

    @Test func aDiscardedReportLeavesTheLastOne() throws {
        let staging = try output.stage(bookRoot: root)
        try write("first", into: staging)
        try staging.commit()
        let next = try output.stage(bookRoot: root)
        try write("second", into: next)
        next.discard()
        #expect(page == "first")
        #expect(try besides.isEmpty)
    }

    @Test func leftoversOfDeadBuildsGoAndThoseOfRunningOnesStay() throws {
        let dead = root.appending(path: ".output.building-dead")
        try FileManager.default.createDirectory(at: dead, withIntermediateDirectories: true)
        try Data("half".utf8).write(to: dead.appending(path: "index.html"))
        let running = try output.stage(bookRoot: root)
        let next = try output.stage(bookRoot: root)
        #expect(try besides.count == 2)
        running.discard()
        next.discard()
        #expect(try besides.isEmpty)
    }

    @Test func aFileIsNoOutput() throws {
        try Data().write(to: outputURL)
        let error = #expect(throws: BuildError.self) { try output.stage(bookRoot: root) }
        #expect(
            error?.description == "The output '\(output.path)' is a file. Remove it, or name a folder with --output.")
    }

    @Test func aFolderThatNoBuildWroteStays() throws {
        try FileManager.default.createDirectory(at: outputURL, withIntermediateDirectories: true)
        try Data("thesis".utf8).write(to: outputURL.appending(path: "thesis.tex"))
        let error = #expect(throws: BuildError.self) { try output.stage(bookRoot: root) }
        #expect(error?.description.contains("holds 'thesis.tex', which no build wrote") == true)
        #expect(FileManager.default.fileExists(atPath: outputURL.appending(path: "thesis.tex").path))
    }

    @Test func anEmptyFolderMayBeReplaced() throws {
        try FileManager.default.createDirectory(at: outputURL, withIntermediateDirectories: true)
        try Data("*".utf8).write(to: outputURL.appending(path: ".gitignore"))
        let staging = try output.stage(bookRoot: root)
        try write("first", into: staging)
        try staging.commit()
        #expect(page == "first")
    }

    @Test func theBookItselfIsNoOutput() throws {
        for url in [root, folder.url] {
            let error = #expect(throws: BuildError.self) { try OutputFolder(url).stage(bookRoot: root) }
            #expect(error?.description.contains("would replace the book's own sources") == true)
        }
    }

    @Test func aRecordNoticesEveryChange() throws {
        let store = Store(folder: root.appending(path: ".regbook"))
        let staging = try output.stage(bookRoot: root)
        try write("first", into: staging)
        try staging.commit()
        let outcome = BuildOutcome(records: [], notes: ["note"])
        try BuildRecord(key: "key", outcome: outcome, output: output).keep(for: output, in: store)
        let record = try #require(try BuildRecord.kept(for: output, in: store))
        #expect(record.key == "key")
        #expect(record.outcome == outcome)
        #expect(try record.isIntact(in: output))

        let index = outputURL.appending(path: "index.html")
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: index.path(percentEncoded: false))
        #expect(try record.isIntact(in: output), "a touched file is the same file")
        try Data("fIrst".utf8).write(to: index)
        #expect(try !record.isIntact(in: output), "a changed file")
        try Data("first".utf8).write(to: index)
        #expect(try record.isIntact(in: output))
        try Data().write(to: outputURL.appending(path: "more"))
        #expect(try !record.isIntact(in: output), "a file more")
        try FileManager.default.removeItem(at: outputURL.appending(path: "more"))
        try FileManager.default.removeItem(at: index)
        #expect(try !record.isIntact(in: output), "a file less")
        try FileManager.default.removeItem(at: outputURL)
        #expect(try !record.isIntact(in: output), "no output at all")
    }
}
