import ArgumentParser

/// `regbook build`: runs what is stale and binds the report.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Runs the experiments that are stale and binds the report.")

    @OptionGroup var experiments: ExperimentOptions

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Runs these sections alone; others appear if their results are stored.", valueName: "section"))
    var only: [String] = []

    @Option(help: ArgumentHelp("The folder to write the report into.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("Which formats to make: html, pdf, or both with a comma between.", valueName: "formats"))
    var format: String?

    @Flag(help: "Says at the end what took how long.")
    var timings = false

    @Flag(help: "Fails on any unexpected verdict, also with changed parameters, seed or data.")
    var strict = false

    func run() async throws {
        let options = BuildOptions(
            experiments: experiments, only: only, output: output, format: format, strict: strict, timings: timings)
        let (outcome, _) = try await BuildPlan(tool: tool, options: options).build()
        if outcome.fails(strict: strict) { throw ExitCode.failure }
    }
}
