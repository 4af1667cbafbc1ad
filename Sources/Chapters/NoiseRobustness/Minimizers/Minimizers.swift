import Laboratory

/// Where objectives with noise and objectives with penalties have their minima.
public struct Minimizers: Experiment {
    /// The formulas whose minimizers are compared.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Are the minimizers of an objective with noise and of the one with a penalty the same?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Noise variances and the minimizing coefficient of ŷ = ax² for y = x².
        public let variances: [Double]
        public let noisy: [Double]
        public let expanded: [Double]
        public let penalized: [Double]
        /// The rates at which these leave 1 as ν grows from 0.
        public var noisyRate: Double
        public var expandedRate: Double
        public var penalizedRate: Double
        /// What the penalized minimizer loses on the noisy objective, over ν².
        public var excess: Double
        /// The difference of the two minimizers when y is linear in x.
        public var linearGap: Double
        /// Places, and the minimizing functions there at several variances.
        public let places: [Double]
        public let functions: [MinimizingFunctions]
        /// The power with which the noisy minimizer tends to E[y | x].
        public var functionPower: Double
        /// Its distance from the first-order formula, over ν.
        public var shiftError: Double
        /// The distance of the two minimizing functions, over ν.
        public var functionGap: Double
        /// The power with which the middle term of 7.17 vanishes at the noisy minimizer.
        public var middlePower: Double
        /// The power with which the penalized objective misses the noisy one's value there.
        public var valuePower: Double
        /// The rates at which w² leaves 1 for ŷ = w²x, y = x, as η grows from 0.
        public var weightNoisyRate: Double
        public var weightExpandedRate: Double
        public var weightPenalizedRate: Double
    }

    /// The functions that minimize either objective for y = x², at the places of the results.
    public struct MinimizingFunctions: Codable, Sendable {
        public let variance: Double
        public let noisy: [Double]
        public let penalized: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let parabola = try ParabolaFit(equations)
        let functions = try FunctionFit(equations)
        let square = try SquaredWeight(equations)
        let variances = (0...20).map { 0.015 * Double($0) }
        let places = (0...60).map { -2.4 + 0.08 * Double($0) }
        let pairs = try [0.02, 0.05, 0.1, 0.15, 0.2, 0.3].map { nu in
            let (noisy, penalized) = (try functions.noisy(nu), try functions.penalized(nu))
            return MinimizingFunctions(
                variance: nu, noisy: places.map { PolynomialFunctions.value(noisy, at: $0) },
                penalized: places.map { PolynomialFunctions.value(penalized, at: $0) })
        }
        return Results(
            variances: variances, noisy: variances.map(parabola.noisy), expanded: variances.map(parabola.expanded),
            penalized: variances.map(parabola.penalized), noisyRate: NewtonSearch.rate(parabola.noisy),
            expandedRate: NewtonSearch.rate(parabola.expanded), penalizedRate: NewtonSearch.rate(parabola.penalized),
            excess: parabola.excess(0.01), linearGap: try Self.linearGap(equations),
            places: places, functions: pairs,
            functionPower: try functions.power(functions.distanceFromTruth),
            shiftError: try functions.shiftError(1e-4), functionGap: try functions.gap(1e-3),
            middlePower: try functions.power { nu in functions.space.middleTerm(try functions.noisy(nu)) },
            valuePower: try functions.power(functions.valueMiss),
            weightNoisyRate: NewtonSearch.rate(square.noisy), weightExpandedRate: NewtonSearch.rate(square.expanded),
            weightPenalizedRate: NewtonSearch.rate(square.penalized))
    }

    /// For ŷ = ax and y = x the penalized minimizer and the noisy one are the same.
    private static func linearGap(_ equations: Equations) throws -> Double {
        let quadrature = try GaussianQuadrature(points: 8)
        let nu = 0.3
        let noisy = NewtonSearch.minimum(near: 1) { a in
            quadrature.mean { x in quadrature.mean(1, variance: nu) { equations.cost(a * (x + $0[0]), x) } }
        }
        let penalized = NewtonSearch.minimum(near: 1) { a in
            equations.inputPenalty(quadrature.mean { x in equations.cost(a * x, x) }, nu, a * a)
        }
        return noisy - penalized
    }
}
