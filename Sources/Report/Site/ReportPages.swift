import Foundation
import Notebook
import Synchronization

/// The pages of a report, each to be made again with other results of its section.
///
/// What they are made from besides results is read once.
public final class ReportPages: Sendable {
    private let site: Site
    /// The pages that were asked for, with their prose, by slug.
    private let read = Mutex<[String: PageSource]>([:])

    /// - Throws: `ReportError.problems` with everything wrong in the templates' own words.
    public init(of report: Report) throws {
        site = try Site(of: report)
        try site.check()
    }

    /// Reads the page of the section `slug`, so that the first who asks for it need not wait.
    public func prepare(_ slug: String) throws { _ = try source(slug) }

    /// The page of the section of `record`, with its results.
    ///
    /// - Throws: `ReportError.problems` with what its prose asks of `record` in vain; what goes wrong in a drawing.
    public func page(showing record: SectionRecord) throws -> ReportPage {
        let report = site.report
        let maker = PageMaker(
            answers: site.manuscript.answers.showing(record, ledger: report.ledger), shell: site.shell,
            math: try MathRenderer(cache: report.cache, macros: site.manuscript.macros), figures: site.figures,
            ledger: Ledger())
        let (html, views) = try maker.page(try source(showing: record))
        let problems = maker.ledger.problems + maker.math.problems
        guard problems.isEmpty else { throw ReportError.problems(Set(problems).sorted()) }
        let slug = record.section.info.slug
        let kept = site.manuscript.keptFigures.filter { $0.record.section.info.slug == slug }
        let figures = site.figures.batches(of: record) + kept.flatMap { site.figures.batches(of: $0, kept: $1) }
        return ReportPage(
            html: html, size: views.values.reduce(html.count) { $0 + $1.csv.utf8.count }, figures: figures)
    }

    private func source(showing record: SectionRecord) throws -> PageSource {
        let slug = record.section.info.slug
        let known = try source(slug)
        let report = site.report
        return try known.showing(record)
            ?? PageSource(
                slug: slug, section: record.section, record: record, source: known.source, in: report.language,
                cache: report.cache, code: report.code)
    }

    private func source(_ slug: String) throws -> PageSource {
        if let known = read.withLock({ $0[slug] }) { return known }
        guard let page = site.manuscript.page(slug)?.withProse else {
            throw ReportError.missingFile("templates/\(slug).md")
        }
        read.withLock { $0[slug] = page }
        return page
    }
}

/// A page of a report and the files of its figures.
public struct ReportPage: Sendable {
    public let html: Data
    /// About how many bytes of memory it takes, with the numbers of its figures.
    public let size: Int
    private let figures: [Batch]

    init(html: Data, size: Int, figures: [Batch]) {
        self.html = html
        self.size = size
        self.figures = figures
    }

    /// The file at `path`, "figures/x.png"; nil when the page has none there.
    public func file(at path: String) throws -> Data? {
        guard let batch = figures.first(where: { $0.paths.contains(path) }) else { return nil }
        return try zip(batch.paths, batch.make()).first { $0.0 == path }?.1
    }
}
