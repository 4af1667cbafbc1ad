import ArgumentParser
import Build
import Foundation

/// By what a build runs its items, where not by itself.
struct EngineOptions: ParsableArguments {
    @Option(
        name: .customLong("on"),
        help: ArgumentHelp(
            "Computes the items on a cluster, by slurm or snakemake; the settings say how, under 'engine:'.",
            valueName: "engine"), completion: .list(EngineName.allCases.map(\.rawValue)))
    var engine: String?

    @Flag(help: "Leaves once work is submitted to the engine; the same build takes it up again.")
    var detach = false

    @Option(
        help: ArgumentHelp("Snakemake's profile, which names its executor.", valueName: "folder"),
        completion: .directory)
    var profileDir: String?

    /// Has the engine, if there is one, compute all items of `plan`; returns whether they are there.
    func compute(_ plan: BuildPlan) async throws -> Bool {
        let settings = plan.setup.root.settings.engine
        guard let name = try engine.map({ try EngineName(named: $0) }) ?? settings.engine else {
            if detach { throw ToolError.needsEngine(option: "--detach") }
            if profileDir != nil { throw ToolError.needsEngine(option: "--profile-dir") }
            return true
        }
        try plan.setup.store.prepare()
        let program = try plan.setup.store.keepProgram()
        let root = plan.setup.root.url.path(percentEncoded: false)
        let experiments = plan.options.experiments
        let work = try WorkPlan(plan.setup, options: experiments, jobs: plan.jobs, keepsData: true)
        let runner: any Engine =
            switch name {
            case .slurm: Slurm(settings: settings, program: program, root: root)
            case .snakemake:
                Snakemake(
                    settings: settings, program: program, root: root,
                    profile: profileDir.map { plan.setup.tool.folder($0).path(percentEncoded: false) })
            }
        if name == .slurm { Interruption.remark.withLock { $0 = "the submitted jobs go on, and " } }
        let build = EngineBuild(
            plan: work, engine: runner, settings: settings, isDetached: detach, quiet: experiments.quiet)
        defer { build.report.close() }
        let isDone = try await build.run()
        if !isDone && !experiments.quiet {
            plan.setup.tool.console.print(
                "The jobs go on. The same build without --detach follows them and binds the report.")
        }
        return isDone
    }
}
