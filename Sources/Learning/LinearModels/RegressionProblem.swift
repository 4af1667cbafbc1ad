import LinearAlgebra

/// Checked inputs and targets of a linear regression, centred when an intercept is to be fitted, and rows multiplied by the
/// roots of their weights.
///
/// Where columns are of very different size, or any numbers huge or tiny, they are divided by powers of two: nothing is
/// rounded by that, and a fit is the same but for the units of its weights.
struct RegressionProblem: Sendable {
    let x: Matrix
    let y: [Double]
    /// What each column was divided by.
    let units: [Double]
    /// What the targets were divided by.
    let targetUnit: Double
    /// The number of examples, or the sum of their weights.
    let totalWeight: Double
    private let means: [Double]
    private let targetMean: Double

    /// Whether the columns stand in the caller's units.
    let isBalanced: Bool

    /// - Throws: `LearningError` for empty data, sizes that disagree, values that are not finite and weights that are
    ///   negative or all 0.
    init(
        _ x: Matrix, _ y: [Double], weights: [Double]? = nil, fittingIntercept: Bool
    ) throws(LearningError) {
        guard x.rows > 0 else { throw .empty(what: "examples") }
        guard x.columns > 0 else { throw .empty(what: "features") }
        guard y.count == x.rows else { throw .sizesDisagree(what: "Examples", x.rows, other: "targets", y.count) }
        try x.requireFinite("Input value")
        try y.requireFinite("Target")
        try weights?.requireWeights(x.rows)
        var (x, y) = (x, y)
        if fittingIntercept {
            let inputs = x.centred(weights: weights)
            let targets = Matrix(rows: y.count, columns: 1, elements: y).centred(weights: weights)
            (x, means) = inputs
            y = targets.matrix.elements
            targetMean = targets.means[0]
            try x.requireFinite("Deviation from the mean")
            try y.requireFinite("Deviation from the mean target")
        } else {
            (means, targetMean) = (Array(repeating: 0, count: x.columns), 0)
        }
        totalWeight = weights?.reduce(0, +) ?? Double(x.rows)
        let sizes = x.columnMagnitudes.filter { $0 > 0 }
        isBalanced = sizes.isEmpty || (sizes.max() ?? 1) <= 128 * (sizes.min() ?? 1) && sizes.unit == 1
        units = isBalanced ? Array(repeating: 1, count: x.columns) : x.columnMagnitudes.map(\.powerOfTwo)
        if !isBalanced { x = x.dividingColumns(by: units) }
        let targetUnit = y.unit
        if targetUnit != 1 { y = y.map { $0 / targetUnit } }
        self.targetUnit = targetUnit
        if let weights {
            let roots = weights.map { $0.squareRoot() }
            x = x.scalingRows(by: roots)
            y = zip(y, roots).map { $0 * $1 }
        }
        self.x = x
        self.y = y
    }

    /// Weights of the scaled columns in the caller's units.
    func unscaled(_ weights: [Double]) -> [Double] {
        weights.indices.map { weights[$0] / units[$0] * targetUnit }
    }

    /// Weights in the caller's units as those of the scaled columns.
    func scaled(_ weights: [Double]) -> [Double] {
        weights.indices.map { weights[$0] / targetUnit * units[$0] }
    }

    /// The model with these weights, in the caller's units, and the intercept that belongs to them.
    func model(_ weights: [Double]) -> LinearModel {
        LinearModel(weights: weights, intercept: targetMean - means.dot(weights))
    }
}

/// - Throws: `LearningError.outOfRange` unless `value` is finite and not negative.
package func requirePenalty(_ value: Double, _ setting: String = "Penalty") throws(LearningError) {
    guard value >= 0, value.isFinite else {
        throw .outOfRange(setting: setting, value: value, allowed: "finite and at least 0")
    }
}

/// - Throws: `LearningError.outOfRange` for a negative number of steps.
package func requireSteps(_ steps: Int, _ setting: String = "Steps") throws(LearningError) {
    guard steps >= 0 else { throw .outOfRange(setting: setting, value: Double(steps), allowed: "at least 0") }
}

/// - Throws: `LearningError.outOfRange` unless a tolerance is finite and above 0.
package func requireTolerance(_ tolerance: Double) throws(LearningError) {
    guard tolerance > 0, tolerance.isFinite else {
        throw .outOfRange(setting: "Tolerance", value: tolerance, allowed: "finite and above 0")
    }
}
