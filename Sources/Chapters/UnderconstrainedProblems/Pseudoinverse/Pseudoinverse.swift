import Foundation
import Laboratory
import Statistics

/// The pseudoinverse as a limit, what it solves, and how to reach it.
public struct Pseudoinverse: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "What is the limit of ridge regression, and how is it computed?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems of each condition number, and rivals of each solution", in: 1...10_000)
        public var problems = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Ridge coefficients, descending.
        public let alphas: [Double]
        /// ‖(XᵀX+αI)⁻¹Xᵀ − X⁺‖: predicted, by normal equations (infinite where they broke down), by singular values.
        public let predicted: [Double]
        public var normalErrors: [Double]
        public var filteredErrors: [Double]
        /// Largest relative deviation from the prediction for α ≥ 10⁻⁶.
        public var limitError: Double
        /// The lowest error by normal equations and the coefficient where it lies.
        public let floor: Double
        public let floorAlpha: Double
        /// Largest residual where an exact solution exists, largest gradient of the squared error anywhere.
        public var exactResidual: Double
        public var leastSquaresGradient: Double
        /// Largest distance from the least-squares solution that gradient descent reaches from the origin.
        public var descentDistance: Double
        /// Solutions with the same fit that were tried, and how many of them were longer than X⁺y.
        public let rivals: Int
        public var longerRivals: Int
        /// Condition numbers and the median relative error of the weights by SVD and by inverting XᵀX.
        public let conditions: [Double]
        public let singularValueErrors: [Double]
        public let normalEquationErrors: [Double]
        /// At condition 10¹²: the worst error by SVD and the lowest by inverting XᵀX.
        public var worstBySingularValues: Double
        public var bestByInverse: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("inverse")
        let limit = try RidgeLimit(from: &stream, equations: equations)
        let solutions = try LeastNormErrors(rivals: parameters.problems, from: &stream, equations: equations)
        let conditions = (1...14).map { pow(10, Double($0)) }
        let errors = try conditions.map { condition in
            try (0..<parameters.problems).map { _ in
                try SolverErrors(condition: condition, from: &stream, equations: equations)
            }
        }
        let floor = zip(limit.normalErrors, limit.alphas).min { $0.0 < $1.0 } ?? (.nan, .nan)
        let hardest = errors[11]
        return Results(
            alphas: limit.alphas, predicted: limit.predicted, normalErrors: limit.normalErrors,
            filteredErrors: limit.filteredErrors,
            limitError: zip(limit.normalErrors, limit.predicted).enumerated()
                .filter { limit.alphas[$0.offset] >= 0.99e-6 }
                .map { abs($0.element.0 / $0.element.1 - 1) }.max() ?? .nan,
            floor: floor.0, floorAlpha: floor.1, exactResidual: solutions.exactResidual,
            leastSquaresGradient: solutions.gradient, descentDistance: solutions.descentDistance,
            rivals: solutions.rivals, longerRivals: solutions.longerRivals, conditions: conditions,
            singularValueErrors: errors.map { $0.map(\.singularValues).median },
            normalEquationErrors: errors.map { $0.map(\.inverse).median },
            worstBySingularValues: hardest.map(\.singularValues).max() ?? .nan,
            bestByInverse: hardest.map(\.inverse).min() ?? .nan)
    }
}
