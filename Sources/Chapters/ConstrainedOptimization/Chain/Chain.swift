import Laboratory
import LinearAlgebra

/// The chain f = uvw with target 1: with a penalty, and with projection onto the ball of the penalized optimum.
public struct Chain: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Can a penalty trap weights that a constraint lets go?"

    public struct Parameters: Codable, Sendable {
        @Parameter("weight decay on the three weights", in: 1e-6...1) public var alpha = 0.1
        @Parameter("where each weight starts", in: 1e-6...2) public var start = 0.08
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The lowest eigenvalue of the Hessian of the penalized objective at the origin.
        public var originCurvature: Double
        /// The global minimum of the penalized objective, and the norm of its minimizer.
        public let globalObjective: Double
        public let radius: Double
        /// Where descent with the penalty ends: penalized objective and norm.
        public var penaltyObjective: Double
        public var penaltyNorm: Double
        /// Where descent with projection on the ball of the same radius ends: loss and norm.
        public var projectedLoss: Double
        public let projectedNorm: Double
        /// Paths with u = v, as pairs (√2·u, w), whose distance from the origin is the norm.
        public let penaltyPath: [[Double]]
        public let projectedPath: [[Double]]
        /// A start beyond the ridge, with the penalty.
        public let escapedPath: [[Double]]
        /// Depth 2: the value of the penalized objective at the origin minus its global minimum, α above the data's
        /// second moment.
        public let shallowGap: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let alpha = parameters.alpha
        let objective = { (w: [Double]) in equations.penalized(ThreeWeights.loss(w), alpha, equations.penalty(w)) }
        let descend = { (start: [Double]) in
            var w = start
            var path = [w]
            for _ in 0..<4_000 {
                w = w.subtracting(ThreeWeights.gradient(w).adding(w.scaled(by: alpha)).scaled(by: 0.05))
                path.append(w)
            }
            return path
        }
        let small = [Double](repeating: parameters.start, count: 3)
        let best = descend([1, 1, 1]).last ?? []
        let trapped = descend(small)
        let k = best.dot(best) / 2
        var w = small
        var projected = [w]
        for _ in 0..<4_000 {
            w = equations.projection(w.subtracting(ThreeWeights.gradient(w).scaled(by: 0.05)), k)
            projected.append(w)
        }
        let stuck = trapped.last ?? []
        let escaped = descend([0.35, 0.35, 0.02])
        return Results(
            originCurvature: Self.originCurvature(objective), globalObjective: objective(best), radius: best.norm,
            penaltyObjective: objective(stuck), penaltyNorm: stuck.norm, projectedLoss: ThreeWeights.loss(w),
            projectedNorm: w.norm, penaltyPath: Self.thinned(trapped), projectedPath: Self.thinned(projected),
            escapedPath: Self.thinned(escaped), shallowGap: Self.shallowGap())
    }

    /// The lowest second difference of the objective through the origin, over the 13 directions to a cube's neighbors.
    private static func originCurvature(_ objective: ([Double]) -> Double) -> Double {
        let step = 1e-3
        var lowest = Double.infinity
        for code in 14..<27 {
            let direction = [code / 9 - 1, code / 3 % 3 - 1, code % 3 - 1].map(Double.init)
            let ends = objective(direction.scaled(by: step)) + objective(direction.scaled(by: -step))
            lowest = min(lowest, (ends - 2 * objective([0, 0, 0])) / (step * step * direction.dot(direction)))
        }
        return lowest
    }

    /// f = uv with target 1 and α = 1.2, above the curvature that the data offer at the origin: how much the origin
    /// costs above the best point of a fine grid.
    private static func shallowGap() -> Double {
        let objective = { (u: Double, v: Double) in (u * v - 1) * (u * v - 1) / 2 + 0.6 * (u * u + v * v) }
        var best = Double.infinity
        for row in -200...200 {
            for column in -200...200 { best = min(best, objective(0.01 * Double(row), 0.01 * Double(column))) }
        }
        return objective(0, 0) - best
    }

    /// The path in the plane u = v: all of its first steps, then every twentieth.
    private static func thinned(_ path: [[Double]]) -> [[Double]] {
        path.indices.filter { $0 < 20 || $0 % 20 == 0 }.map { ThreeWeights.plane(path[$0]) }
    }
}
