/// Shifts and scales columns to mean 0 and variance 1, as found on the data it was fitted to.
public struct Standardizer: Sendable, Codable, Equatable {
    public let means: [Double]
    /// Population standard deviations; 1 for a constant column, which becomes zero.
    public let deviations: [Double]

    /// Finds means and deviations of the columns of `x`.
    /// - Throws: `LearningError` when there are no rows or a value is not finite.
    public init(fitting x: Matrix) throws(LearningError) {
        guard x.rows > 0 else { throw .empty(what: "examples") }
        try x.requireFinite("Input value")
        let share = Array(repeating: 1 / Double(x.rows), count: x.rows)
        let means = x.transposedTimes(share)
        let variances = x.subtractingFromRows(means).mapped { $0 * $0 }.transposedTimes(share)
        self.means = means
        // A constant column's deviation is what rounding left of its mean.
        deviations = zip(means, variances).map { mean, variance in
            let deviation = variance.squareRoot()
            return deviation > Double(x.rows) * 0x1p-52 * abs(mean) ? deviation : 1
        }
    }

    /// (x − mean) / deviation, column by column.
    public func apply(to x: Matrix) -> Matrix {
        var result = x.subtractingFromRows(means)
        for i in 0..<x.rows {
            for j in 0..<x.columns { result[i, j] /= deviations[j] }
        }
        return result
    }
}
