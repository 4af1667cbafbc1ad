import ArgumentParser

/// `regbook serve`: builds, shows the report in browsers on this machine, and keeps both up to date.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the report on this machine and keeps it up to date while its sources are edited.")

    @OptionGroup var experiments: ExperimentOptions

    @Argument(
        help: ArgumentHelp("Sections to run, as with --only; all when none is named.", valueName: "section"),
        completion: .sections)
    var sections: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Runs these sections alone; others appear if their results are stored.", valueName: "section"),
        completion: .sections)
    var only: [String] = []

    @Option(help: ArgumentHelp("The folder to write the report into.", valueName: "folder"), completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp("Which formats to keep up to date; html by default.", valueName: "formats"),
        completion: .formats)
    var format: [String] = []

    @Option(help: ArgumentHelp("The port to listen at; 0 for any free one.", valueName: "number"))
    var port: UInt16 = 4000

    func run() async throws {
        let options = BuildOptions(
            experiments: experiments, only: sections + only, output: output,
            formats: format.isEmpty ? ["html"] : format)
        var loop = try PreviewLoop(tool: tool, options: options, port: port)
        try await loop.run()
    }
}
