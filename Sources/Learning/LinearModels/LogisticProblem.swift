import LinearAlgebra

/// The minimum of Σ cᵢ log(1 + exp(−sᵢ xᵢᵀw)) + ½ Σ αⱼ (wⱼ − w⁰ⱼ)² by damped Newton steps, for columns of like size.
struct LogisticProblem {
    let x: Matrix
    /// 0 or 1.
    let targets: [Double]
    /// cᵢ.
    let counts: [Double]
    /// αⱼ.
    let decay: [Double]
    /// w⁰.
    let center: [Double]

    private var isPenalized: Bool { decay.contains { $0 > 0 } }

    /// Whether the classes are separable is told by the Newton step where the gradient has vanished. Weights λᵢ > 0 with
    /// Σ λᵢ sᵢ xᵢ = 0 exist just where the classes are not separable (Stiemke's theorem). The probabilities of the wrong
    /// classes are such weights but for the gradient, and a Newton step that changes no score by 1 corrects them and leaves
    /// them positive; among separable classes it goes on by 1 or more.
    /// - Throws: `LearningError.singular` or `notConverged`.
    func minimum(
        tolerance: Double, maximumSteps: Int
    ) throws(LearningError) -> (weights: [Double], isSeparable: Bool, steps: Int) {
        var weights = center
        var scores = x * weights
        var value = objective(scores, weights)
        let wanted = tolerance * counts.reduce(0, +)
        var step = 0
        while true {
            let shares = scores.map(logistic)
            let errors = zip(counts, shares.subtracting(targets)).map { $0 * $1 }
            let gradient = x.transposedTimes(errors).adding(
                zip(decay, weights.subtracting(center)).map { $0 * $1 })
            let size = gradient.largestMagnitude
            let hasConverged = size <= wanted
            if hasConverged && isPenalized { return (weights, false, step) }
            guard hasConverged || step < maximumSteps else {
                throw .notConverged(
                    what: "The largest entry of the gradient", steps: step, gap: size, tolerance: wanted)
            }
            let direction: [Double]
            do { direction = try hessian(shares).choleskySolve(gradient) } catch {
                // The columns are independent, so only examples of no doubt can make the Hessian singular.
                if !isPenalized && scores.largestMagnitude > 20 { return (weights, true, step) }
                throw .singular(what: "The Hessian", size: x.columns)
            }
            let change = x * direction
            if hasConverged { return (weights, !(change.largestMagnitude < 0.5), step) }
            // Half the step until the value falls; near the minimum rounding decides, and the whole step is taken.
            var length = 1.0
            let slope = gradient.dot(direction)
            while true {
                let next = zip(weights, direction).map { $0 - length * $1 }
                let nextScores = zip(scores, change).map { $0 - length * $1 }
                let nextValue = objective(nextScores, next)
                if nextValue <= value - 1e-4 * length * slope + 1e-13 * abs(value) || length < 1e-10 {
                    (weights, scores, value) = (next, nextScores, nextValue)
                    break
                }
                length /= 2
            }
            step += 1
        }
    }

    private func hessian(_ shares: [Double]) -> Matrix {
        let roots = shares.indices.map { (counts[$0] * shares[$0] * (1 - shares[$0])).squareRoot() }
        var hessian = x.scalingRows(by: roots).gram
        for j in decay.indices { hessian[j, j] += decay[j] }
        return hessian
    }

    private func objective(_ scores: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for i in scores.indices { sum += counts[i] * (softplus(scores[i]) - targets[i] * scores[i]) }
        for j in weights.indices { sum += 0.5 * decay[j] * (weights[j] - center[j]) * (weights[j] - center[j]) }
        return sum
    }
}
