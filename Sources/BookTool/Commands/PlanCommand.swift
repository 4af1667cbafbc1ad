import ArgumentParser
import Build
import Foundation

/// `regbook plan`: what a build would compute, how long it takes and what can be computed now.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Says what a build would compute, and how long it takes with how many workers.",
        discussion: """
            Experiments are run with the outputs that are stored. Where some of a stage are missing, one that is there stands \
            in for them, so that later stages are counted, too; their number may still depend on what comes out. Times are \
            those of earlier builds and of --sample.
            """)

    @Argument(
        help: ArgumentHelp("The sections or studies to plan; all when none is named.", valueName: "section[/study]"),
        completion: .sections)
    var sections: [String] = []

    @Flag(help: "Computes one item of each stage that has no stored one, to time it.")
    var sample = false

    @Flag(help: "Prints the items that can be computed now as a list of work for 'work'.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Seconds of work that make up a batch; by default what the settings say, or 300.", valueName: "seconds"))
    var batchSeconds: Double?

    @OptionGroup var experiments: ExperimentOptions

    func run() async throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        let jobs = try setup.jobs(named: sections)
        try setup.check(jobs)
        let seconds = batchSeconds ?? setup.root.settings.engine.batchSeconds
        guard seconds > 0, seconds < 1e7 else { throw ToolError.wrongSeconds(option: "batch-seconds", seconds) }
        let plan = try WorkPlan(setup, options: experiments, jobs: jobs, keepsData: json)
        if json {
            let items = try await plan.frontier(keepsResults: true).items
            let list = plan.list(of: items, batchSeconds: seconds, pace: try Pace.kept(in: setup.store))
            return tool.console.print(String(decoding: try list.json, as: UTF8.self))
        }
        var pace = try Pace.kept(in: setup.store)
        let forecast = try await setup.runner(observer: SilentObserver()).forecast(of: plan.jobs, samples: sample)
        for stage in forecast.stages {
            for seconds in stage.sampled { pace[setup.profile.rawValue, stage.study, stage: stage.name].add(seconds) }
        }
        if sample { try pace.keep(in: setup.store) }
        let table = PlanTable(forecast, pace: pace, profile: setup.profile.rawValue, batchSeconds: seconds)
        for line in table.lines { tool.console.print(line) }
    }
}
