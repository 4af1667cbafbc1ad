import ArgumentParser
import Build

/// `regbook build`: runs what is stale and binds the report.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Runs the experiments that are stale and binds the report.")

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
        help: ArgumentHelp(
            "Which formats to make: html, pdf, epub, or several with commas between; may be repeated.",
            valueName: "formats"),
        completion: .formats)
    var format: [String] = []

    @Option(help: ArgumentHelp("The paper of the PDF: a4 or letter.", valueName: "paper"), completion: .papers)
    var paper: String?

    @OptionGroup var engine: EngineOptions

    @Flag(help: "Reports at the end how long each part took.")
    var timings = false

    @Flag(help: "Fails on any warning and any unexpected verdict, also with changed parameters, seed or data.")
    var strict = false

    @Flag(help: "Prints what is wrong as JSON, for editors.")
    var json = false

    func run() async throws {
        guard json else {
            if try await build(tool).fails(strict: strict) { throw ExitCode.failure }
            return
        }
        do {
            let transcript = DiagnosticTranscript(try await build(tool.silent), strict: strict)
            tool.console.print(try transcript.json())
            if transcript.fails { throw ExitCode.failure }
        } catch let code as ExitCode {
            throw code
        } catch {
            tool.console.print(try DiagnosticTranscript(error).json())
            throw Wording.isUsage(error) ? ExitCode.validationFailure : .failure
        }
    }

    private func build(_ tool: BookTool) async throws -> BuildOutcome {
        let options = BuildOptions(
            experiments: experiments, only: sections + only, output: output, formats: format, paper: paper,
            strict: strict,
            timings: timings)
        let plan = try BuildPlan(tool: tool, options: options)
        guard try await engine.compute(plan) else { throw ExitCode.success }
        return try await plan.build().outcome
    }
}
