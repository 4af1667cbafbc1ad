import Foundation
import Notebook

/// Makes the pages of sections, each with its part of the search.
struct PageMaker: Sendable {
    let answers: Answers
    let shell: Shell
    let math: MathRenderer
    let figures: FigureFiles
    /// What came up while pages were made.
    let ledger: Ledger

    /// The paths of the files of page `slug`.
    static func paths(of slug: String) -> [String] { ["\(slug).html", "search/\(slug).js"] }

    /// The files of `page`, in the order of their paths.
    func files(of page: PageSource) throws -> [Data] {
        let (resolved, formulas, views) = try parts(of: page)
        let (html, script) = try Parallel.both {
            shell.framed(resolved, formulas, views)
        } and: {
            SearchPart(of: resolved, formulas: formulas).script
        }
        return [html, script]
    }

    /// `page` in HTML, and what its figures look like, by stem.
    func page(_ page: PageSource) throws -> (html: Data, views: [String: FigureView]) {
        let (resolved, formulas, views) = try parts(of: page)
        return (shell.framed(resolved, formulas, views), views)
    }

    private func parts(
        of page: PageSource
    ) throws -> (ResolvedPage, formulas: [Formula: String], views: [String: FigureView]) {
        let resolved = answers.resolved(page, ledger)
        // An edit remakes one page alone, so its parts are spread over the cores, too.
        let (formulas, views) = try Parallel.both {
            try math.render(resolved.formulas, in: [page.source.file: page.source])
        } and: {
            try self.views(for: page)
        }
        check(wagersOf: resolved, views)
        return (resolved, formulas, views)
    }

    /// What figures look like that `page` shows.
    func views(for page: PageSource) throws -> [String: FigureView] {
        let mentions = page.facts.mentions.filter { $0.noun == .figure }
        let shown = Dictionary(grouping: mentions) { $0.section(on: page.slug) }.mapValues { Set($0.map(\.name)) }
        let own = shown.keys.compactMap { slug in answers.records[slug].map { (slug, $0, nil as [String]?) } }
        let kept = answers.keptFigures.map { record, names in
            (KeptRecord.owner(record.section.info.slug, record.profile), record, names as [String]?)
        }
        // Of the sections that the page shows alone: a book has as many pages as sections.
        return try (own + kept).filter { shown[$0.0] != nil }.map { slug, record, names in
            try figures.views(of: record, kept: names, wanted: shown[slug])
        }.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    /// Reports curves that readers are asked to draw and that no figure of the page has.
    private func check(wagersOf page: ResolvedPage, _ views: [String: FigureView]) {
        for case .leaf(.figure(let entry, _)) in page.blocks {
            guard let curve = entry.wager, let view = views[entry.stem(frame: entry.figure.initial)] else { continue }
            let known = view.svg.matches(of: /<g data-mark="line" data-name="([^"]*)">/).map { String($0.1) }
            if !known.contains(HTML.escape(curve.text)) { ledger.unknown(.curve, curve, among: known) }
        }
    }
}

extension Shell {
    /// The page in its frame.
    func framed(_ page: ResolvedPage, _ formulas: [Formula: String], _ views: [String: FigureView] = [:]) -> Data {
        let renderer = HTMLRenderer(formulas: formulas, figures: views, language: language)
        return Data(self.page(page, body: renderer.render(page), outline: renderer.outline(of: page)).utf8)
    }
}
