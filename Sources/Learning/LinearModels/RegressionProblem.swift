/// Checked inputs and targets of a linear regression, centred when an intercept is to be fitted.
struct RegressionProblem: Sendable {
    let x: Matrix
    let y: [Double]
    private let means: [Double]
    private let targetMean: Double

    /// - Throws: `LearningError` for empty data, sizes that disagree and values that are not finite.
    init(_ x: Matrix, _ y: [Double], fittingIntercept: Bool) throws(LearningError) {
        guard x.rows > 0 else { throw .empty(what: "examples") }
        guard x.columns > 0 else { throw .empty(what: "features") }
        guard y.count == x.rows else { throw .sizesDisagree(what: "Examples", x.rows, other: "targets", y.count) }
        try x.requireFinite("Input value")
        try y.requireFinite("Target")
        guard fittingIntercept else {
            (self.x, self.y) = (x, y)
            (means, targetMean) = (Array(repeating: 0, count: x.columns), 0)
            return
        }
        let ones = Array(repeating: 1 / Double(x.rows), count: x.rows)
        let means = x.transposedTimes(ones)
        let targetMean = y.reduce(0, +) / Double(y.count)
        self.x = x.subtractingFromRows(means)
        self.y = y.map { $0 - targetMean }
        self.means = means
        self.targetMean = targetMean
    }

    /// The model with these weights and the intercept that belongs to them.
    func model(_ weights: [Double]) -> LinearModel {
        LinearModel(weights: weights, intercept: targetMean - means.dot(weights))
    }
}

/// - Throws: `LearningError.outOfRange` unless `value` is finite and not negative.
func requirePenalty(_ value: Double, _ setting: String = "Penalty") throws(LearningError) {
    guard value >= 0, value.isFinite else {
        throw .outOfRange(setting: setting, value: value, allowed: "finite and at least 0")
    }
}
