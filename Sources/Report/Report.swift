import Foundation
import Hashing
import Notebook

/// Writes a book's report: a pure function of its records, its templates and its sources.
///
///     let report = Report(book: book, records: records, templates: templates, sources: sources)
///     let outcome = try report.write(to: staging)
public struct Report: Sendable {
    let book: Book
    let records: [SectionRecord]
    let kept: [KeptRecord]
    let stability: StabilityTable?
    let ledger: ClaimLedger
    let templates: URL
    let sources: URL
    let cache: any ProductCache
    let code: String
    let formats: Set<Format>
    let isExplicit: Bool
    let drawer: FigureDrawer
    let facts: BuildFacts
    let paper: Paper
    let timings: [(name: String, measure: String)]
    let renderers: [any Renderer]
    var language: Language { book.language }
    let citationStyle: CitationStyle?

    /// - Parameters:
    ///   - records: the sections to show; their order is that of the book.
    ///   - templates: the folder of `<slug>.md` and `references.yml`, and of files that stand in for a `BuiltInFile`.
    ///   - sources: the folder below which snippets are looked for.
    ///   - kept: results of long runs, shown beside those of `records`.
    ///   - stability: how often each claim came out how, over several master seeds.
    ///   - ledger: what the chapter predicts of each claim, and how many mutants it noticed.
    ///   - isExplicit: whether the reader named the formats, so that what can't be made is an error.
    ///   - code: digest of the code that draws and writes, part of every key in `cache`.
    ///   - paper: what the PDF is printed on.
    ///   - facts: what the page about the build tells of programs and data.
    ///   - timings: what took how long, for the page about the build.
    ///   - citationStyle: the CSL style by which it cites; nil for the book's own way.
    ///   - renderers: the book's own formats, written beside those of `formats`.
    public init(
        book: Book, records: [SectionRecord], kept: [KeptRecord] = [], stability: StabilityTable? = nil,
        ledger: ClaimLedger = ClaimLedger(), templates: URL,
        sources: URL, cache: any ProductCache = NoCache(), code: String = "", formats: Set<Format> = Format.standard,
        isExplicit: Bool = false, paper: Paper = .a4, facts: BuildFacts = BuildFacts(), drawer: FigureDrawer = .plots,
        timings: [(name: String, measure: String)] = [], citationStyle: CitationStyle? = nil,
        renderers: [any Renderer] = []
    ) {
        let places = Dictionary(
            book.sections.enumerated().map { ($1.info.slug, $0) }, uniquingKeysWith: { first, _ in first })
        self.book = book
        self.records = records.sorted {
            places[$0.section.info.slug, default: .max] < places[$1.section.info.slug, default: .max]
        }
        self.kept = kept
        self.stability = stability
        self.ledger = ledger
        self.templates = templates
        self.sources = sources
        self.cache = cache
        self.code = code
        self.formats = formats
        self.isExplicit = isExplicit
        self.drawer = drawer
        self.facts = facts
        self.paper = paper
        self.timings = timings
        self.renderers = renderers
        self.citationStyle = citationStyle
    }

    /// The folders below `sources` whose code a report can show.
    public static func quotedSources(in sources: URL) -> [URL] {
        SnippetReader.folders.map { sources.appending(path: $0, directoryHint: .isDirectory) }
    }

    /// Draws the figures of `record` into `cache`, so that a report finds them there.
    public static func draw(_ record: SectionRecord, cache: any ProductCache, code: String) throws {
        try FigureFiles(drawer: .plots, cache: cache, code: code).draw(record)
    }

    /// Writes every file of the report below `folder`.
    ///
    /// - Parameters:
    ///   - standing: the report before this one; what nothing has changed of is taken from it.
    ///   - timeLimit: seconds that a pass of LaTeX may take.
    /// - Throws: `ReportError.problems` with everything wrong in the templates, before anything is written.
    public func write(
        to folder: URL, over standing: any StandingReport = NothingStands(), timeLimit: Double = 120
    ) throws -> ReportOutcome {
        let site = try Site(of: self)
        var made: [MadeBatch] = []
        if formats.contains(.html) {
            made += try site.batches().made(over: standing)
            try site.check()
        }
        made += try site.batches(by: renderers).made(over: standing)
        try site.check()
        var others: [ProductFile] = []
        var problems: [Problem] = []
        if formats.contains(.epub) {
            others.append(ProductFile(Format.epub.file(of: book.name), try site.ebook().data))
            try site.check()
        }
        var warnings = try site.manuscript.warnings + BuiltInFile.outdatedCopies(in: templates)
        var missing: ReportError?
        if formats.contains(.pdf) {
            let edition = try site.edition()
            warnings += edition.book.warnings
            try site.check(adding: edition.book.problems)
            others += edition.files.map { ProductFile("latex/\($0.path)", $0.data) }
            do {
                let latex = try PDFLaTeX(timeLimit: timeLimit, engine: edition.book.engine, language: language)
                let (pdf, notes) = try edition.make(with: latex, in: folder)
                others.append(ProductFile(Format.pdf.file(of: book.name), pdf))
                warnings += notes
            } catch let lack as ReportError where lack.isLackOfPackages && !isExplicit {
                missing = lack
            } catch ReportError.problems(let found) where formats.count > 1 {
                problems = found
            } catch ReportError.latexFailed(let reason) where formats.count > 1 {
                problems = [Problem(.latexFailed(reason), at: Place(file: Format.pdf.file(of: book.name)))]
            }
            // The other formats stand.
            if !problems.isEmpty, formats.contains(.html) {
                made = made.filter { $0.batch.paths != ["index.html"] }
                made += try [site.frontBatch(hasPDF: false)].made(over: standing)
            }
        }
        made += try others.map { Batch($0) }.made(over: standing)
        try made.write(to: folder, over: standing)
        let surprises = records.flatMap { record in record.surprises.map { (record, $0) } }
        func listed(_ asWritten: Bool) -> [ReportOutcome.Surprise] {
            surprises.filter { $0.0.isAsWritten == asWritten }.map { record, claim in
                ReportOutcome.Surprise(
                    section: record.section.info.slug, id: claim.id,
                    expected: claim.expected.verdict(in: record.profile),
                    verdict: claim.verdict)
            }
        }
        return ReportOutcome(
            keys: made.keys,
            excerpts: formats == [.html] && renderers.isEmpty && citationStyle == nil ? try site.excerpts() : [:],
            failures: listed(true), differences: listed(false),
            warnings: warnings, problems: problems, missingForPDF: missing)
    }
}
