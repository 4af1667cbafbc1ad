import BookTool
import Build
import Foundation
import Notebook

// A book of pages with four figures each, on which the making of sites and PDFs is timed: thirteen pages, or as many as
// BENCH_PAGES says.

let count = ProcessInfo.processInfo.environment["BENCH_PAGES"].flatMap { Int($0) } ?? 13
let chapters = stride(from: 1, through: count, by: 13).enumerated().map { index, first in
    Chapter(
        index + 1, title: "Pages from \(first) on",
        sections: (first...min(first + 12, count)).map { page in
            let info = SectionInfo(slug: "page-\(page)", title: "Page \(page) of \(count)")
            return (page - first + 1, AnySection(info, studies: [Curves.self]))
        })
}
let page = SourceDigests.Study(experiment: "1", presentation: "1")

await BookTool(
    book: Book("regbook", title: "Pages to Time", chapters: chapters),
    sources: SourceDigests(studies: ["bench_book": page], report: "1", everything: "1")
).main()
