import Laboratory
import LinearAlgebra
import LinearModels

/// The Lagrange function of convex problems, and of one that is not.
public struct Multipliers: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Is a constraint the same as a penalty whose coefficient is its multiplier?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weights of the convex problems", in: 1...100) public var dimensions = 5
        @Parameter("convex problems", in: 1...10_000) public var problems = 10
        @Parameter("random starts on each convex objective", in: 2...10_000) public var starts = 50
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The constrained minimum minus the largest minimum of L over w, and minus the lowest maximum over α.
        public var dualityGap: Double
        public var maximumGap: Double
        /// Distance of the saddle point from the constrained minimizer.
        public var saddleDistance: Double
        /// α(Ω − k), where the constraint binds and where it does not.
        public var slackness: Double
        /// Dual ascent: distance of the multiplier and of Ω from where they should end.
        public var ascentMultiplierError: Double
        public var ascentPenaltyError: Double
        /// The multiplier that dual ascent ends at when the unconstrained minimizer is feasible.
        public var idleMultiplier: Double
        /// Times that the multiplier moved the wrong way: against the sign of Ω − k.
        public var wrongMoves: Int
        /// Ω where dual ascent on the norm itself ends, over k.
        public let normRulePenalty: Double
        /// Dual ascent on the first problem: the multiplier and Ω/k after each step, and the multiplier it should reach.
        public let multipliers: [Double]
        public let penalties: [Double]
        public let multiplier: Double
        /// Distance of the minimizer of 7.13 with the multiplier fixed from the constrained one.
        public var penalizedDistance: Double
        /// Largest distance between minimizers from random starts, squared and logistic loss.
        public var squaredSpread: Double
        public var logisticSpread: Double
        /// J = −w³ under |w| ≤ 1.
        public var nonconvex: NonconvexProblem
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("convex")
        let problems = try (0..<parameters.problems).map { _ in
            try ConstrainedProblem(dimensions: parameters.dimensions, from: &stream)
        }
        let saddles = try problems.map { try Saddle($0, equations) }
        let ascents = try problems.map { try DualAscent($0, k: $0.k, equations: equations) }
        let idle = try problems.map { problem in
            let optimum = try problem.data.optimum()
            return try DualAscent(problem, k: equations.penalty(optimum) * 1.5, equations: equations)
        }
        let byNorm = try DualAscent(problems[0], k: problems[0].k, equations: equations) { $0.norm }
        return Results(
            dualityGap: saddles.map(\.dualityGap).largestMagnitude,
            maximumGap: saddles.map(\.maximumGap).largestMagnitude,
            saddleDistance: saddles.map(\.distance).largestMagnitude,
            slackness: saddles.map(\.slackness).largestMagnitude,
            ascentMultiplierError: zip(ascents, problems).map { $0.multiplier - $1.solution.multiplier }
                .largestMagnitude,
            ascentPenaltyError: zip(ascents, problems).map { $0.penalty / $1.k - 1 }.largestMagnitude,
            idleMultiplier: idle.map(\.multiplier).largestMagnitude,
            wrongMoves: (ascents + idle).reduce(0) { $0 + $1.wrongMoves },
            normRulePenalty: byNorm.penalty / problems[0].k,
            multipliers: Array(ascents[0].multipliers.prefix(40)), penalties: Array(ascents[0].penalties.prefix(40)),
            multiplier: problems[0].solution.multiplier,
            penalizedDistance: problems.map { penalizedDistance($0) }.largestMagnitude,
            squaredSpread: squaredSpread(problems[0], parameters, from: &stream),
            logisticSpread: logisticSpread(parameters, from: &stream),
            nonconvex: NonconvexProblem(equations))
    }

    /// Equation 7.13: minimizes the printed objective from its values alone, and measures the way to the constrained minimizer.
    private func penalizedDistance(_ problem: ConstrainedProblem) -> Double {
        let start = [Double](repeating: 0, count: problem.solution.minimizer.count)
        let found = GradientDescent.minimize(from: start, stepSize: 0.2, until: 1e-9, atMost: 5_000) { w in
            w.centralDifferences(step: 1e-4) {
                equations.penalized(problem.data.loss(at: $0), problem.solution.multiplier, equations.penalty($0))
            }
        }
        return found.subtracting(problem.solution.minimizer).norm
    }

    private func squaredSpread(
        _ problem: ConstrainedProblem, _ parameters: Parameters, from stream: inout RandomStream
    ) -> Double {
        spread(parameters, size: parameters.dimensions, from: &stream) { w in
            problem.data.gradient(at: w).adding(w.scaled(by: 0.1))
        }
    }

    private func logisticSpread(_ parameters: Parameters, from stream: inout RandomStream) -> Double {
        let data = LogisticLoss.random(examples: 60, dimensions: parameters.dimensions, from: &stream)
        return spread(parameters, size: parameters.dimensions, from: &stream) { w in
            data.gradient(at: w).adding(w.scaled(by: 0.1))
        }
    }

    /// The largest distance of minimizers found from random starts from the first of them.
    private func spread(
        _ parameters: Parameters, size: Int, from stream: inout RandomStream, gradient: ([Double]) -> [Double]
    ) -> Double {
        let ends = (0..<parameters.starts).map { _ in
            GradientDescent.minimize(
                from: stream.normals(size).scaled(by: 5), stepSize: 0.3, until: 1e-9, gradient: gradient)
        }
        return ends.map { $0.subtracting(ends[0]).norm }.largestMagnitude
    }
}
