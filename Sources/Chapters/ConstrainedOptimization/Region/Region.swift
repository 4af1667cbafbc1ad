import Foundation
import Laboratory
import LinearAlgebra

/// The multiplier of a constraint and the size of the region that it allows.
public struct Region: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How large is the region to which a coefficient belongs?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weights of the convex problems", in: 1...100) public var dimensions = 5
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Multipliers, and Ω of the penalized minimizer at each, one row a problem.
        public let alphas: [Double]
        public var sizes: [[Double]]
        /// Largest increase of Ω with α; 0 if none.
        public var increase: Double
        /// Constrained problems solved for some of those sizes: k and the multiplier found, one row a problem.
        public let constrainedSizes: [[Double]]
        public let constrainedMultipliers: [[Double]]
        /// Relative distance of those multipliers from the α that k was computed from, and of the minimizers.
        public var multiplierError: Double
        public var minimizerError: Double
        /// Ω at the same α for targets doubled, over Ω for the targets as they are.
        public var sizeRatio: Double

        /// The lowest fall of Ω from the first α to the last over the problems.
        var lowestFall: Double {
            sizes.map { ($0.first ?? .nan) - ($0.last ?? .nan) }.reduce(.infinity, min)
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("region")
        let alphas = (0...40).map { pow(10, -2 + 0.1 * Double($0)) }
        let problems = try (0..<3).map { index in
            try ConstrainedProblem(dimensions: parameters.dimensions, from: &stream).scaled(by: [0.5, 1, 2][index])
        }
        let sizes = try problems.map { problem in
            try alphas.map { equations.penalty(try problem.penalizedMinimizer($0)) }
        }
        // Every fifth size is handed to a solver that knows the constraint alone.
        let chosen = stride(from: 5, to: 36, by: 5).map { $0 }
        let solved = try zip(problems, sizes).map { problem, sizes in
            try chosen.map { try BarrierMethod(problem.data, k: abs(sizes[$0])) }
        }
        let doubled = try problems[1].scaled(by: 2)
        return Results(
            alphas: alphas, sizes: sizes,
            increase: sizes.flatMap { row in zip(row.dropFirst(), row).map { max(0, $0 - $1) } }.largestMagnitude,
            constrainedSizes: sizes.map { row in chosen.map { row[$0] } },
            constrainedMultipliers: solved.map { $0.map(\.multiplier) },
            multiplierError: solved.flatMap { row in
                zip(row, chosen).map { $0.multiplier / alphas[$1] - 1 }
            }.largestMagnitude,
            minimizerError: try zip(problems, solved).flatMap { problem, row in
                try zip(row, chosen).map { found, place in
                    found.minimizer.subtracting(try problem.penalizedMinimizer(alphas[place])).norm
                }
            }.largestMagnitude,
            sizeRatio: equations.penalty(try doubled.penalizedMinimizer(1))
                / equations.penalty(try problems[1].penalizedMinimizer(1)))
    }
}
