import Foundation
import Hashing
import Notebook

/// The report's pages and all files they need.
struct Site: Sendable {
    let report: Report
    let manuscript: Manuscript
    let shell: Shell
    let math: MathRenderer
    let figures: FigureFiles
    /// What came up while pages were made.
    let ledger = Ledger()

    /// Reads what the pages of `report` are made from.
    init(of report: Report) throws {
        self.report = report
        let (manuscript, layouts) = try Parallel.both {
            try Manuscript(of: report, sections: report.records.map(\.section))
        } and: {
            try Layouts(templates: report.templates)
        }
        self.manuscript = manuscript
        shell = Shell(
            book: report.book, sections: report.records.map(\.section), layouts: layouts, language: report.language,
            hasTerms: manuscript.pages.contains { $0.facts.landmarks.contains { $0.noun == .term } })
        math = try MathRenderer(cache: report.cache, macros: manuscript.macros)
        figures = FigureFiles(drawer: report.drawer, cache: report.cache, code: report.code)
    }

    /// Throws everything wrong that was found so far, when anything was.
    func check(adding others: [Problem] = []) throws(ReportError) {
        try manuscript.check(adding: ledger.problems + math.problems + others)
    }

    /// What makes the pages of sections.
    var maker: PageMaker {
        PageMaker(answers: manuscript.answers, shell: shell, math: math, figures: figures, ledger: ledger)
    }

    /// What each page can be made again with after an edit, by slug, and what all have in common.
    func excerpts() throws -> [String: Data] {
        let pages = try Parallel.map(manuscript.pages) { PageExcerpt(of: $0, from: manuscript.answers).data }
        let book = BookExcerpt(of: shell)
        return Dictionary(zip(manuscript.pages.map(\.slug), pages)) { first, _ in first }
            .merging([Report.bookExcerpt: book.data]) { first, _ in first }
    }

    /// Every file of the site.
    func batches() throws -> [Batch] {
        let ingredients = Ingredients(of: self)
        let maker = maker
        let pages = manuscript.pages.map { page in
            Batch(PageMaker.paths(of: page.slug), key: ingredients.key(of: page)) { try maker.files(of: page) }
        }
        var whole = [
            frontBatch(ingredients, hasPDF: report.formats.contains(.pdf)),
            Batch(["evidence.html", "search/evidence.js", "evidence.json"], key: ingredients.evidence) {
                let evidence = self.evidence
                return [
                    shell.framed(evidence, try formulas(of: evidence)), SearchPart(of: manuscript.claims).script,
                    try Evidence.json(manuscript.claims),
                ]
            },
            Batch(["figures.html"], key: ingredients.gallery) { [Data(try gallery().utf8)] },
            Batch(["about.html"], key: "") {
                let about = try about(isTimed: true)
                return [shell.framed(about, try formulas(of: about))]
            },
        ]
        if let errata {
            whole.append(
                Batch(["errata.html"], key: ingredients.errata) {
                    let views = try manuscript.errata.map { try maker.views(for: $0) } ?? [:]
                    return [shell.framed(errata, try formulas(of: errata), views)]
                })
        }
        if let terms {
            whole.append(Batch(["terms.html"], key: ingredients.key(ofPage: "terms")) { [shell.framed(terms, [:])] })
        }
        let tables = report.records.compactMap { record in
            numbersPath(of: record).map { path in
                Batch([path], key: ingredients.key(ofNumbersOf: record)) {
                    let (page, views) = try numbers(of: record)
                    return [shell.framed(page, [:], views)]
                }
            }
        }
        let pictures = shown.flatMap { figures.batches(of: $0.record, kept: $0.names) } + self.pictures
        return pages + whole + tables + pictures + (try assets())
    }

    /// The pictures from files that pages show.
    private var pictures: [Batch] {
        let names = manuscript.all.flatMap { $0.facts.mentions }
            .filter { $0.noun == .picture }.map(\.name)
        return Set(names).filter { manuscript.pictures.data(of: $0) != nil }.sorted().map { path in
            let picture = Picture(
                path: path, id: nil, number: "", alt: "", width: nil, size: Picture.Size(width: 1, height: 1))
            return Batch(
                [picture.file], key: Digest(ofFields: ["picture 1", path, manuscript.pictures.digest(of: path)]).hex
            ) {
                [try manuscript.pictures.forPages(picture)]
            }
        }
    }

    /// The front page, which leads to the PDF where there is one.
    func frontBatch(_ ingredients: Ingredients? = nil, hasPDF: Bool) -> Batch {
        let key = (ingredients ?? Ingredients(of: self)).key(ofFront: manuscript.front, hasPDF: hasPDF)
        return Batch(["index.html"], key: key) { [Data(try front(hasPDF: hasPDF).utf8)] }
    }

    /// Files that are the same for all books.
    private func assets() throws -> [Batch] {
        try ["style.css", "book.js", "readout.js", "wager.js"].map { name in
            Batch(ProductFile(name, Data(try BuiltInFile.source(name, in: report.templates).bytes)))
        } + [KaTeXFiles.batch(from: KaTeX.systemFolder, digest: math.digest)] + TextFace.batches(code: report.code)
    }

    /// Every record with figures in the report; of kept ones with the names of those.
    var shown: [(record: SectionRecord, names: [String]?)] {
        report.records.map { ($0, nil) } + manuscript.keptFigures.map { ($0.record, $0.names) }
    }

    /// The HTML of the formulas of `page`.
    func formulas(of page: ResolvedPage) throws -> [Formula: String] {
        try math.render(page.formulas, in: manuscript.sources)
    }

    /// What the figures of the records look like.
    ///
    /// - Parameter wanted: the names of those wanted of a record; nil for all.
    func views(
        of wanted: (_ record: SectionRecord, _ kept: [String]?) -> Set<String>? = { _, _ in nil }
    ) throws -> [String: FigureView] {
        let all = shown.map { ($0.record, $0.names, wanted($0.record, $0.names)) }
        return Self.merged(try Parallel.map(all) { try figures.views(of: $0, kept: $1, wanted: $2) })
    }

    private static func merged(_ views: [[String: FigureView]]) -> [String: FigureView] {
        views.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    /// The same book for paper.
    func edition() throws -> PDFEdition {
        let style = try BuiltInFile.source("edition.sty", in: report.templates)
        let pages = try Parallel.map([manuscript.front] + manuscript.pages) { manuscript.resolved($0, ledger) }
        let sizes = try views().mapValues(\.size)
        return PDFEdition(
            book: LaTeXBook(
                of: manuscript, pages: pages, backMatter: try backMatter(), report: report, figures: sizes, style: style
            ),
            figures: try shown.flatMap { try figures.pdfs(of: $0.record, kept: $0.names) }
                + papers(of: pages.flatMap(\.pictures)),
            cache: report.cache,
            sources: manuscript.sources)
    }

    private func papers(of pictures: [Picture]) throws -> [ProductFile] {
        var files: [String: ProductFile] = [:]
        for picture in pictures where files[picture.paperFile] == nil {
            files[picture.paperFile] = ProductFile(picture.paperFile, try manuscript.pictures.forPaper(picture))
        }
        return files.values.sorted { $0.path < $1.path }
    }
}
