import Foundation
import LinearAlgebra
import Statistics

/// Logistic regression with weight decay, by damped Newton steps.
///
/// Minimizes Σ log(1 + exp(−sᵢ zᵢ)) + ½ α ‖w − w⁰‖² (`.sum`), or the same with the loss divided by the number of examples
/// (`.mean`), where z = wᵀx + b and s is +1 for class 1 and −1 for class 0.
///
/// Columns are centred and divided by powers of two inside, so that neither their units nor their offsets matter.
public struct LogisticRegression: Sendable, Codable, Equatable {
    /// α, at least 0. With 0, separable classes are an error.
    public var penalty: Double
    public var scale: LossScale
    /// w⁰, the point toward which weights are shrunk; the origin when nil.
    public var center: [Double]?
    public var fitsIntercept: Bool
    /// Whether ½ α b² is added too.
    public var penalizesIntercept: Bool
    /// Stops when no entry of the gradient of the summed objective, with columns of a size between 1 and 2, is above this
    /// share of the number of examples.
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
    /// - Parameter weights: how much each example's loss counts; all 1 when nil.
    /// - Throws: as `solution`, and `separable` when without a penalty a hyperplane separates the classes, some examples
    ///   on it or none.
    public func fit(_ x: Matrix, _ labels: [Int], weights: [Double]? = nil) throws(LearningError) -> LinearModel {
        let solution = try solution(x, labels, weights: weights)
        guard !solution.isSeparable else { throw .separable }
        return solution.model
    }

    /// The minimizer, or for separable classes without a penalty the point where the gradient has all but vanished.
    /// - Throws: `LearningError`: empty or disagreeing data, values that are not finite, a class without an example,
    ///   settings out of range, `singular` for dependent columns without a penalty, or `notConverged`.
    public func solution(
        _ x: Matrix, _ labels: [Int], weights: [Double]? = nil
    ) throws(LearningError) -> ClassifierSolution<LinearModel> {
        try check(x, labels, weights)
        let isCentred = fitsIntercept && (!penalizesIntercept || penalty == 0)
        var (columns, means) = (x, [Double](repeating: 0, count: x.columns))
        if isCentred { (columns, means) = x.centred(weights: weights) }
        try columns.requireFinite("Deviation from the mean")
        let units = columns.columnMagnitudes.map(\.powerOfTwo)
        columns = columns.dividingColumns(by: units)
        let counts = weights ?? Array(repeating: 1, count: x.rows)
        if penalty == 0 {
            let seen = columns.selectingRows(counts.indices.filter { counts[$0] > 0 })
            guard try LeastSquares(seen).rank == x.columns else {
                throw .singular(what: "The Hessian", size: x.columns + (fitsIntercept ? 1 : 0))
            }
        }
        let strength = penalty * scale.penaltyFactor(examples: counts.reduce(0, +))
        // A column so tiny that its penalty is beyond this gets no weight in any case.
        var decay = units.map { min(strength / $0 / $0, 0x1p500) }
        var start = zip(center ?? means.map { _ in 0 }, units).map { $0 * $1 }
        if fitsIntercept {
            decay.append(isCentred ? 0 : strength)
            start.append(0)
        }
        let problem = LogisticProblem(
            x: fitsIntercept ? columns.appendingOnes : columns, targets: labels.map(Double.init), counts: counts,
            decay: decay, center: start)
        let found = try problem.minimum(tolerance: tolerance, maximumSteps: maximumSteps)
        let slopes = zip(found.weights, units).map { $0 / $1 }
        try slopes.requireFinite("Weight")
        let intercept = (fitsIntercept ? found.weights[x.columns] : 0) - means.dot(slopes)
        return ClassifierSolution(
            model: LinearModel(weights: slopes, intercept: intercept), isSeparable: found.isSeparable,
            steps: found.steps)
    }

    private func check(_ x: Matrix, _ labels: [Int], _ weights: [Double]?) throws(LearningError) {
        try requirePenalty(penalty)
        try requireTolerance(tolerance)
        try requireSteps(maximumSteps, "Newton steps")
        guard x.rows > 0 else { throw .empty(what: "examples") }
        guard x.columns > 0 else { throw .empty(what: "features") }
        guard x.rows == labels.count else {
            throw .sizesDisagree(what: "Examples", x.rows, other: "labels", labels.count)
        }
        try weights?.requireWeights(x.rows)
        _ = try labels.seen(weights).counts(classes: 2)
        try x.requireFinite("Input value")
        guard let center else { return }
        guard center.count == x.columns else {
            throw .sizesDisagree(what: "Entries of the center", center.count, other: "features", x.columns)
        }
        try center.requireFinite("Entry of the center")
    }
}

extension [Int] {
    /// The labels of examples with weight. All must be classes, though.
    func seen(_ weights: [Double]?) -> [Int] {
        guard let weights else { return self }
        return indices.filter { weights[$0] > 0 }.map { self[$0] }
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
