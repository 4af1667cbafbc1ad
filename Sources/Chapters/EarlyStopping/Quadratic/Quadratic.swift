import Laboratory
import LinearAlgebra
import LinearModels

/// Early stopping on quadratic objectives (equations 7.23 to 7.28).
public struct Quadratic: Experiment {
    /// The formulas that are held against gradient descent.
    package var equations = Equations.chapter

    public init() {}

    public static let question =
        "Where does gradient descent on a quadratic objective arrive, and where does weight decay?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems on which each formula is held against gradient descent", in: 1...100_000)
        public var problems = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Equations 7.23 to 7.25 on least squares, relative.
        public var modelError: Double
        public var gradientError: Double
        public var recursionError: Double
        /// Equation 7.26 against gradient descent, the largest distance over all problems.
        public var trajectoryError: Double
        /// The same with steps so large that a component diverges, relative.
        public var divergingError: Double
        /// Equation 7.27 against minimizers under weight decay.
        public var decayError: Double
        /// How far the norm of ‖w(τ)−w(0)‖ exceeds η times the summed gradient norms; 0 if never.
        public var reachViolation: Double
        /// Steps that would make the equivalence exact, over the eigenvalues of one problem.
        public var lowestSteps: Double
        public var highestSteps: Double
        /// Relative distance of the stopped point from that under the decay that the condition asks for: all eigenvalues equal, and
        /// four different ones.
        public var equalDistance: Double
        public var unequalDistance: Double
        /// Start away from the origin: the trajectory's formula, and the distances from decay toward start and origin,
        /// relative to the distance between these two.
        public var startFormulaError: Double
        public var gapToOwnStart: Double
        public var gapToOrigin: Double
        /// Largest relative deviation of 63 % learning times from 1/(ηλ).
        public var learningTimeError: Double

    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("quadratic")
        let model = try Self.modelErrors(from: &stream, equations: equations)
        let paths = try Self.trajectories(parameters.problems, from: &stream, equations: equations)
        let start = try Self.otherStart(from: &stream, equations: equations)
        let steps = try QuadraticBowl(dimensions: 6, from: &stream).hessian.symmetricEigen().values.map {
            equations.equivalentSteps($0, 0.02, 0.3)
        }
        let equal = try Self.equivalence(
            QuadraticBowl(hessian: .diagonal([0.7, 0.7, 0.7, 0.7]), optimum: stream.normals(4)), equations)
        let unequal = try Self.equivalence(
            QuadraticBowl(hessian: .diagonal([0.05, 0.2, 0.7, 2]), optimum: stream.normals(4)), equations)
        return Results(
            modelError: model.value, gradientError: model.gradient, recursionError: model.recursion,
            trajectoryError: paths.trajectory, divergingError: try Self.diverging(equations), decayError: paths.decay,
            reachViolation: paths.reach, lowestSteps: steps.min() ?? .nan, highestSteps: steps.max() ?? .nan,
            equalDistance: equal, unequalDistance: unequal, startFormulaError: start.formula,
            gapToOwnStart: start.own, gapToOrigin: start.origin, learningTimeError: Self.learningTimeError(equations))
    }
}
