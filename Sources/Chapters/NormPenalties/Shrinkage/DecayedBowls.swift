import Foundation
import LinearAlgebra
import LinearModels

/// Random bowls minimized under weight decay by gradient descent, held against equations 7.6 and 7.7.
struct DecayedBowls {
    var optimumError = 0.0
    var rotatedError = 0.0
    /// λ/α of every component of every bowl, and the share of it that survived.
    var ratios: [Double] = []
    var shares: [Double] = []

    init(_ parameters: Shrinkage.Parameters, from stream: inout RandomStream, equations: Equations) throws {
        for _ in 0..<parameters.problems {
            let alpha = stream.uniform(in: 0.1..<2)
            let bowl = try QuadraticBowl(dimensions: parameters.dimensions, from: &stream)
            let found = GradientDescent.minimize(
                from: [Double](repeating: 0, count: parameters.dimensions), stepSize: 1 / (10 + alpha), until: 1e-13
            ) { w in bowl.gradient(at: w).adding(w.scaled(by: alpha)) }
            let formula = try equations.decayOptimum(bowl.hessian, alpha, bowl.optimum)
            optimumError = .worse(optimumError, found.subtracting(formula).norm)

            let eigen = try bowl.hessian.symmetricEigen()
            let before = eigen.vectors.transposedTimes(bowl.optimum)
            let after = eigen.vectors.transposedTimes(found)
            for (index, lambda) in eigen.values.enumerated() {
                rotatedError = max(
                    rotatedError, abs(after[index] - equations.survivingShare(lambda, alpha) * before[index]))
                ratios.append(lambda / alpha)
                shares.append(after[index] / before[index])
            }
        }
    }
}
