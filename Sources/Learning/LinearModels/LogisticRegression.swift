import Foundation

/// Logistic regression with weight decay, by damped Newton steps.
///
/// Minimizes Σ log(1 + exp(−sᵢ zᵢ)) + ½ α ‖w − w⁰‖² (`.sum`), or the same with the loss divided by the number of examples
/// (`.mean`), where z = wᵀx + b and s is +1 for class 1 and −1 for class 0.
public struct LogisticRegression: Sendable, Codable, Equatable {
    /// α, at least 0. With 0, separable classes are an error.
    public var penalty: Double
    public var scale: LossScale
    /// w⁰, the point toward which weights are shrunk; the origin when nil.
    public var center: [Double]?
    public var fitsIntercept: Bool
    /// Whether ½ α b² is added too.
    public var penalizesIntercept: Bool
    /// Stops when no entry of the gradient of the summed objective is above this share of the number of examples.
    public var tolerance: Double
    public var maximumSteps: Int

    public init(
        penalty: Double, scale: LossScale = .mean, toward center: [Double]? = nil, fittingIntercept: Bool = true,
        penalizingIntercept: Bool = false,
        tolerance: Double = 1e-12, maximumSteps: Int = 200
    ) {
        self.penalty = penalty
        self.scale = scale
        self.center = center
        fitsIntercept = fittingIntercept
        penalizesIntercept = penalizingIntercept
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
    }

    /// The minimizer for inputs `x` and labels 0 and 1.
    /// - Throws: `LearningError`: empty or disagreeing data, values that are not finite, a class without an example, a
    ///   negative penalty, `separable` without a penalty, a singular Hessian, or `notConverged`.
    public func fit(_ x: Matrix, _ labels: [Int]) throws(LearningError) -> LinearModel {
        try requirePenalty(penalty)
        guard x.rows > 0 else { throw .empty(what: "examples") }
        guard x.rows == labels.count else {
            throw .sizesDisagree(what: "Examples", x.rows, other: "labels", labels.count)
        }
        _ = try labels.counts(classes: 2)
        try x.requireFinite("Input value")
        let design = fitsIntercept ? x.appendingOnes : x
        var decay = Array(repeating: penalty * scale.penaltyFactor(rows: x.rows), count: design.columns)
        if fitsIntercept && !penalizesIntercept { decay[x.columns] = 0 }
        var start = center ?? Array(repeating: 0, count: x.columns)
        guard start.count == x.columns else {
            throw .sizesDisagree(what: "Entries of the center", start.count, other: "features", x.columns)
        }
        try start.requireFinite("Entry of the center")
        if fitsIntercept { start.append(0) }
        let weights = try newton(design, labels.map(Double.init), decay, toward: start)
        return fitsIntercept
            ? LinearModel(weights: Array(weights[..<x.columns]), intercept: weights[x.columns])
            : LinearModel(weights: weights)
    }

    private func newton(
        _ x: Matrix, _ y: [Double], _ decay: [Double], toward center: [Double]
    ) throws(LearningError) -> [Double] {
        var weights = center
        var scores = x * weights
        var value = objective(scores, y, weights.subtracting(center), decay)
        let wanted = tolerance * Double(x.rows)
        for step in 0...maximumSteps {
            let shares = scores.map(logistic)
            let gradient = x.transposedTimes(shares.subtracting(y)).adding(
                zip(decay, weights.subtracting(center)).map { $0 * $1 })
            if penalty == 0 && zip(scores, y).allSatisfy({ $1 == 1 ? $0 > 0 : $0 < 0 }) { throw .separable }
            if gradient.largestMagnitude <= wanted { return weights }
            guard step < maximumSteps else {
                throw .notConverged(
                    what: "The largest entry of the gradient", steps: step, gap: gradient.largestMagnitude,
                    tolerance: wanted)
            }
            let roots = shares.map { ($0 * (1 - $0)).squareRoot() }
            var hessian = x.scalingRows(by: roots).gram
            for j in decay.indices { hessian[j, j] += decay[j] }
            let direction = try newtonDirection(hessian, gradient)
            let change = x * direction
            // Half the step until the value falls; near the minimum rounding decides, and the whole step is taken.
            var length = 1.0
            let slope = gradient.dot(direction)
            while true {
                let next = zip(weights, direction).map { $0 - length * $1 }
                let nextScores = zip(scores, change).map { $0 - length * $1 }
                let nextValue = objective(nextScores, y, next.subtracting(center), decay)
                if nextValue <= value - 1e-4 * length * slope + 1e-13 * abs(value) || length < 1e-10 {
                    (weights, scores, value) = (next, nextScores, nextValue)
                    break
                }
                length /= 2
            }
        }
        return weights
    }

    private func newtonDirection(_ hessian: Matrix, _ gradient: [Double]) throws(LearningError) -> [Double] {
        do { return try hessian.choleskySolve(gradient) } catch {
            throw .singular(what: "The Hessian", size: hessian.rows)
        }
    }

    private func objective(_ scores: [Double], _ y: [Double], _ weights: [Double], _ decay: [Double]) -> Double {
        var sum = 0.0
        for i in scores.indices { sum += softplus(scores[i]) - y[i] * scores[i] }
        for j in weights.indices { sum += 0.5 * decay[j] * weights[j] * weights[j] }
        return sum
    }
}

/// 1 / (1 + exp(−z)), without overflow.
public func logistic(_ z: Double) -> Double {
    if z >= 0 { return 1 / (1 + exp(-z)) }
    let power = exp(z)
    return power / (1 + power)
}

/// log(1 + exp(z)), without overflow.
public func softplus(_ z: Double) -> Double { max(z, 0) + log1p(exp(-abs(z))) }
