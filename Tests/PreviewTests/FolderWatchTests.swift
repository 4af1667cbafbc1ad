import Foundation
import Preview
import Synchronization
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
        #expect(try watch.next(quiet: 0.01).paths.contains("\(base)/figures/b.svg"))
    }

    @Test func aReplacedFileIsHeardOf() throws {
        try served.write("new", to: "report/.index.html.part")
        rename("\(base)/.index.html.part", "\(base)/index.html")
        #expect(try watch.next(quiet: 0.01).paths == ["\(base)/index.html"])
    }

    @Test func aNewFolderIsWatched() throws {
        try served.write("", to: "report/tables/readme")
        _ = try watch.next(quiet: 0.05)
        try served.write("1", to: "report/tables/a.csv")
        #expect(try watch.next(quiet: 0.01).paths == ["\(base)/tables/a.csv"])
    }

    @Test func backupsAreNoChange() throws {
        try served.write("", to: "report/.index.html.swp")
        try served.write("", to: "report/index.html~")
        try served.write("", to: "report/last")
        #expect(try watch.next(quiet: 0.01).paths == ["\(base)/last"])
    }

    @Test(arguments: ["4913", "#index.html#", ".#index.html", "index.html___jb_tmp___", "sedAb12Cd", "index.html.swp"])
    func whatEditorsLeaveIsNoChange(name: String) throws {
        try served.write("", to: "report/\(name)")
        try served.write("", to: "report/last")
        #expect(try watch.next(quiet: 0.01).paths == ["\(base)/last"])
    }

    /// What is written without end beside the files of interest does not hold up the news of them.
    @Test func otherFilesDoNotHoldUpTheNews() throws {
        let isEnough = Mutex(false)
        let (report, base) = (served.report, base)
        let finished = DispatchSemaphore(value: 0)
        Thread {
            while !isEnough.withLock({ $0 }) {
                close(open(report.appending(path: "x.log").path, O_WRONLY | O_CREAT, 0o644))
                usleep(1000)
            }
            finished.signal()
        }.start()
        try served.write("new", to: "report/figures/b.svg")
        let news = try watch.next(quiet: 0.05) { !$0.hasSuffix(".log") }
        #expect(news.paths == ["\(base)/figures/b.svg"])
        // Even what is of interest is told at last when it never ends.
        #expect(try watch.next(quiet: 0.05, patience: 0.2).paths == ["\(base)/x.log"])
        isEnough.withLock { $0 = true }
        finished.wait()
    }

    @Test func editsBehindLinksAreHeardOf() throws {
        try served.write("old", to: "elsewhere/text.md")
        try served.write("old", to: "elsewhere/other.md")
        try served.write("old", to: "folder/a.md")
        let other = try FolderWatch()
        for (name, target) in [("text.md", "../elsewhere/text.md"), ("folder", "../folder")] {
            try FileManager.default.createSymbolicLink(
                atPath: served.report.appending(path: name).path, withDestinationPath: target)
        }
        try other.watch(base, isDeep: true)
        try served.write("new", to: "elsewhere/other.md")
        try served.write("new", to: "elsewhere/text.md")
        #expect(try other.next(quiet: 0.01).paths == ["\(base)/text.md"])
        try served.write("new", to: "folder/a.md")
        #expect(try other.next(quiet: 0.01).paths == ["\(base)/folder/a.md"])
        // The first watch has seen the links appear, and follows them as well.
        let seen = try watch.next(quiet: 0.05).paths
        #expect(seen.contains("\(base)/text.md") && seen.contains("\(base)/folder"))
    }

    @Test func anOverflowIsTold() throws {
        let limit =
            Int(
                (try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8))
                    .trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        try #require((1...100_000).contains(limit))
        // Names alternate, for the kernel joins equal events that follow each other.
        for number in 0..<limit { close(open("\(base)/x\(number % 2)", O_WRONLY | O_CREAT, 0o644)) }
        #expect(try watch.taken().hasOverflown)
        try served.write("", to: "report/last")
        #expect(try watch.next(quiet: 0.01).paths == ["\(base)/last"])
    }
}
