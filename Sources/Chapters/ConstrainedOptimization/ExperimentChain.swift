import Learning
import Notebook

/// J = ½(uvw − 1)²: the smallest network in which small weights trap one another.
struct Chain {
    static func loss(_ w: [Double]) -> Double {
        let miss = w[0] * w[1] * w[2] - 1
        return miss * miss / 2
    }

    static func gradient(_ w: [Double]) -> [Double] {
        let miss = w[0] * w[1] * w[2] - 1
        return [miss * w[1] * w[2], miss * w[0] * w[2], miss * w[0] * w[1]]
    }

    /// √2·u and w of a point with u = v, whose distance from the origin is the norm of (u, v, w).
    static func plane(_ w: [Double]) -> [Double] { [Double(2).squareRoot() * w[0], w[2]] }
}

extension ChainMeasurements {
    static func measure(_ parameters: Parameters, equations: Equations) -> ChainMeasurements {
        let alpha = parameters.chainAlpha
        let objective = { (w: [Double]) in equations.penalized(Chain.loss(w), alpha, equations.penalty(w)) }
        let descend = { (start: [Double]) in
            var w = start
            var path = [w]
            for _ in 0..<4_000 {
                w = w.subtracting(Chain.gradient(w).adding(w.scaled(by: alpha)).scaled(by: 0.05))
                path.append(w)
            }
            return path
        }
        let small = [Double](repeating: parameters.chainStart, count: 3)
        let best = descend([1, 1, 1]).last ?? []
        let trapped = descend(small)
        let k = best.dot(best) / 2
        var w = small
        var projected = [w]
        for _ in 0..<4_000 {
            w = equations.projection(w.subtracting(Chain.gradient(w).scaled(by: 0.05)), k)
            projected.append(w)
        }
        let stuck = trapped.last ?? []
        let escaped = descend([0.35, 0.35, 0.02])
        return ChainMeasurements(
            originCurvature: originCurvature(objective), globalObjective: objective(best), radius: best.norm,
            penaltyObjective: objective(stuck), penaltyNorm: stuck.norm, projectedLoss: Chain.loss(w),
            projectedNorm: w.norm, penaltyPath: thinned(trapped), projectedPath: thinned(projected),
            escapedPath: thinned(escaped), shallowGap: shallowGap())
    }

    /// The least second difference of the objective through the origin, over the 13 directions to a cube's neighbors.
    private static func originCurvature(_ objective: ([Double]) -> Double) -> Double {
        let step = 1e-3
        var least = Double.infinity
        for code in 14..<27 {
            let direction = [code / 9 - 1, code / 3 % 3 - 1, code % 3 - 1].map(Double.init)
            let ends = objective(direction.scaled(by: step)) + objective(direction.scaled(by: -step))
            least = min(least, (ends - 2 * objective([0, 0, 0])) / (step * step * direction.dot(direction)))
        }
        return least
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
        path.indices.filter { $0 < 20 || $0 % 20 == 0 }.map { Chain.plane(path[$0]) }
    }
}
