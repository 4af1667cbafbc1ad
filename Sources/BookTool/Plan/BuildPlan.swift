import Build
import Foundation
import Notebook
import Report

/// A build with all its options checked, and its steps.
struct BuildPlan: Sendable {
    let setup: ExperimentSetup
    /// The studies of the whole book.
    let all: [StudyJob]
    /// The studies to run.
    let jobs: [StudyJob]
    /// The studies that stand in the report only if their results are stored.
    let bystanders: [StudyJob]
    let output: OutputFolder
    let formats: Formats
    let paper: Paper
    let options: BuildOptions
    private var quiet: Bool { options.experiments.quiet }

    init(tool: BookTool, options: BuildOptions) throws {
        let only = Set(try tool.book.studies(named: options.only).map(\.study.path))
        formats = try Formats(options.formats)
        paper = try Paper(named: options.paper ?? Paper.a4.rawValue)
        let setup = try ExperimentSetup(tool: tool, options: options.experiments)
        all = try tool.book.sections.flatMap { try setup.jobs(for: $0, settings: setup.settings) }
        jobs = all.filter { only.contains($0.path) }
        bystanders = all.filter { !only.contains($0.path) }
        try setup.check(jobs)
        self.setup = setup
        output = OutputFolder(
            options.output.map(tool.folder)
                ?? setup.root.output)
        self.options = options
    }

    /// The build, step by step. Ends at once when the output already is what would be made.
    func build() async throws -> (outcome: BuildOutcome, isUnchanged: Bool) {
        let console = setup.tool.console
        let before = try BuildRecord.kept(for: output, in: setup.store)
        async let surveyed = before?.survey(of: output)
        let known = before?.inputs
        let inputs = try setup.inputIndex(known: known)
        let buildKey = try BuildKey(self, inputs)
        let key = buildKey.hex
        if let record = before, record.key == key, try record.isIntact(in: output, try await surveyed) {
            // What was touched, or too new when it was read, need not be read every time; nor need that succeed.
            if inputs != known { _ = Result { try record.with(inputs).keep(for: output, in: setup.store) } }
            summary(record.outcome, isUnchanged: true)
            return (record.outcome, true)
        }
        if let before, let edit = PageEdit(self, after: before, inputs: inputs, key: buildKey),
            let pages = try await edit.pages(), let survey = try await surveyed,
            let outcome = try edit.build(pages, survey)
        {
            summary(outcome, isUnchanged: false)
            return (outcome, false)
        }
        let survey = try await surveyed
        try checkInputs()
        try setup.store.prepare()
        let staging = try output.stage(
            bookRoot: setup.root.url, inputs: setup.root.inputs, known: before?.listing(of: output),
            obstacle: setup.tool.report(obstacle:))
        let previous = setup.store.previousReport(of: output)
        let standing = before?.standing(in: output, previous: previous)
        let dropped = droppedFormats
        let made: Made
        let record: Result<BuildRecord, any Error>
        do {
            made = try await make(key, into: staging, over: standing)
            try staging.takeOverOwnFiles()
            record = try staging.commit(keepingOldAt: previous) {
                Result {
                    try keepInputs(of: made)
                    let excerpts = made.excerpts.isEmpty ? nil : Excerpts(made.excerpts)
                    try excerpts?.keep(for: output, in: setup.store)
                    return try BuildRecord(
                        key: key, outcome: made.outcome, output: output, keys: made.keys, after: standing,
                        from: BuildRecord.Sources(
                            circumstances: buildKey.circumstances, inputs: inputs, excerpts: excerpts?.digest ?? ""),
                        replacing: before.flatMap { record in survey.map { (record, $0) } })
                }
            }
        } catch {
            staging.discard()
            throw error
        }
        keep(record)
        if !dropped.isEmpty && !quiet {
            let wanted = (formats.wanted + dropped).map(\.rawValue).sorted().joined(separator: ",")
            console.complain(
                "note: This report has no \(dropped.map(\.name).joined(separator: " and no ")), unlike the one before. "
                    + "'--format \(wanted)' makes all of them.")
        }
        if options.timings { made.timings.print(to: console) }
        summary(made.outcome, isUnchanged: false)
        return (made.outcome, false)
    }

    private func summary(_ outcome: BuildOutcome, isUnchanged: Bool) {
        BuildSummary(outcome, of: setup.tool.book.name, output: output, formats: formats, isUnchanged: isUnchanged)
            .print(to: setup.tool.console, quiet: quiet, strict: options.strict)
    }

    /// What came of a build.
    private struct Made {
        let runs: [StudyRun]
        let outcome: BuildOutcome
        /// What each file was made from, by its path.
        let keys: [String: String]
        /// What pages can be made again with, by slug.
        let excerpts: [String: Data]
        let timings: TimingTable
        let pace: Pace
    }

    /// Runs what is stale and writes every file of the report into `staging`.
    private func make(_ key: String, into staging: Staging, over standing: StandingFiles?) async throws -> Made {
        let start = ContinuousClock.now
        let progress = try ProgressReporter.make(
            setup, sections: jobs.map(\.path), quiet: quiet, verbose: options.experiments.verbose, isBound: true)
        return try await progress.during {
            async let files = keptRecords()
            let (runs, absent) = try await experiments(progress)
            let records = try sectionRecords(of: runs)
            let kept = try await files
            let computed = ContinuousClock.now
            async let values: Void = ValuesFile.write(records, to: staging)
            let report = try progress.whileBinding {
                let timings = TimingTable(runs: runs, experiments: computed - start, report: nil)
                return try ReportStep(
                    plan: self, runs: runs, records: records, kept: kept, timings: timings, standing: standing
                ).write(to: staging)
            }
            let outcome = BuildOutcome(
                records: records, kept: kept.records.map(\.record), warnings: report.warnings,
                notes: absentNotes(absent) + report.notes + memoryNotes)
            try await values
            try BuildFile(
                key: key, plan: self, runs: runs, records: records, outcome: outcome,
                seconds: (.now - start) / .seconds(1)
            ).write(to: staging)
            let timings = TimingTable(
                runs: runs, experiments: computed - start, report: .now - computed)
            return Made(
                runs: runs, outcome: outcome, keys: report.keys, excerpts: report.excerpts, timings: timings,
                pace: progress.pace)
        }
    }

    /// The formats of the report that stands in the output folder which this build does not make.
    private var droppedFormats: [Format] {
        Format.allCases.filter {
            !formats.wanted.contains($0)
                && FileManager.default.fileExists(atPath: "\(output.path)/\($0.file(of: setup.tool.book.name))")
        }
    }

    /// Keeps what `why` and the time left of the next build come from.
    private func keepInputs(of made: Made) throws {
        let templates = try TemplateDigests(of: setup.root.templates)
        for run in made.runs {
            try setup.inputs(of: run.job, templates).keep(for: run.job.path, in: setup.store)
        }
        try made.pace.keep(in: setup.store)
    }

    /// Keeps what the next build compares with: last, for whoever finds it looks for nothing left behind. The report stands
    /// already, so a failure costs the next build time only.
    func keep(_ record: Result<BuildRecord, any Error>) {
        do {
            try record.get().keep(for: output, in: setup.store)
        } catch {
            setup.tool.console.complain(
                "warning: The report stands, but the next build will make it again: \(Wording.message(for: error))")
        }
    }

    /// Notices a missing template, damaged data, and what is wrong in the prose whatever comes out, before hours of computing
    /// rather than after.
    private func checkInputs() throws {
        let sections = setup.tool.book.sections.filter { section in
            jobs.contains { $0.section.info.slug == section.info.slug }
        }
        for section in sections {
            let name = "\(section.info.slug).md"
            let file = setup.root.templates.appending(path: name).path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: file) else { throw ToolError.missingTemplate(name) }
        }
        let runner = setup.runner(observer: SilentObserver())
        let stale = try jobs.filter { try !runner.mayHaveResults(of: $0) }
        if stale.isEmpty { return }
        for table in stale.flatMap(\.tables) { _ = try table.read() }
        try Report.check(
            sections, of: setup.tool.book, templates: setup.root.templates, sources: setup.root.sources)
    }

    /// Runs what is to be run, and takes along the others whose results are stored; names the sections that are not whole.
    private func experiments(_ progress: ProgressReporter) async throws -> (runs: [StudyRun], absent: [String]) {
        let runner = setup.runner(observer: progress, remembered: options.remembered, gate: options.gate)
        let present = try bystanders.filter { try runner.isFresh($0) }
        let wanted = Set((jobs + present).map(\.path))
        let order = all.filter { wanted.contains($0.path) }
        let runs = try await runner.run(order, finish: drawAhead)
        let missing = Set(bystanders.filter { !wanted.contains($0.path) }.map(\.section.info.slug))
        return (runs, setup.tool.book.sections.map(\.info.slug).filter(missing.contains))
    }

    /// Draws the figures of a study as soon as it has run, under the names that they have alone.
    private func drawAhead(_ run: StudyRun) throws {
        let record = try SectionRecord(
            section: run.job.section, profile: run.job.profile, seed: run.job.seed, studies: [run.record],
            rerunCommand: run.job.rerunCommand)
        try ReportStep.draw(record, setup)
    }

    /// The sections that are whole.
    ///
    /// - Throws: `PageError` when two claims of the book bear one id.
    func sectionRecords(of runs: [StudyRun]) throws -> [SectionRecord] {
        let records = try runs.sectionRecords(rerunBy: setup.rerunCommand)
        try Page { records.flatMap(\.page.claims) }.checkNames()
        return records
    }

    private func keptRecords() throws -> KeptFiles.Records {
        try KeptFiles(of: setup.root).records(
            of: setup.tool.book, digests: setup.tool.sources, remembered: options.remembered)
    }

    /// The kept records of the sections `slugs`.
    func keptRecords(of slugs: Set<String>) throws -> KeptFiles.Records {
        try KeptFiles(of: setup.root).records(
            of: setup.tool.book, besides: { !slugs.contains($0.info.slug) }, digests: setup.tool.sources,
            remembered: options.remembered)
    }

    /// The pages of the report that shows `runs`, to be made again with other results.
    ///
    /// - Throws: `ReportError`: what is wrong in templates.
    func pages(of runs: [StudyRun]) throws -> ReportPages {
        try ReportStep(
            plan: self, runs: runs, records: try sectionRecords(of: runs), kept: try keptRecords(),
            timings: TimingTable(runs: runs, experiments: .zero, report: nil), standing: nil
        ).pages()
    }

    private var memoryNotes: [String] {
        guard options.experiments.memory != nil, ProcessMemory.peak > setup.memory.bytes else { return [] }
        let (peak, budget) = (ByteCount(ProcessMemory.peak), ByteCount(setup.memory.bytes))
        return ["note: One computation alone needed more memory than --memory allows: \(peak) instead of \(budget)."]
    }

    private func absentNotes(_ absent: [String]) -> [String] {
        guard !absent.isEmpty else { return [] }
        let isEverything = absent.count == setup.tool.book.sections.count
        let names = isEverything ? "every section" : absent.joined(separator: ", ")
        let unseen = jobs.filter { absent.contains($0.section.info.slug) }.map(\.path)
        return ["note: Not in this report, for lack of stored results: \(names). Build without --only to add them."]
            + unseen.map {
                "note: '\($0)' was run, but its section has no page, for lack of other studies' results. '\(setup.tool.book.name) run \($0)' "
                    + "prints what it found."
            }
    }
}
