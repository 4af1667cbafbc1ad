import ArgumentParser
import Build
import Foundation

/// `regbook run`: the results, values and claims of a section's studies, or of one.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs one section, or one study of it, and prints what came out.")

    @Argument(
        help: ArgumentHelp("The section or study, as 'list' shows it.", valueName: "section[/study]"),
        completion: .sections)
    var section: String

    @Flag(help: "Prints results, values and claims as JSON.")
    var json = false

    @OptionGroup var experiments: ExperimentOptions

    func run() async throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        let jobs = try setup.jobs(named: [section])
        try setup.checkSettings(reach: jobs)
        let progress = try ProgressReporter.make(
            setup, sections: jobs.map(\.path), quiet: experiments.quiet, verbose: experiments.verbose)
        let runner = setup.runner(observer: progress)
        let transcripts = try await progress.during { try await runner.run(jobs) }.map(StudyTranscript.init)
        guard json else { return tool.console.print(transcripts.map(\.text).joined(separator: "\n")) }
        let objects = try transcripts.map { try $0.json() }
        let data = try JSONSerialization.data(
            withJSONObject: objects.count == 1 ? objects[0] : objects,
            options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        tool.console.print(String(decoding: data, as: UTF8.self))
    }
}
