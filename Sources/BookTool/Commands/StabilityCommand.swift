import ArgumentParser
import Build
import Notebook
import Report

/// `regbook stability`: runs studies with several master seeds and counts the verdicts.
struct StabilityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stability",
        abstract: "Runs studies with several master seeds and counts the verdicts of each claim.",
        discussion: "Finished work is stored, so a stopped run resumes.")

    @Option(help: ArgumentHelp("The first and the last master seed.", valueName: "range"))
    var seeds = "1-10"

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Runs these sections or studies alone; counts of others stay.", valueName: "section[/study]"),
        completion: .sections)
    var only: [String] = []

    @Option(help: ArgumentHelp("How many computations run at once; by default one a core.", valueName: "number"))
    var jobs: Int?

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    @Flag(name: .shortAndLong, help: "Shows no progress.")
    var quiet = false

    func run() async throws {
        guard let range = SeedRange(seeds)?.range
        else {
            throw ToolError.wrongSeeds(seeds, limit: SeedRange.limit)
        }
        let setup = try ExperimentSetup(tool: tool, root: root, jobs: jobs)
        let jobs = try setup.jobs(named: only)
        let files = KeptFiles(of: setup.root)
        let commit = BookVersion.commit(at: setup.root.url)
        let progress = SeedProgress(
            reporter: try ProgressReporter.make(
                setup, sections: jobs.map(\.path), quiet: quiet, verbose: false))
        let runner = setup.runner(observer: progress)
        var stability = try files.stability() ?? Stability()
        let known = Set(tool.book.sections.flatMap(\.studies).map(\.path))
        stability.studies = stability.studies.filter { known.contains($0.key) }
        try await progress.reporter.during {
            for job in jobs {
                let path = job.path
                progress.begin(path, seeds: range.count)
                let start = ContinuousClock.now
                let runs = try await runner.run(range.map { job.with(seed: $0) })
                stability.studies[path] = Stability.Study(
                    commit: commit, experiment: tool.experiments[path] ?? "", seeds: range,
                    claims: Self.counts(runs.map(\.record)))
                try files.keep(stability)
                let time = StudyTime(
                    seconds: (ContinuousClock.now - start) / .seconds(1), work: runs.reduce(0) { $0 + $1.time.work })
                progress.end(path, time: time, isStored: runs.allSatisfy(\.isStored))
                let records = runs.flatMap(\.record.page.claims)
                let asWritten = records.count { $0.verdict == $0.expected.verdict(in: .quick) }
                tool.console.print("\(path): \(asWritten) of \(records.count) verdicts as written")
            }
        }
    }

    /// How many of `records` gave which verdict, by the claim's id.
    private static func counts(_ records: [StudyRecord]) -> [String: [Verdict: Int]] {
        var counts: [String: [Verdict: Int]] = [:]
        for claim in records.flatMap(\.page.claims) { counts[claim.id, default: [:]][claim.verdict, default: 0] += 1 }
        return counts
    }
}
