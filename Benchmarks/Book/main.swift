import BookTool
import Build
import Notebook

// A book of thirteen pages with four figures each, on which the making of sites and PDFs is timed.

let pages: [(Int, any Section.Type)] = [
    (1, PageSection<One>.self), (2, PageSection<Two>.self), (3, PageSection<Three>.self),
    (4, PageSection<Four>.self), (5, PageSection<Five>.self), (6, PageSection<Six>.self),
    (7, PageSection<Seven>.self), (8, PageSection<Eight>.self), (9, PageSection<Nine>.self),
    (10, PageSection<Ten>.self), (11, PageSection<Eleven>.self), (12, PageSection<Twelve>.self),
    (13, PageSection<Thirteen>.self),
]

let book = Book(title: "Thirteen Pages", chapters: [Chapter(1, title: "Pages", sections: pages)])
let page = SourceDigests.Study(experiment: "1", presentation: "1")

await BookTool(
    book: book, sources: SourceDigests(studies: ["bench_book": page], report: "1", everything: "1")
).main()
