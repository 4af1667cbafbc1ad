import Build
import Foundation
import Testing

/// A stamp tells of files that changed, came or went, and of nothing else.
struct InputFilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { folder.url.appending(path: name).path(percentEncoded: false) }

    @Test func aFurtherPathWhereNothingLiesChangesNoStamps() throws {
        try Data("a program".utf8).write(to: folder.url.appending(path: "program"))
        let stamps = InputFiles.stamps(of: [path("program")])
        #expect(!stamps.isEmpty)
        #expect(InputFiles.stamps(of: [path("absent"), path("program"), path("none/program")]) == stamps)
    }

    @Test func aFileThatComesChangesOrGoesChangesTheStamps() throws {
        let file = folder.url.appending(path: "program")
        let absent = InputFiles.stamps(of: [path("program")])
        try Data("a program".utf8).write(to: file)
        let first = InputFiles.stamps(of: [path("program")])
        #expect(first != absent)
        try Data("another program".utf8).write(to: file)
        #expect(InputFiles.stamps(of: [path("program")]) != first)
        try FileManager.default.removeItem(at: file)
        #expect(InputFiles.stamps(of: [path("program")]) == absent)
    }
}
