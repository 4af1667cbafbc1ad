import Foundation
import Learning
import Notebook

/// Logistic regression with dropout on its inputs: trained on random masks and with the masks averaged out.
public struct FastTraining: Codable, Sendable {
    public let updates: Int
    /// Learning rates that were tried for both, and how often each was chosen by its training objective.
    public let rates: [Double]
    /// Updates after which the objective was measured, and the objective there: one curve a replicate.
    public let steps: [Int]
    public let randomCurves: [[Double]]
    public let averagedCurves: [[Double]]
    /// Updates until the objective lay within five per cent of the lower of both last values; one more than all where it never did.
    public var randomUpdates: [Double]
    public var averagedUpdates: [Double]
    /// Misclassified shares of test images at the end.
    public var randomErrors: [Double]
    public var averagedErrors: [Double]
    /// The largest relative distance of the normal approximation's objective from that of 100 random masks an image.
    public var objectiveError: Double
    /// The largest relative error of the closed form for linear regression.
    public var linearError: Double

    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> FastTraining {
        let items = (0..<parameters.fastReplicates).map { FastItem(replicate: $0, updates: parameters.fastUpdates) }
        let outcomes = try await lab.map("fast dropout", over: items) { item, lab in
            try item.outcome(in: lab, equations: .chapter)
        }
        return FastTraining(
            updates: parameters.fastUpdates, rates: FastItem.rates, steps: outcomes[0].steps,
            randomCurves: outcomes.map(\.randomCurve), averagedCurves: outcomes.map(\.averagedCurve),
            randomUpdates: outcomes.map(\.randomUpdates), averagedUpdates: outcomes.map(\.averagedUpdates),
            randomErrors: outcomes.map(\.randomError), averagedErrors: outcomes.map(\.averagedError),
            objectiveError: outcomes.map(\.objectiveError).max() ?? .nan,
            linearError: linearError(lab.stream("linear regression"), equations))
    }

    /// ‖y − X(m ⊙ w)‖² averaged over all masks, against ‖y − pXw‖² and the penalty.
    package static func linearError(_ start: RandomStream, _ equations: Equations) -> Double {
        var stream = start
        var worst = 0.0
        for keep in [0.5, 0.8] {
            let x = Matrix(rows: 12, columns: 8, elements: stream.normals(96))
            let (w, y) = (stream.normals(8), stream.normals(12))
            func loss(_ w: [Double]) -> Double {
                let rest = y.subtracting(x * w)
                return rest.dot(rest)
            }
            let masks = Masks(8, keep: keep)
            var mean = 0.0
            for (mask, weight) in zip(masks.values, masks.weights) {
                mean += weight * loss(zip(mask, w).map { $0 * $1 })
            }
            let closed = loss(w.scaled(by: keep)) + equations.linearPenalty(keep, x.gram.diagonal, w)
            worst = max(worst, abs(closed / mean - 1))
        }
        return worst
    }
}

private struct FastOutcome: Codable, Sendable {
    let steps: [Int]
    let randomCurve: [Double]
    let averagedCurve: [Double]
    let randomUpdates: Double
    let averagedUpdates: Double
    let randomError: Double
    let averagedError: Double
    let objectiveError: Double
}

private struct FastItem: Codable, Sendable {
    static let rates = [0.03, 0.1, 0.3, 1]
    let replicate: Int
    let updates: Int

    func outcome(in lab: Lab, equations: Equations) throws -> FastOutcome {
        let pool = try lab.images(.training, count: 4_000).halved()
        var drawing = lab.stream("pairs", replicate)
        let pairs = drawing.permutation(pool.count).filter { pool.labels[$0] == 3 || pool.labels[$0] == 8 }
        let training = DroppedLogistic(pool.subset(pairs.prefix(200)), equations: equations)
        let test = DroppedLogistic(pool.subset(pairs.dropFirst(200)), equations: equations)
        let stream = lab.stream("fast", replicate)
        let random = Self.rates.map { training.descend(rate: $0, updates: updates, isRandom: true, stream) }
        let averaged = Self.rates.map { training.descend(rate: $0, updates: updates, isRandom: false, stream) }
        let last = { (run: DroppedLogistic.Run) in run.curve.last ?? .infinity }
        guard let first = random.min(by: { last($0) < last($1) }),
            let second = averaged.min(by: { last($0) < last($1) })
        else { throw LearningError.empty(what: "rates") }
        let goal = 1.05 * min(last(first), last(second))
        func reached(_ run: DroppedLogistic.Run) -> Double {
            Double(zip(run.steps, run.curve).first { $1 <= goal }?.0 ?? updates + 1)
        }
        let sampled = training.sampledObjective(second.weights, samples: 20_000, stream.split("masks"))
        return FastOutcome(
            steps: second.steps, randomCurve: first.curve, averagedCurve: second.curve, randomUpdates: reached(first),
            averagedUpdates: reached(second), randomError: test.error(first.weights),
            averagedError: test.error(second.weights), objectiveError: abs(last(second) / sampled - 1))
    }
}
