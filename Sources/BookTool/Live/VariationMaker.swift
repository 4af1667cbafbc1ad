import Build
import Foundation
import Notebook
import Report
import Synchronization

/// Makes pages of variations of one state of the book.
final class VariationMaker: Sendable {
    private let tool: BookTool
    private let options: BuildOptions
    private let reading = Mutex<Task<Basis, any Error>?>(nil)

    /// What all variations have in common.
    private struct Basis: Sendable {
        let plan: BuildPlan
        /// The studies of the book as they are.
        let runs: [StudyRun]
        let pages: ReportPages
    }

    /// - Parameter options: those of the preview.
    init(tool: BookTool, options: BuildOptions) {
        self.tool = tool
        self.options = options
    }

    /// - Throws: what is wrong with the settings, as `--set` has it.
    func check(_ variation: Variation) throws { _ = try jobs(of: variation) }

    /// The page of `variation`.
    ///
    /// - Parameter executor: what runs experiments; a page whose results are stored does not wait for it.
    /// - Throws: what is wrong with the settings, in an experiment or in the prose; `CancellationError`.
    func page(
        of variation: Variation, on executor: any TaskExecutor, observer: any BuildObserver
    ) async throws -> ReportPage {
        let changed = try jobs(of: variation)
        let basis = try await basis()
        let setup = basis.plan.setup
        let runner = setup.runner(observer: observer, gate: options.gate)
        let isStored = try changed.values.allSatisfy { try runner.mayHaveResults(of: $0) }
        let runs = try await withTaskExecutorPreference(isStored ? nil : executor) {
            try await runner.run(Array(changed.values))
        }
        try Task.checkCancellation()
        let others = basis.runs.filter { $0.job.section.info.slug == variation.page && changed[$0.job.path] == nil }
        let byPath = Dictionary((runs + others).map { ($0.job.path, $0) }) { first, _ in first }
        let inOrder = basis.plan.all.compactMap { byPath[$0.path] }
        guard let record = try basis.plan.sectionRecords(of: inOrder).first else {
            throw ToolError.absentSection(variation.page)
        }
        return try basis.pages.page(showing: record)
    }

    private func basis() async throws -> Basis {
        let task = started()
        do { return try await task.value } catch {
            // What was wrong with the disk may be mended by the next time.
            reading.withLock { if $0 == task { $0 = nil } }
            throw error
        }
    }

    private func started() -> Task<Basis, any Error> {
        reading.withLock { reading in
            if let reading { return reading }
            let task = Task { [self] in
                let plan = try plan()
                let runner = plan.setup.runner(
                    observer: SilentObserver(), remembered: options.remembered, gate: options.gate)
                let runs = try await runner.run(plan.all.filter { try runner.isFresh($0) })
                return Basis(plan: plan, runs: runs, pages: try plan.pages(of: runs))
            }
            reading = task
            return task
        }
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
        // So that the first change need not wait for it. What is wrong is told to whoever asks for a page.
        Task { [self] in _ = try await basis().pages.prepare(slug) }
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

    /// The file at `path` of a figure of `page`; nil where there is none, or none can be made.
    func file(at path: String, of page: ReportPage) -> Data? {
        do { return try page.file(at: path) } catch {
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
