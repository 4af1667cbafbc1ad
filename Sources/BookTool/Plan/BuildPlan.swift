import Build
import Foundation
import Notebook

/// A build with all its options checked, and its steps.
struct BuildPlan: Sendable {
    let setup: ExperimentSetup
    /// The sections to run.
    let jobs: [SectionJob]
    /// The sections that stand in the report only if their results are stored.
    let bystanders: [SectionJob]
    let output: OutputFolder
    let formats: Formats
    let strict: Bool
    let quiet: Bool
    let verbose: Bool
    let timings: Bool

    init(
        tool: BookTool, options: ExperimentOptions, only: [String], output: String?, format: String?, strict: Bool,
        timings: Bool
    ) throws {
        let names = only.flatMap { $0.split(separator: ",").map(String.init) }
        for name in names { _ = try tool.book.section(named: name) }
        formats = try Formats(format)
        let setup = try ExperimentSetup(tool: tool, options: options)
        let all = try tool.book.sections.map { try setup.job(for: $0, settings: setup.settings) }
        jobs = all.filter { names.isEmpty || names.contains($0.section.info.slug) }
        bystanders = all.filter { !names.isEmpty && !names.contains($0.section.info.slug) }
        self.setup = setup
        self.output = OutputFolder(
            output.map(tool.folder)
                ?? URL(filePath: setup.root.settings.output, directoryHint: .isDirectory, relativeTo: setup.root.url))
        self.strict = strict
        self.timings = timings
        quiet = options.quiet
        verbose = options.verbose
    }

    /// The build, step by step. Ends at once when the output already is what would be made.
    func build() async throws -> BuildOutcome {
        let console = setup.tool.console
        let key = try BuildKey(self).hex
        if let record = try BuildRecord.kept(for: output, in: setup.store), record.key == key,
            try record.isIntact(in: output)
        {
            BuildSummary(record.outcome, output: output, formats: formats, isUnchanged: true)
                .print(to: console, quiet: quiet, strict: strict)
            return record.outcome
        }
        try checkTemplates()
        let staging = try output.stage(bookRoot: setup.root.url)
        do {
            let start = ContinuousClock.now
            let progress = ProgressReporter.make(
                console: console, sections: jobs.map(\.section.info.slug), quiet: quiet, verbose: verbose)
            var computed = start
            let (runs, absent, notes) = try await progress.during {
                let (runs, absent) = try await experiments(progress)
                computed = .now
                let notes = try progress.whileBinding { try ReportStep(plan: self, runs: runs).write(to: staging) }
                return (runs, absent, notes)
            }
            let outcome = BuildOutcome(records: runs.map(\.record), notes: absentNotes(absent) + notes)
            try BuildFile(
                key: key, plan: self, runs: runs, outcome: outcome, seconds: (.now - start) / .seconds(1)
            ).write(to: staging.url)
            try staging.commit()
            remember(runs, key: key, outcome: outcome)
            if timings {
                TimingTable(runs: runs, experiments: computed - start, report: .now - computed).print(to: console)
            }
            BuildSummary(outcome, output: output, formats: formats, isUnchanged: false)
                .print(to: console, quiet: quiet, strict: strict)
            return outcome
        } catch {
            try staging.discard()
            throw error
        }
    }

    /// Keeps what the next build compares with. The report stands already, so a failure costs the next build time only.
    private func remember(_ runs: [SectionRun], key: String, outcome: BuildOutcome) {
        do {
            try BuildRecord(key: key, outcome: outcome, output: output).keep(for: output, in: setup.store)
            for run in runs {
                try setup.inputs(of: run.job).keep(for: run.job.section.info.slug, in: setup.store)
            }
        } catch {
            setup.tool.console.complain(
                "warning: The report stands, but the next build will make it again: \(Wording.message(for: error))")
        }
    }

    /// Notices a missing template before hours of computing rather than after.
    private func checkTemplates() throws {
        for job in jobs {
            let name = "\(job.section.info.slug).md"
            let file = setup.root.templates.appending(path: name).path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: file) else { throw ToolError.missingTemplate(name) }
        }
    }

    /// Runs what is to be run, and takes along the others whose results are stored; names those that are not.
    private func experiments(_ progress: ProgressReporter) async throws -> (runs: [SectionRun], absent: [SectionJob]) {
        let runner = setup.runner(observer: progress)
        let present = try bystanders.filter { try runner.isFresh($0) }
        let wanted = Set((jobs + present).map(\.section.info.slug))
        let order = try setup.tool.book.sections.filter { wanted.contains($0.info.slug) }
            .map { try setup.job(for: $0, settings: setup.settings) }
        return (try await runner.run(order), bystanders.filter { !wanted.contains($0.section.info.slug) })
    }

    private func absentNotes(_ absent: [SectionJob]) -> [String] {
        guard !absent.isEmpty else { return [] }
        let names = absent.map(\.section.info.slug).joined(separator: ", ")
        return ["note: Not in this report, for lack of stored results: \(names). Build without --only to add them."]
    }
}
