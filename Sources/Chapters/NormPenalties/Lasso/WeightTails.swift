import Foundation
import LinearAlgebra

/// Weights that both penalties leave at equal loss, with a diagonal Hessian and normal optima.
public struct WeightTails: Codable, Sendable {
    /// Exact zeros, and weights beyond one standard deviation of the optima.
    public var lassoZeros: Int
    public var decayZeros: Int
    public var lassoLarge: Int
    public var decayLarge: Int
    /// The largest magnitude under each.
    public var lassoMaximum: Double
    public var decayMaximum: Double

    static let weights = 200

    init(from stream: inout RandomStream, equations: Equations) {
        let gammas = (0..<Self.weights).map { _ in stream.uniform(in: 0.5..<2) }
        let optima = stream.normals(Self.weights)
        let beta = stream.uniform(in: 0.2..<0.8)
        func loss(_ w: [Double]) -> Double {
            zip(gammas, zip(w, optima)).reduce(0) { $0 + $1.0 / 2 * ($1.1.0 - $1.1.1) * ($1.1.0 - $1.1.1) }
        }
        let lasso = zip(optima, gammas).map { equations.threshold($0, beta, $1) }
        let target = loss(lasso)
        func decayed(_ alpha: Double) -> [Double] {
            zip(optima, gammas).map { equations.survivingShare($1, alpha) * $0 }
        }
        var (low, high) = (-12.0, 12.0)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if loss(decayed(exp(middle))) < target { low = middle } else { high = middle }
        }
        let decay = decayed(exp(low))
        lassoZeros = lasso.count { $0 == 0 }
        decayZeros = decay.count { $0 == 0 }
        lassoLarge = lasso.count { abs($0) > 1 }
        decayLarge = decay.count { abs($0) > 1 }
        lassoMaximum = lasso.largestMagnitude
        decayMaximum = decay.largestMagnitude
    }

    /// Both penalties exchanged.
    var exchanged: WeightTails {
        var tails = self
        swap(&tails.lassoZeros, &tails.decayZeros)
        swap(&tails.lassoLarge, &tails.decayLarge)
        swap(&tails.lassoMaximum, &tails.decayMaximum)
        return tails
    }
}
