import Build

/// What runs batches: a queue of a cluster, say. It is told a list of work and asked what is left of it; whether something is
/// done, the store alone says.
protocol Engine: Sendable {
    /// What a reader calls it.
    var name: String { get }

    /// Hands over the batches of `round`; those of a round that was handed over already are not handed over again.
    ///
    /// - Parameter doublings: how often a batch has run into its time limit, which is doubled as often.
    /// - Throws: `ToolError.engineRefused` when none was accepted, `EngineError` when the engine doesn't answer.
    func submit(_ round: Round, _ work: (list: WorkList, digest: String), doublings: Int) async throws -> Submission

    /// The batches that wait or run, by the digests of their lists.
    ///
    /// - Throws: `EngineError` when the engine doesn't answer.
    func tasks() async throws -> [String: [Int: EngineTask]]
}

/// What became of a submission.
struct Submission: Sendable {
    /// Under which names the engine has taken the batches.
    let names: [String]
    /// What it said when it took some of them only.
    var refusal: String?
}

/// A batch in an engine's queue.
struct EngineTask: Sendable, Equatable {
    let isRunning: Bool
    /// Why it waits, in the engine's own word; empty when it need not say.
    let reason: String
}

/// An engine that does not answer at present.
struct EngineError: Error, CustomStringConvertible {
    let description: String
}
