import Build
import Foundation
import Hashing
import Notebook
import Report

/// A build before which nothing but the prose of a few pages was edited, and in a way that concerns no other page.
///
/// It reads those pages and the results that they show, and replaces their files in the report that stands.
struct PageEdit {
    private let plan: BuildPlan
    private let before: BuildRecord
    private let inputs: InputIndex
    private let key: String
    /// The pages that were edited.
    private let slugs: [String]
    private let start = ContinuousClock.now

    /// The most pages that are made again one by one.
    private static let most = 8

    /// - Parameter before: the record of the report that stands.
    /// - Returns: nil when anything else has changed, or a format is made that holds all pages.
    init?(_ plan: BuildPlan, after before: BuildRecord, inputs: InputIndex, key: BuildKey) {
        let pages = plan.setup.pageTemplates
        let changes = inputs.changes(since: before.inputs)
        let slugs = changes.compactMap { pages[$0] }
        guard plan.formats.wanted == [.html], !plan.options.timings, plan.options.experiments.memory == nil,
            before.circumstances == key.circumstances, slugs.count == changes.count,
            (1...Self.most).contains(slugs.count), changes.allSatisfy({ inputs.digest(of: $0) != nil })
        else { return nil }
        self.plan = plan
        self.before = before
        self.inputs = inputs
        self.key = key.hex
        self.slugs = slugs
    }

    /// Puts the report with `pages` in the place of the one that stands.
    ///
    /// - Parameter survey: what stands.
    /// - Returns: what the build has to say at its end; nil when more than these pages has to be made, and nothing was done.
    func build(_ pages: [String: Data], _ survey: FolderSurvey) throws -> BuildOutcome? {
        guard before.fits(survey) else { return nil }
        var files = pages
        let marker = OutputFolder.marker
        let seconds = (.now - start) / Duration.seconds(1)
        guard let old = try InputFiles.contents(of: URL(filePath: "\(plan.output.path)/\(marker)")),
            let new = BuildFile.revised(old, from: before.key, to: key, seconds: seconds)
        else { return nil }
        files[marker] = new
        let setup = plan.setup
        try setup.store.prepare()
        guard let revision = Revision(of: plan.output, before, survey, files: files),
            let record = try revision.commit(
                bookRoot: setup.root.url, inputs: setup.root.inputs,
                keepingOldAt: setup.store.previousReport(of: plan.output), key: key, inputs: inputs,
                obstacle: setup.tool.report(obstacle:))
        else { return nil }
        plan.keep(
            Result {
                try keepInputs()
                return record
            })
        return before.outcome
    }

    /// Keeps what `why` compares with.
    private func keepInputs() throws {
        let setup = plan.setup
        for job in plan.all where slugs.contains(job.section.info.slug) {
            let prose = inputs.digest(of: setup.template(job.section.info.slug)) ?? ""
            try StudyInputs.kept(for: job.path, in: setup.store)?.with(prose: prose).keep(
                for: job.path, in: setup.store)
        }
    }

    /// The files of the pages, by their paths; nil when others differ, too.
    func pages() async throws -> [String: Data]? {
        let (setup, language) = (plan.setup, plan.setup.tool.book.language)
        guard let kept = try Excerpts(of: plan.output, digest: before.excerpts, in: setup.store),
            let book = kept[Report.bookExcerpt].flatMap(BookExcerpt.init)
        else { return nil }
        var excerpts: [(slug: String, excerpt: PageExcerpt)] = []
        for slug in slugs {
            guard let excerpt = kept[slug].flatMap({ PageExcerpt(data: $0, in: language) }) else { return nil }
            excerpts.append((slug, excerpt))
        }
        let needed = Set(excerpts.flatMap(\.excerpt.sections))
        let jobs = plan.all.filter { needed.contains($0.section.info.slug) }
        let runner = setup.runner(
            observer: SilentObserver(), remembered: plan.options.remembered, gate: plan.options.gate)
        for job in jobs where try !runner.isFresh(job) { return nil }
        let runs = try await runner.run(jobs)
        let step = ReportStep(
            plan: plan, runs: runs, records: try plan.sectionRecords(of: runs),
            kept: try plan.keptRecords(of: needed),
            timings: TimingTable(runs: runs, experiments: .zero, report: nil), standing: nil)
        return try step.files(ofEdited: excerpts, in: book)
    }
}
