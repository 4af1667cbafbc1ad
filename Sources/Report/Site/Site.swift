import Foundation
import Notebook

/// The report's pages and all files they need.
struct Site {
    let report: Report
    let manuscript: Manuscript
    let shell: Shell
    let formulas: [Formula: String]
    /// The classes of their HTML.
    private let classes: Set<String>
    /// KaTeX's version.
    let katex: String
    private let drawn: [FigureFiles.Drawn]
    /// What all figures look like on a page, for those that show figures of any section.
    let views: [String: FigureView]

    init(of manuscript: Manuscript, report: Report, math: MathRenderer) throws {
        self.report = report
        self.manuscript = manuscript
        let layouts = try Layouts(folder: report.templates.appending(path: "layouts"))
        shell = Shell(book: report.book, sections: report.records.map(\.section), layouts: layouts)
        let figures = FigureFiles(drawer: report.drawer, cache: report.cache, code: report.code)
        let wanted = report.records.map { ($0, nil) } + manuscript.keptFigures.map { ($0.record, Optional($0.names)) }
        (formulas, drawn) = try Parallel.both { () throws -> [Formula: String] in
            try math.render(manuscript)
        } and: {
            try Parallel.map(wanted) { try figures.files(of: $0.0, kept: $0.1) }
        }
        classes = math.classes
        katex = math.version
        views = drawn.reduce(into: [:]) { $0.merge($1.views) { first, _ in first } }
    }

    /// Every file of the site.
    func files() throws -> [ProductFile] {
        let (pages, search) = try Parallel.both { () throws -> [ProductFile] in
            try pageFiles()
        } and: {
            SearchIndex(of: self).script
        }
        let style = try SourceText(
            contentsOf: report.templates.appending(path: "style.css"), named: "templates/style.css")
        var files = pages
        files.append(ProductFile("style.css", style.text(0..<style.bytes.count)))
        let script = try SourceText(
            contentsOf: report.templates.appending(path: "layouts/book.js"), named: "templates/layouts/book.js")
        files.append(ProductFile("book.js", script.text(0..<script.bytes.count)))
        files.append(ProductFile("search.js", search))
        files.append(ProductFile("evidence.json", try Evidence.json(manuscript.claims)))
        files += try KaTeXFiles.files(for: classes, folder: KaTeX.systemFolder)
        return files + drawn.flatMap(\.files)
    }

    private func pageFiles() throws -> [ProductFile] {
        let sections = try Parallel.map(manuscript.pages) { ProductFile("\($0.slug).html", section($0)) }
        let others = [
            ("index", front), ("evidence", evidence), ("errata", errata), ("figures", gallery), ("about", about),
        ].map { ProductFile("\($0).html", $1) }
        let tables = try Parallel.map(report.records) { numbers(of: $0) }
        return sections + others + tables.compactMap { $0 }
    }

    /// The same book for paper.
    func edition() throws(ReportError) -> PDFEdition {
        let style = try SourceText(
            contentsOf: report.templates.appending(path: "layouts/regbook.sty"), named: "templates/layouts/regbook.sty")
        let widths = views.mapValues(\.size.width)
        return PDFEdition(
            book: LaTeXBook(of: manuscript, report: report, figures: widths, style: style),
            figures: drawn.flatMap(\.pdfs), cache: report.cache, sources: manuscript.sources)
    }

    private func section(_ page: ResolvedPage) -> String {
        guard let record = page.record else { return "" }
        let (body, outline) = SectionPage(page: page, formulas: formulas, figures: views).render()
        let number = record.section.number
        return shell.page(
            slug: page.slug, title: record.section.info.title,
            kicker: number.contains(".") ? "Section \(number)" : "Chapter \(number)", body: body, outline: outline)
    }
}
