import Build
import Foundation
import Notebook
import Report

/// Makes pages of variations of one state of the book.
struct VariationMaker: Sendable {
    private let tool: BookTool
    private let options: BuildOptions
    /// What earlier variations read and showed.
    private let remembered: RememberedRuns
    private let gate: CoreGate

    /// - Parameters:
    ///   - options: those of the preview.
    ///   - gate: the cores that builds and variations share.
    init(tool: BookTool, options: BuildOptions, gate: CoreGate, remembered: RememberedRuns) {
        self.tool = tool
        self.options = options
        self.gate = gate
        self.remembered = remembered
    }

    /// - Throws: what is wrong with the settings, as `--set` has it.
    func check(_ variation: Variation) throws { _ = try jobs(of: variation) }

    /// The page of `variation` and its figures, by their paths in a report.
    ///
    /// - Parameter executor: what runs experiments; a page whose results are stored does not wait for it.
    /// - Throws: what is wrong with the settings, in an experiment or in the prose; `CancellationError`.
    func files(
        of variation: Variation, on executor: any TaskExecutor, observer: any BuildObserver
    ) async throws -> LivePages.Files {
        let changed = try jobs(of: variation)
        let plan = try plan()
        let runner = plan.setup.runner(observer: observer, remembered: remembered, gate: gate)
        let order = try plan.all.map { changed[$0.path] ?? $0 }
            .filter { try changed[$0.path] != nil || runner.isFresh($0) }
        let isStored = try changed.values.allSatisfy { try runner.isFresh($0) }
        let runs = try await withTaskExecutorPreference(isStored ? nil : executor) { try await runner.run(order) }
        try Task.checkCancellation()
        return try plan.page(variation.page, of: runs, remembered: remembered)
    }

    private func plan() throws -> BuildPlan { try BuildPlan(tool: tool, options: options) }

    /// The changed studies as they are to be run, by their paths.
    private func jobs(of variation: Variation) throws -> [String: StudyJob] {
        let section = try tool.book.section(named: variation.page)
        var jobs: [String: StudyJob] = [:]
        for (name, change) in variation.studies {
            guard let study = section.studies.first(where: { $0.name == name }) else {
                throw ToolError.unknownStudy(name, section: variation.page, known: section.studies.map(\.name))
            }
            var options = options.experiments
            options.settings += variation.settings(of: name)
            options.seed = change.seed ?? options.seed
            options.profile = change.profile ?? options.profile
            let setup = try ExperimentSetup(tool: tool, options: options)
            let job = try setup.jobs(for: section, settings: setup.settings).first { $0.path == study.path }
            try setup.check(job.map { [$0] } ?? [])
            jobs[study.path] = job
        }
        return jobs
    }

    /// What the page of the section `slug` needs to offer other settings, as JSON; nil for a page that has no studies.
    func panels(of slug: String) -> Data? {
        guard let section = tool.book.sections.first(where: { $0.info.slug == slug }) else { return nil }
        do {
            let plan = try plan()
            let panels = try plan.setup.jobs(for: section, settings: plan.setup.settings).map { job in
                try LivePanel(of: job, rows: job.study.parameterTable(for: job.profile).rows)
            }
            return try JSONEncoder().encode(LivePanels(command: command, seed: plan.setup.seed, studies: panels))
        } catch {
            tool.console.complain(Wording.report(error))
            return nil
        }
    }

    /// The command that makes a report as the preview does.
    private var command: String {
        let experiments = options.experiments
        let pairs = [("profile", experiments.profile), ("data", experiments.data), ("seed", experiments.seed)]
        let words = pairs.flatMap { name, value in value.map { ["--\(name)", $0] } ?? [] }
        let settings = experiments.settings.isEmpty ? [] : ["--set"] + experiments.settings
        return ([tool.book.name, "build"] + words + settings).joined(separator: " ")
    }
}
