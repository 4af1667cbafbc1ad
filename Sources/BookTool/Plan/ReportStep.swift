import Build
import Foundation
import Notebook
import Plots
import Report

/// The last build's files, where there was one, for the report.
private struct StandingOutput: StandingReport {
    let files: StandingFiles?

    func holds(_ paths: [String], madeFrom key: String) -> Bool { files?.holds(paths, madeFrom: key) ?? false }

    func take(_ batches: [(paths: [String], key: String)], into folder: URL) throws -> [Bool] {
        try files?.take(batches, into: folder) ?? batches.map { _ in false }
    }
}

/// Hands the sections' records to the report.
struct ReportStep {
    let plan: BuildPlan
    let runs: [StudyRun]
    let records: [SectionRecord]
    let kept: KeptFiles.Records
    let timings: TimingTable
    /// What the last build left.
    let standing: StandingFiles?

    /// Draws the figures of a study ahead of its page, while others are still computed.
    static func draw(_ record: SectionRecord, _ setup: ExperimentSetup) throws {
        try Report.draw(record, cache: StoreProducts(setup.store), code: setup.tool.sources.report)
    }

    /// What came of it.
    struct Outcome {
        /// What is not as it should be; an error where a format could not be made while the others stand.
        let warnings: [Diagnostic]
        /// What the reader should know.
        let notes: [String]
        /// What each file was made from, by its path.
        let keys: [String: String]
        /// What pages can be made again with after an edit, by slug.
        let excerpts: [String: Data]
    }

    /// Writes the report into `staging`.
    ///
    /// - Throws: `ReportError`: what is wrong in templates, or a format that was asked for and can't be made here.
    func write(to staging: Staging) throws -> Outcome {
        let outcome = try report().write(to: staging.url, over: StandingOutput(files: standing))
        var notes = kept.notes
        if let lack = outcome.missingForPDF { notes.append("note: No PDF: \(Wording.message(for: lack))") }
        let diagnostics = outcome.problems.map { $0.diagnostic() } + outcome.warnings.map { $0.diagnostic(.warning) }
        return Outcome(warnings: diagnostics, notes: notes, keys: outcome.keys, excerpts: outcome.excerpts)
    }

    /// The pages of sections, to be made again with other results.
    ///
    /// - Throws: `ReportError`: what is wrong in templates.
    func pages() throws -> ReportPages { try ReportPages(of: report()) }

    /// The files of edited pages, by their paths; nil when others differ, too.
    func files(
        ofEdited pages: [(slug: String, excerpt: PageExcerpt)], in book: BookExcerpt
    ) throws -> [String: Data]? {
        let report = try report()
        var files: [String: Data] = [:]
        for (slug, excerpt) in pages {
            guard let own = try report.files(ofEdited: slug, excerpt, in: book) else { return nil }
            files.merge(own) { first, _ in first }
        }
        return files
    }

    private func report() throws -> Report {
        let setup = plan.setup
        let stability = try KeptFiles(of: setup.root).stability()
            .map { StabilityTable($0, experiments: setup.tool.experiments) }
        return Report(
            book: setup.tool.book, records: records, kept: kept.records, stability: stability,
            ledger: try KeptFiles(of: setup.root).ledger(),
            templates: setup.root.templates,
            sources: setup.root.sources, cache: StoreProducts(setup.store), code: setup.tool.sources.report,
            formats: plan.formats.wanted, isExplicit: plan.formats.isExplicit, paper: plan.paper, facts: facts,
            timings: timings.rows, citationStyle: setup.root.settings.citationStyle, renderers: setup.tool.renderers)
    }

    /// What the page about the build tells besides sections.
    private var facts: BuildFacts {
        let source = plan.setup.source
        let kernels = Set(runs.map(\.kernel)).sorted()
        // The speed stands behind the semicolon.
        let untimed = Set(kernels.map { String($0.prefix { $0 != ";" }) }).sorted()
        let readsImages = runs.contains { $0.record.study.readsImages }
        let tables = runs.flatMap(\.job.allTables).reduce(into: [String: DataSet]()) { $0[$1.set.name] = $1.set }
        let images: [BuildFacts.DataSet] = readsImages ? [.init(source.name, checksum: source.checksum)] : []
        return BuildFacts(
            parts: [
                .init(
                    "This book's program, digest of its sources", String(plan.setup.tool.sources.everything.prefix(16))),
                .init(
                    "OpenBLAS, kernel of the results", kernels.joined(separator: "; "),
                    untimed: untimed.joined(separator: "; ")),
                .init("Cairo", Drawing.cairoVersion),
            ],
            data: images
                + tables.values.sorted { $0.name < $1.name }.map { set in
                    BuildFacts.DataSet("\(set.title) (\(set.licence))", checksum: set.files[0].checksum)
                })
    }
}
