import Foundation
import Hashing

/// A call of `Trainer.train` that leaves checkpoints: the SHA-256 of the rest, a line of JSON, then the state's own checkpoint.
struct ResumableRun<Scalar: NetworkScalar> {
    private let checkpoints: any TrainingCheckpoints
    private let number: Int
    private let start: [Int]
    /// Some of the parameters at the start, by which a run is recognized.
    private let values: [Scalar]

    private struct Header: Codable {
        let fingerprint: String
        let loss: Double
        let examples: Int
        let steps: Int
    }

    /// How far a run came.
    struct Progress {
        var state: TrainingState<Scalar>
        /// The sum of the losses of the examples so far.
        var loss = 0.0
        var examples = 0
        var steps = 0
    }

    /// Nil where the task leaves no checkpoints.
    init?(from state: TrainingState<Scalar>, steps: Int) {
        guard let checkpoints = TrainingRuns.checkpoints else { return nil }
        self.checkpoints = checkpoints
        number = checkpoints.beginRun()
        let values = state.parameters.values
        start = [state.step, steps, values.count]
        self.values = stride(from: 0, to: values.count, by: max(1, values.count / 64)).map { values[$0] }
    }

    private var fingerprint: String { Digest(ofFields: start.map { "\($0)" } + values.map { "\($0)" }).hex }

    /// How far the same run came before it was interrupted; nil where it begins anew.
    func saved() throws -> Progress? {
        guard let data = try checkpoints.checkpoint(ofRun: number) else { return nil }
        let body = data.dropFirst(32)
        // A damaged checkpoint only costs the time that it would have saved.
        guard Digest(of: body).bytes.elementsEqual(data.prefix(32)), let end = body.firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        do {
            let header = try JSONDecoder().decode(Header.self, from: body[..<end])
            guard header.fingerprint == fingerprint else { return nil }
            let state = try TrainingState<Scalar>(checkpoint: Data(body[(end + 1)...]), name: "checkpoint")
            return Progress(state: state, loss: header.loss, examples: header.examples, steps: header.steps)
        } catch {
            // So does one that another version wrote.
            return nil
        }
    }

    /// Saves a checkpoint if one is due.
    func saveIfDue(_ progress: @autoclosure () -> Progress) throws {
        guard checkpoints.isDue(forRun: number) else { return }
        let progress = progress()
        let header = Header(
            fingerprint: fingerprint, loss: progress.loss, examples: progress.examples, steps: progress.steps)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let body = try encoder.encode(header) + Data("\n".utf8) + progress.state.checkpoint()
        try checkpoints.save(Data(Digest(of: body).bytes) + body, ofRun: number)
    }

    func end() { checkpoints.endRun(number) }
}
