import ArgumentParser
import Build
import Foundation

/// `regbook run`: one section's results, values and claims.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs one section and prints what came out.")

    @Argument(
        help: ArgumentHelp("The section's name, as 'list' shows it.", valueName: "section"), completion: .sections)
    var section: String

    @Flag(help: "Prints results, values and claims as JSON.")
    var json = false

    @OptionGroup var experiments: ExperimentOptions

    func run() async throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        let job = try setup.job(for: try tool.book.section(named: section), settings: setup.settings)
        try setup.checkSettings(reach: [section])
        let progress = try ProgressReporter.make(
            setup, sections: [section], quiet: experiments.quiet, verbose: experiments.verbose)
        let runner = setup.runner(observer: progress)
        let run = try await progress.during { try await runner.run(job) }
        let transcript = SectionTranscript(run)
        tool.console.print(json ? try transcript.json() : transcript.text)
    }
}
