import Foundation
import Notebook

/// The report's pages and all files they need.
struct Site {
    let report: Report
    let manuscript: Manuscript
    let shell: Shell
    let formulas: [Formula: String]
    private let drawn: [(files: [ProductFile], views: [String: FigureView], pdfs: [ProductFile])]

    init(of manuscript: Manuscript, report: Report, math: MathRenderer) throws {
        self.report = report
        self.manuscript = manuscript
        let layouts = try Layouts(folder: report.templates.appending(path: "layouts"))
        shell = Shell(book: report.book, sections: report.records.map(\.section), layouts: layouts)
        var formulas: [Formula: String] = [:]
        for page in [manuscript.front] + manuscript.pages {
            formulas.merge(try math.render(page.formulas, in: manuscript.sources)) { first, _ in first }
        }
        let rest = manuscript.claims.flatMap(\.formulas).filter { formulas[$0.0] == nil }
        formulas.merge(try math.render(rest, in: manuscript.sources)) { first, _ in first }
        self.formulas = formulas
        let figures = FigureFiles(drawer: report.drawer, cache: report.cache, code: report.code)
        drawn =
            try report.records.map { try figures.files(of: $0) }
            + manuscript.keptFigures.map { try figures.files(of: $0.record, kept: $0.names) }
    }

    /// Every file of the site.
    func files() throws -> [ProductFile] {
        var pages: [(slug: String, html: String)] = []
        let views = views
        for page in manuscript.pages { pages.append((page.slug, section(page, views))) }
        pages.append(("index", front))
        pages.append(("evidence", evidence))
        pages.append(("errata", errata))
        pages.append(("about", about))
        let style = try SourceText(
            contentsOf: report.templates.appending(path: "style.css"), named: "templates/style.css")
        var files = pages.map { ProductFile("\($0.slug).html", $0.html) }
        files.append(ProductFile("style.css", style.text(0..<style.bytes.count)))
        let script = try SourceText(
            contentsOf: report.templates.appending(path: "layouts/book.js"), named: "templates/layouts/book.js")
        files.append(ProductFile("book.js", script.text(0..<script.bytes.count)))
        files.append(ProductFile("search.js", try SearchIndex(of: self).script))
        files.append(ProductFile("evidence.json", try Evidence.json(manuscript.claims)))
        files += try KaTeXFiles.files(for: pages.map(\.html), folder: KaTeX.systemFolder)
        return files + drawn.flatMap(\.files)
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

    private func section(_ page: ResolvedPage, _ views: [String: FigureView]) -> String {
        guard let record = page.record else { return "" }
        let (body, outline) = SectionPage(page: page, formulas: formulas, figures: views).render()
        let number = record.section.number
        return shell.page(
            slug: page.slug, title: record.section.info.title,
            kicker: number.contains(".") ? "Section \(number)" : "Chapter \(number)", body: body, outline: outline)
    }

    /// What all figures look like on a page, for those that show figures of any section.
    var views: [String: FigureView] {
        drawn.reduce(into: [:]) { $0.merge($1.views) { first, _ in first } }
    }
}
