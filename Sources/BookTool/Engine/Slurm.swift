import Build
import Foundation
import Report

/// Runs batches as tasks of Slurm's job arrays.
struct Slurm: Engine {
    let settings: EngineSettings
    /// The program that workers run.
    let program: String
    let root: String

    var name: String { "Slurm" }

    /// What a node runs: the first word is the number of the array's first batch, the others are the worker's command.
    private static let script = Data(
        """
        #!/bin/sh
        first=$1
        shift
        exec "$@" --batch "$((first + SLURM_ARRAY_TASK_ID))"

        """.utf8)

    func submit(_ round: Round, _ work: (list: WorkList, digest: String), doublings: Int) async throws -> Submission {
        let script = "\(round.folder)/batch.sh"
        try round.create(Self.script, at: script)
        let known = Set(try await names())
        var names: [String] = []
        let count = work.list.batches.count
        for first in stride(from: 0, to: count, by: settings.arrayLimit) {
            let name = Self.name(work.digest, first: first)
            let last = min(first + settings.arrayLimit, count) - 1
            if !known.contains(name) {
                do {
                    try submit(
                        name, tasks: last - first, options(round, work.list.batches[first...last], doublings),
                        [script, "\(first)", program, "work", "--root", root, "--jobs", "\(settings.cores)"]
                            + ["--items", round.list])
                } catch let error as ToolError {
                    guard case .engineRefused(_, let answer) = error, !names.isEmpty else { throw error }
                    return Submission(names: names, refusal: answer)
                }
            }
            names.append(name)
        }
        return Submission(names: names)
    }

    /// The options that are the same for all tasks of an array.
    private func options(_ round: Round, _ batches: ArraySlice<WorkList.Batch>, _ doublings: Int) -> [String] {
        let folder = round.folder.replacing("\\", with: "\\\\").replacing("%", with: "%%")
        let first = batches.startIndex
        // Slurm counts an array's tasks from 0 again.
        let log = first == 0 ? "%a" : "\(first)+%a"
        var options = [
            "--output=\(folder)/\(log).log", "--open-mode=append", "--requeue", "--chdir=\(root)", "--ntasks=1",
            "--cpus-per-task=\(settings.cores)",
        ]
        if let partition = settings.partition { options.append("--partition=\(partition)") }
        if let account = settings.account { options.append("--account=\(account)") }
        if let memory = settings.memory { options.append("--mem=\(max(1, memory.bytes / 1_000_000))M") }
        if let minutes = minutes(batches, doublings) { options.append("--time=\(minutes)") }
        return options + settings.flags
    }

    /// The limit of a task: what the settings say, or thrice what the longest batch should take and ten minutes.
    private func minutes(_ batches: ArraySlice<WorkList.Batch>, _ doublings: Int) -> Int? {
        let times = batches.compactMap(\.seconds)
        let measured = times.count == batches.count ? times.max().map { 10 + Int(min($0 / 20, 1e6)) } : nil
        return (settings.minutes ?? measured).map { $0 << min(doublings, 10) }
    }

    private func submit(_ name: String, tasks last: Int, _ options: [String], _ command: [String]) throws {
        let limit = settings.workers.map { "%\($0)" } ?? ""
        let outcome = try Self.run(
            "sbatch", ["--parsable", "--job-name=\(name)", "--array=0-\(last)\(limit)"] + options + command)
        guard outcome.code != 0 else { return }
        guard !Self.isSilence(outcome.complaints) else { throw EngineError(description: outcome.complaints) }
        throw ToolError.engineRefused(program: "sbatch", answer: outcome.complaints)
    }

    func tasks() async throws -> [String: [Int: EngineTask]] {
        var tasks: [String: [Int: EngineTask]] = [:]
        for fields in try queue() {
            guard fields.count == 5, let (digest, first) = Self.parts(of: fields[0]), let index = Int(fields[1]) else {
                continue
            }
            // A node could not start it; Slurm then takes the node out of service and holds the task.
            if fields[3] == Self.heldReason { try release(fields[4]) }
            let isWaiting = ["PENDING", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED"].contains(fields[2])
            tasks[digest, default: [:]][first + index] = EngineTask(
                isRunning: !isWaiting, reason: isWaiting ? fields[3] : "")
        }
        return tasks
    }

    private func names() async throws -> [String] { try queue().compactMap(\.first) }

    private static let heldReason = "launch failed requeued held"

    private func release(_ task: String) throws {
        let outcome = try Self.run("scontrol", ["release", task])
        if outcome.code != 0 { throw EngineError(description: outcome.complaints) }
    }

    /// Name, index, state, reason and number of each of this user's tasks in the queue.
    private func queue() throws -> [[String]] {
        let outcome = try Self.run("squeue", ["--me", "--noheader", "--array", "--format=%j|%K|%T|%r|%i"])
        guard outcome.code == 0 else { throw EngineError(description: outcome.complaints) }
        return outcome.output.split(separator: "\n").map {
            $0.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static let prefix = "book-"

    /// Under what an array is submitted: the digest of its list, and its first batch.
    private static func name(_ digest: String, first: Int) -> String { "\(prefix)\(digest.prefix(16))-\(first)" }

    private static func parts(of name: String) -> (digest: String, first: Int)? {
        guard name.hasPrefix(prefix) else { return nil }
        let parts = name.dropFirst(prefix.count).split(separator: "-")
        guard parts.count == 2, let first = Int(parts[1]) else { return nil }
        return (String(parts[0]), first)
    }

    /// Whether Slurm complains that its controller can't be asked, rather than of what it was asked.
    private static func isSilence(_ complaint: String) -> Bool {
        [
            "Unable to contact", "Socket timed out", "Connection refused", "communication connection failure",
            "Zero Bytes", "Transport endpoint", "temporarily unable", "try again",
        ].contains { complaint.contains($0) }
    }

    /// Runs one of Slurm's programs.
    private static func run(_ program: String, _ arguments: [String]) throws -> (
        code: Int32, output: String, complaints: String
    ) {
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess(URL(filePath: "/usr/bin/env"), [program] + arguments).run(limit: 120)
        } catch {
            throw ToolError.noEngine(program: program)
        }
        let complaints = String(decoding: outcome.complaints, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        switch outcome.ending {
        case .exited(127): throw ToolError.noEngine(program: program)
        case .exited(let code): return (code, String(decoding: outcome.output, as: UTF8.self), complaints)
        case .killed(let signal): throw EngineError(description: "\(program) was ended by signal \(signal).")
        case .timeIsUp: throw EngineError(description: "\(program) has not answered for two minutes.")
        }
    }
}
