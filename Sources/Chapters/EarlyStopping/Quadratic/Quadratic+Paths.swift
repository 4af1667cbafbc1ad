import Foundation
import LinearAlgebra
import LinearModels

extension Quadratic {
    /// The relative distance of fifty steps of gradient descent from the minimizer under the decay for which fifty steps are
    /// asked for at curvature 0.7, found by descent as well.
    static func equivalence(_ bowl: QuadraticBowl, _ equations: Equations) throws -> Double {
        let (eta, tau) = (0.02, 50)
        // Bisection, so that nothing but the formula under test says which decay belongs to fifty steps.
        var (low, high) = (1e-6, 1e6)
        for _ in 0..<200 {
            let middle = (low * high).squareRoot()
            if equations.equivalentSteps(0.7, eta, middle) > Double(tau) { low = middle } else { high = middle }
        }
        var w = [Double](repeating: 0, count: bowl.optimum.count)
        for _ in 0..<tau { w = w.subtracting(bowl.gradient(at: w).scaled(by: eta)) }
        let alpha = (low * high).squareRoot()
        let decayed = GradientDescent.minimize(from: w, stepSize: 1 / (2.5 + alpha), until: 1e-14) {
            bowl.gradient(at: $0).adding($0.scaled(by: alpha))
        }
        return w.subtracting(decayed).norm / decayed.norm
    }

    static func modelErrors(
        from stream: inout RandomStream, equations: Equations
    ) throws -> (value: Double, gradient: Double, recursion: Double) {
        let data = SquaredLoss.random(examples: 50, dimensions: 6, from: &stream)
        let optimum = try data.optimum()
        let w = stream.normals(6)
        let eta = 0.1
        let stepped = w.subtracting(data.gradient(at: w).scaled(by: eta)).subtracting(optimum)
        return (
            abs(equations.quadratic(w, optimum, data.loss(at: optimum), data.hessian) / data.loss(at: w) - 1),
            equations.quadraticGradient(w, optimum, data.hessian).subtracting(data.gradient(at: w)).norm
                / data.gradient(at: w).norm,
            equations.contracted(w.subtracting(optimum), eta, data.hessian).subtracting(stepped).norm / stepped.norm
        )
    }

    static func trajectories(
        _ problems: Int, from stream: inout RandomStream, equations: Equations
    ) throws -> (trajectory: Double, decay: Double, reach: Double) {
        var worst = (trajectory: 0.0, decay: 0.0, reach: 0.0)
        for _ in 0..<problems {
            let bowl = try QuadraticBowl(dimensions: 6, from: &stream)
            let eigen = try bowl.hessian.symmetricEigen()
            let target = eigen.vectors.transposedTimes(bowl.optimum)
            let eta = 0.05
            let alpha = stream.uniform(in: 0.1..<1)
            var w = [Double](repeating: 0, count: 6)
            var travelled = 0.0
            for tau in 1...200 {
                let gradient = bowl.gradient(at: w)
                travelled += gradient.norm
                w = w.subtracting(gradient.scaled(by: eta))
                worst.reach = max(worst.reach, w.norm - equations.reach(eta, travelled))
                let formula = zip(eigen.values, target).map { equations.learnedShare($0, eta, tau) * $1 }
                let distance = eigen.vectors.transposedTimes(w).subtracting(formula).largestMagnitude
                worst.trajectory = max(worst.trajectory, distance)
            }
            let decayed = GradientDescent.minimize(
                from: w, stepSize: 1 / (10 + alpha), until: 1e-13
            ) { bowl.gradient(at: $0).adding($0.scaled(by: alpha)) }
            let formula = zip(eigen.values, target).map { equations.decayedShare($0, alpha) * $1 }
            worst.decay = max(worst.decay, eigen.vectors.transposedTimes(decayed).subtracting(formula).largestMagnitude)
        }
        return (worst.trajectory, worst.decay, max(0, worst.reach))
    }

    /// Equation 7.26 with ηλ = 2.5, where |1−ηλ| > 1 and the component runs away; relative, after 40 steps.
    static func diverging(_ equations: Equations) throws -> Double {
        var w = 0.0
        for _ in 0..<40 { w -= 0.5 * 5 * (w - 1) }
        return abs(equations.learnedShare(5, 0.5, 40) / w - 1)
    }

    /// A trajectory that starts away from the origin, against weight decay toward its start and toward the origin.
    static func otherStart(
        from stream: inout RandomStream, equations: Equations
    ) throws -> (formula: Double, own: Double, origin: Double) {
        let bowl = try QuadraticBowl(dimensions: 6, exponents: -1..<1, from: &stream)
        let eigen = try bowl.hessian.symmetricEigen()
        let start = stream.normals(6).scaled(by: 2)
        let eta = 0.05
        let tau = 20
        var w = start
        for _ in 0..<tau { w = w.subtracting(bowl.gradient(at: w).scaled(by: eta)) }
        let away = eigen.vectors.transposedTimes(start.subtracting(bowl.optimum))
        let contracted = zip(eigen.values, away).map { (1 - equations.learnedShare($0, eta, tau)) * $1 }
        let formula = bowl.optimum.adding(eigen.vectors * contracted)
        let alpha = 1 / (Double(tau) * eta)
        let decayed = { (centre: [Double]) in
            try bowl.hessian.addingToDiagonal(alpha)
                .choleskySolve((bowl.hessian * bowl.optimum).adding(centre.scaled(by: alpha)))
        }
        let origin = [Double](repeating: 0, count: 6)
        return (
            w.subtracting(formula).norm, w.subtracting(try decayed(start)).norm / start.norm,
            w.subtracting(try decayed(origin)).norm / start.norm
        )
    }

    /// The step, between two whole ones, at which gradient descent has learned 63.2 % of a component, against 1/(ηλ).
    static func learningTimeError(_ equations: Equations) -> Double {
        let eta = 0.01
        return [0.1, 0.3, 1, 2].map { lambda in
            var w = 0.0
            var before = 0.0
            var step = 0.0
            while w < 1 - exp(-1) {
                before = w
                w -= eta * lambda * (w - 1)
                step += 1
            }
            let time = step - 1 + (1 - exp(-1) - before) / (w - before)
            return abs(time / equations.learningTime(lambda, eta) - 1)
        }.reduce(0, max)
    }
}
