import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Two weights trained by gradient descent and by weight decay: the counterpart of Figure 7.4.
public struct TwoWeights: Experiment {
    /// The formulas that are drawn.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How near does the stopped point lie to a solution of weight decay?"

    public struct Parameters: Codable, Sendable {
        @Parameter("step at which the trajectory of the figure stops", in: 1...400) public var stoppedAt = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let inputs: Matrix
        public let targets: [Double]
        public let optimum: [Double]
        /// The weights after each step, from the origin on.
        public let steps: [[Double]]
        /// The step at which training stops early.
        public let stoppedAt: Int
        public let eta: Double
        /// Solutions of weight decay, from strong to none.
        public let decayPath: [[Double]]
        /// The solution for α = 1/(ητ), by τ.
        public let matches: [Match]
        /// A trajectory that starts elsewhere, and what decay toward that start and toward the origin leaves.
        public let elsewhere: Elsewhere
        /// The largest distance of any step from the path of weight decay.
        public var largestDistance: Double

        /// A number of steps, and the solution of the weight decay that stands for it.
        public struct Match: Codable, Sendable {
            public let step: Int
            public let decayed: [Double]
        }

        /// The same loss from another start.
        public struct Elsewhere: Codable, Sendable {
            public let steps: [[Double]]
            /// Solutions of decay toward the start, from strong to none.
            public let towardStart: [[Double]]
            /// The solutions of both decays at α = 1/(ητ), where the other trajectory stops as well.
            public let decayedToStart: [Double]
            public let decayedToOrigin: [Double]
        }

        /// The mean squared error at (w₁, w₂).
        public func loss(_ first: Double, _ second: Double) -> Double {
            SquaredLoss(inputs: inputs, targets: targets).loss(at: [first, second])
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("trajectory")
        let examples = 60
        let inputs = Matrix(rows: examples, columns: 2) { _, column in stream.normal() * (column == 0 ? 0.45 : 1.3) }
        let targets = (inputs * [1.6, 1.1]).adding(stream.normals(examples).scaled(by: 0.3))
        let data = SquaredLoss(inputs: inputs, targets: targets)
        let optimum = try data.optimum()
        let eta = 0.1
        func descend(from start: [Double]) -> [[Double]] {
            var steps = [start]
            for _ in 0..<400 {
                let w = steps[steps.count - 1]
                steps.append(w.subtracting(data.gradient(at: w).scaled(by: eta)))
            }
            return steps
        }
        func decayed(_ alpha: Double, toward centre: [Double] = [0, 0]) throws -> [Double] {
            try data.hessian.addingToDiagonal(alpha)
                .choleskySolve((data.hessian * optimum).adding(centre.scaled(by: alpha)))
        }
        func decayPath(toward centre: [Double] = [0, 0], every stride: Int = 1) throws -> [[Double]] {
            try (0...600 / stride).map { try decayed(pow(10, 3 - Double(stride * $0) / 100), toward: centre) }
        }
        let steps = descend(from: [0, 0])
        let path = try decayPath()
        let stoppedAt = parameters.stoppedAt
        let matches = try Set([1, 3, 7, 12, 20, 40, 80, 160, 400] + [stoppedAt]).sorted().map { tau in
            Results.Match(step: tau, decayed: try decayed(equations.equivalentDecay(Double(tau), eta)))
        }
        let start = [2.1, -0.1]
        let alpha = equations.equivalentDecay(Double(stoppedAt), eta)
        let elsewhere = Results.Elsewhere(
            steps: descend(from: start), towardStart: try decayPath(toward: start, every: 10),
            decayedToStart: try decayed(alpha, toward: start), decayedToOrigin: try decayed(alpha))
        return Results(
            inputs: inputs, targets: targets, optimum: optimum, steps: steps, stoppedAt: stoppedAt, eta: eta,
            decayPath: path, matches: matches, elsewhere: elsewhere,
            largestDistance: steps.map { step in path.map { $0.subtracting(step).norm }.min() ?? .nan }.max() ?? .nan)
    }
}
