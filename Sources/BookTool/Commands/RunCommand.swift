import ArgumentParser
import Build
import Foundation

/// `regbook run`: the results, values and claims of a section's studies, or of one.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs sections, or single studies of them, and prints what came out.")

    @Argument(
        help: ArgumentHelp("The sections or studies, as 'list' shows them.", valueName: "section[/study]"),
        completion: .sections)
    var sections: [String]

    @Flag(help: "Prints results, values and claims as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Also writes each study's results there, as they are stored, under its name.", valueName: "folder"),
        completion: .directory)
    var results: String?

    @OptionGroup var experiments: ExperimentOptions

    func run() async throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        let jobs = try setup.jobs(named: sections)
        try setup.check(jobs)
        let progress = try ProgressReporter.make(
            setup, sections: jobs.map(\.path), quiet: experiments.quiet, verbose: experiments.verbose)
        let runner = setup.runner(observer: progress)
        let runs = try await progress.during { try await runner.run(jobs) }
        if let results { try write(runs, to: tool.folder(results)) }
        let transcripts = runs.map(StudyTranscript.init)
        guard json else { return tool.console.print(transcripts.map(\.text).joined(separator: "\n")) }
        let objects = try transcripts.map { try $0.json() }
        let data = try JSONSerialization.data(
            withJSONObject: objects.count == 1 ? objects[0] : objects,
            options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        tool.console.print(String(decoding: data, as: UTF8.self))
    }

    private func write(_ runs: [StudyRun], to folder: URL) throws {
        for run in runs {
            let file = folder.appending(path: "\(run.job.path).json")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try run.results.write(to: file, options: .atomic)
        }
    }
}
