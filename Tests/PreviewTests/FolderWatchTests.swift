import Foundation
import Preview
import Testing

/// Changes below a folder are heard of, in folders that appear later, too.
struct FolderWatchTests {
    private let served: ServedReport
    private let watch: FolderWatch
    private var base: String { served.report.path }

    init() throws {
        served = try ServedReport()
        watch = try FolderWatch()
        try watch.watch(served.report.path, isDeep: true)
    }

    @Test func aWrittenFileIsHeardOf() throws {
        try served.write("new", to: "report/figures/b.svg")
        #expect(try watch.next(quiet: 0.01).contains("\(base)/figures/b.svg"))
    }

    @Test func aReplacedFileIsHeardOf() throws {
        try served.write("new", to: "report/.index.html.part")
        rename("\(base)/.index.html.part", "\(base)/index.html")
        #expect(try watch.next(quiet: 0.01) == ["\(base)/index.html"])
    }

    @Test func aNewFolderIsWatched() throws {
        try served.write("", to: "report/tables/readme")
        _ = try watch.next(quiet: 0.05)
        try served.write("1", to: "report/tables/a.csv")
        #expect(try watch.next(quiet: 0.01) == ["\(base)/tables/a.csv"])
    }

    @Test func backupsAreNoChange() throws {
        try served.write("", to: "report/.index.html.swp")
        try served.write("", to: "report/index.html~")
        try served.write("", to: "report/last")
        #expect(try watch.next(quiet: 0.01) == ["\(base)/last"])
    }
}
