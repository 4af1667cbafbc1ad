import Build
import Foundation
import Report

/// Runs batches as jobs of a Snakemake workflow, by whatever executor its profile names.
struct Snakemake: Engine {
    let settings: EngineSettings
    /// The program that workers run.
    let program: String
    let root: String
    /// The folder of the profile; nil for Snakemake's own processes on this machine.
    let profile: String?

    var name: String { "Snakemake" }

    private static let workflow = Data(
        """
        rule all:
            input:
                expand("{batch}.done", batch=range(config["batches"]))

        rule batch:
            output:
                touch("{batch}.done")
            log:
                "{batch}.log"
            wildcard_constraints:
                batch="[0-9]+"
            threads: config["cores"]
            resources:
                **config["resources"]
            params:
                command=config["command"]
            shell:
                "{params.command:q} --batch {wildcards.batch} > {log:q} 2>&1"

        """.utf8)

    /// What the workflow is told.
    private struct Configuration: Encodable {
        let batches: Int
        let cores: Int
        let resources: [String: Int]
        let command: [String]
    }

    func submit(_ round: Round, _ work: (list: WorkList, digest: String), doublings: Int) async throws -> Submission {
        var resources: [String: Int] = [:]
        if let memory = settings.memory { resources["mem_mb"] = max(1, memory.bytes / 1_000_000) }
        if let minutes = settings.minutes { resources["runtime"] = minutes << min(doublings, 10) }
        let configuration = Configuration(
            batches: work.list.batches.count, cores: settings.cores, resources: resources,
            command: [program, "work", "--root", root, "--jobs", "\(settings.cores)", "--items", round.list])
        try round.create(Self.workflow, at: "\(round.folder)/Snakefile")
        try round.create(JSONEncoder().encode(configuration), at: "\(round.folder)/config.json")
        try run(round, work.list)
        return Submission(names: [])
    }

    private func run(_ round: Round, _ list: WorkList) throws {
        var arguments = [
            "snakemake", "--snakefile", "\(round.folder)/Snakefile", "--configfile", "\(round.folder)/config.json",
            "--directory", round.folder, "--keep-going", "--rerun-incomplete",
        ]
        if let profile { arguments += ["--profile", profile] }
        let workers = settings.workers.map(String.init)
        if profile == nil {
            arguments += ["--cores", workers ?? "all"]
        } else if let workers {
            arguments += ["--jobs", workers]
        }
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess(URL(filePath: "/usr/bin/env"), arguments + settings.flags).run()
        } catch {
            throw ToolError.noEngine(program: "snakemake")
        }
        if outcome.ending == .exited(127) { throw ToolError.noEngine(program: "snakemake") }
        // Batches that fail make it fail, too; their journals tell of them.
        if outcome.ending == .exited(0) { return }
        for batch in list.batches.indices where try !round.events(of: batch).isEmpty { return }
        let lines = String(decoding: outcome.complaints, as: UTF8.self).split(separator: "\n").suffix(20)
        throw ToolError.engineRefused(program: "snakemake", answer: lines.joined(separator: "\n"))
    }

    /// A workflow is over when it was handed over.
    func tasks() async throws -> [String: [Int: EngineTask]] { [:] }
}
