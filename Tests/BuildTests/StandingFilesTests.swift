import Build
import Foundation
import Testing

/// What the last report holds serves the next one, out of the report before it where that has the same files.
struct StandingFilesTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder
    private let previous: URL
    private var root: URL { folder.url.appending(path: "book") }
    private let keys = ["index.html": "a", "figures/x.svg": "b", "figures/deep/y.svg": "b", "about.html": ""]
    private let batches = [(paths: ["index.html"], key: "a"), (["figures/x.svg", "figures/deep/y.svg"], "b")]

    init() throws {
        folder = try TemporaryFolder()
        output = OutputFolder(folder.url.appending(path: "book/output"))
        previous = folder.url.appending(path: "book/.regbook/previous/report")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    /// Puts a report in place whose files hold their own names, but for what is taken from the one before.
    private func build(_ paths: [String]) throws -> BuildRecord {
        let staging = try output.stage(bookRoot: root)
        for path in paths {
            let file = staging.url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(path.utf8).write(to: file)
        }
        try staging.list()
        try staging.commit(keepingOldAt: previous.path(percentEncoded: false))
        return try record()
    }

    private func record() throws -> BuildRecord {
        try BuildRecord(key: "key", outcome: BuildOutcome(records: [], notes: []), output: output, keys: keys)
    }

    private func standing(_ record: BuildRecord) -> StandingFiles {
        record.standing(in: output, previous: previous.path(percentEncoded: false))
    }

    private func names(below folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
    }

    private func inode(_ file: URL) throws -> UInt64? {
        try FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))[.systemFileNumber] as? UInt64
    }

    private let all = ["figures", "figures/deep", "figures/deep/y.svg", "figures/x.svg", "index.html"]

    @Test func filesOfTheReportBeforeAreMoved() throws {
        let first = try build(keys.keys + ["old.html", "old/z.svg", "figures/old.svg", "figures/older/z.svg"])
        // The second report takes all that serves by links, so that both hold the same files.
        let second = try output.stage(bookRoot: root)
        #expect(try standing(first).take(batches, into: second.url) == [true, true])
        #expect(try names(below: second.url) == all)
        try second.list()
        try second.commit(keepingOldAt: previous.path(percentEncoded: false))
        #expect(try names(below: previous).contains("figures/older/z.svg"))

        let third = try output.stage(bookRoot: root)
        #expect(try standing(record()).take(batches, into: third.url) == [true, true])
        #expect(try names(below: third.url) == all)
        for path in keys.keys where path != "about.html" {
            let file = third.url.appending(path: path)
            #expect(try String(contentsOf: file, encoding: .utf8) == path)
            #expect(try inode(file) == inode(root.appending(path: "output/\(path)")))
        }
        #expect(!FileManager.default.fileExists(atPath: previous.path(percentEncoded: false)), "it is used up")
        third.discard()
    }

    @Test func otherFilesOfTheReportBeforeDontServe() throws {
        _ = try build(Array(keys.keys))
        let index = root.appending(path: "output/index.html")
        try Data("the first".utf8).write(to: index)
        let record = try build(Array(keys.keys))
        let staging = try output.stage(bookRoot: root)
        #expect(try standing(record).take(batches, into: staging.url) == [true, true])
        #expect(try String(contentsOf: staging.url.appending(path: "index.html"), encoding: .utf8) == "index.html")
        #expect(try inode(staging.url.appending(path: "index.html")) == inode(index))
        staging.discard()
    }

    @Test func aBatchOfWhichAFileWasChangedDoesNotServe() throws {
        let first = try build(Array(keys.keys))
        let second = try output.stage(bookRoot: root)
        #expect(try standing(first).take(batches, into: second.url) == [true, true])
        try second.list()
        try second.commit(keepingOldAt: previous.path(percentEncoded: false))
        let record = try record()
        try Data("by hand".utf8).write(to: root.appending(path: "output/figures/x.svg"))
        let third = try output.stage(bookRoot: root)
        #expect(try standing(record).take(batches, into: third.url) == [true, false])
        #expect(
            try names(below: third.url).filter { !$0.hasPrefix("figures/deep") || $0.hasSuffix("svg") }
                == ["figures", "index.html"])
        third.discard()
    }

    @Test func filesOfAnotherKeyDontServe() throws {
        let record = try build(Array(keys.keys))
        let staging = try output.stage(bookRoot: root)
        let asked = [(paths: ["index.html"], key: "z"), (["about.html"], ""), (["absent.html"], "a")]
        #expect(try standing(record).take(asked, into: staging.url) == [false, false, false])
        #expect(try names(below: staging.url).isEmpty)
        staging.discard()
    }
}
