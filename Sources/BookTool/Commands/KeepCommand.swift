import ArgumentParser
import Build

/// `regbook keep`: puts the results of long runs beside the prose, for every reader to see.
struct KeepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep", abstract: "Runs sections in a long profile and keeps their results in the book's folder.")

    @Argument(
        help: ArgumentHelp(
            "The sections or studies, as 'list' shows them; all when none.", valueName: "section[/study]"),
        completion: .sections)
    var sections: [String] = []

    @OptionGroup var experiments: ExperimentOptions

    func run() async throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        guard setup.profile != .quick else { throw ToolError.keepsLongRunsOnly }
        let jobs = try setup.jobs(named: sections)
        try setup.check(jobs)
        if let changed = jobs.first(where: { !$0.isAsWritten }) {
            throw ToolError.keepsWrittenRunsOnly(changed.path)
        }
        let progress = try ProgressReporter.make(
            setup, sections: jobs.map(\.path), quiet: experiments.quiet, verbose: experiments.verbose)
        let runner = setup.runner(observer: progress)
        let files = KeptFiles(of: setup.root)
        let commit = BookVersion.commit(at: setup.root.url)
        try await progress.during {
            for job in jobs {
                let results = KeptResults(try await runner.run(job), commit: commit)
                tool.console.print("kept: \(try files.keep(results))")
            }
        }
    }
}
