import Foundation
import Laboratory
import LinearAlgebra

/// Dropout trained on random masks and with the masks averaged out.
public struct FastTraining: Experiment {
    /// The formulas that are held against networks.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Is the noise of dropout needed?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("pairs of logistic regressions, with random masks and with averaged ones", in: 2...1_000)
        public var replicates = 8
        @Parameter("updates of each", in: 10...1_000_000) public var updates = 300
        @Parameter("hidden rectifiers of the networks that are trained likewise", in: 1...1_000) public
            var hiddenUnits = 12
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let updates: Int
        public var logistic: [Pair]
        /// The same with a hidden layer, and dropout on inputs and hidden units.
        public var hidden: [Pair]
        /// The largest relative error of the closed form for linear regression.
        public var linearError: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let item = FastItem(updates: parameters.updates, hiddenUnits: 0)
        let hidden = FastItem(updates: parameters.updates, hiddenUnits: parameters.hiddenUnits)
        let pairs = try await lab.map("fast dropout", over: [item, hidden], replicates: parameters.replicates) {
            try $0.pair($1, in: $2)
        }
        return Results(
            updates: parameters.updates, logistic: pairs[0], hidden: pairs[1],
            linearError: Self.linearError(lab.stream("linear regression"), equations))
    }

    /// One model, trained both ways on the same minibatches.
    public struct Pair: Codable, Sendable {
        /// Updates after which the objective was measured, and the objective there, over the same random masks for both.
        public let steps: [Int]
        public let randomCurve: [Double]
        public let averagedCurve: [Double]
        /// Updates until the objective lay within five per cent of the lower of both last values; one more than all where it never
        /// did.
        public var randomUpdates: Double
        public var averagedUpdates: Double
        /// Misclassified shares of test images at the end.
        public var randomError: Double
        public var averagedError: Double
        /// The relative distance of the normal approximation's objective from that of random masks.
        public var objectiveError: Double
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
            worst = .worse(worst, abs(closed / mean - 1))
        }
        return worst
    }
}
