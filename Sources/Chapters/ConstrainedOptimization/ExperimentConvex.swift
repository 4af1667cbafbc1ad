import Learning
import Notebook

/// A convex problem with a ball that binds, solved by the barrier method.
struct ConstrainedProblem {
    let data: SquaredLoss
    let k: Double
    let solution: BarrierMethod

    /// The ball holds a third of the squared norm of the unconstrained minimizer.
    init(dimensions: Int, from stream: inout RandomStream) throws {
        data = SquaredLoss.random(examples: 40, dimensions: dimensions, from: &stream)
        let optimum = try data.optimum()
        k = optimum.dot(optimum) / 6
        solution = try BarrierMethod(data, k: k)
    }

    /// The minimizer of J + (α/2)‖w‖².
    func penalizedMinimizer(_ alpha: Double) throws -> [Double] {
        try data.hessian.addingToDiagonal(alpha).choleskySolve(
            data.inputs.transposedTimes(data.targets).scaled(by: 1 / data.examples))
    }
}

extension ConvexMeasurements {
    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) throws -> ConvexMeasurements {
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
        return ConvexMeasurements(
            dualityGap: saddles.map(\.dualityGap).worst,
            maximumGap: saddles.map(\.maximumGap).worst,
            saddleDistance: saddles.map(\.distance).worst,
            slackness: saddles.map(\.slackness).worst,
            ascentMultiplierError: zip(ascents, problems).map { $0.multiplier - $1.solution.multiplier }
                .worst,
            ascentPenaltyError: zip(ascents, problems).map { $0.penalty / $1.k - 1 }.worst,
            idleMultiplier: idle.map(\.multiplier).worst,
            wrongMoves: (ascents + idle).reduce(0) { $0 + $1.wrongMoves },
            normRulePenalty: byNorm.penalty / problems[0].k,
            multipliers: Array(ascents[0].multipliers.prefix(40)), penalties: Array(ascents[0].penalties.prefix(40)),
            multiplier: problems[0].solution.multiplier,
            penalizedDistance: problems.map { penalizedDistance($0, equations) }.worst,
            squaredSpread: squaredSpread(problems[0], parameters, from: &stream),
            logisticSpread: logisticSpread(parameters, from: &stream))
    }

    /// Equation 7.13: minimizes the printed objective from its values alone, and measures the way to the constrained minimizer.
    private static func penalizedDistance(_ problem: ConstrainedProblem, _ equations: Equations) -> Double {
        let start = [Double](repeating: 0, count: problem.solution.minimizer.count)
        let found = GradientDescent.minimize(from: start, stepSize: 0.2, until: 1e-9, atMost: 5_000) { w in
            centralDifferences(at: w) {
                equations.penalized(problem.data.loss(at: $0), problem.solution.multiplier, equations.penalty($0))
            }
        }
        return found.subtracting(problem.solution.minimizer).norm
    }

    private static func squaredSpread(
        _ problem: ConstrainedProblem, _ parameters: Parameters, from stream: inout RandomStream
    ) -> Double {
        spread(parameters, size: parameters.dimensions, from: &stream) { w in
            problem.data.gradient(at: w).adding(w.scaled(by: 0.1))
        }
    }

    private static func logisticSpread(_ parameters: Parameters, from stream: inout RandomStream) -> Double {
        let data = LogisticLoss.random(examples: 60, dimensions: parameters.dimensions, from: &stream)
        return spread(parameters, size: parameters.dimensions, from: &stream) { w in
            data.gradient(at: w).adding(w.scaled(by: 0.1))
        }
    }

    /// The largest distance of minimizers found from random starts from the first of them.
    private static func spread(
        _ parameters: Parameters, size: Int, from stream: inout RandomStream, gradient: ([Double]) -> [Double]
    ) -> Double {
        let ends = (0..<parameters.starts).map { _ in
            GradientDescent.minimize(
                from: stream.normals(size).scaled(by: 5), stepSize: 0.3, until: 1e-9, gradient: gradient)
        }
        return ends.map { $0.subtracting(ends[0]).norm }.worst
    }
}

/// The gradient of `function` at `w` by central differences.
func centralDifferences(at w: [Double], step: Double = 1e-4, _ function: ([Double]) -> Double) -> [Double] {
    w.indices.map { index in
        var up = w
        var down = w
        up[index] += step
        down[index] -= step
        return (function(up) - function(down)) / (2 * step)
    }
}

extension Double {
    /// The greater of two errors; not a number if one of them isn't, so that no failure is hidden.
    static func worse(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
}

extension [Double] {
    /// The greatest magnitude; not a number if one of them isn't.
    var worst: Double { reduce(0) { Double.worse($0, abs($1)) } }
}
