import LinearAlgebra

/// Shifts and scales columns to mean 0 and variance 1, as found on the data it was fitted to.
public struct Standardizer: Sendable, Codable, Equatable {
    public let means: [Double]
    /// Population standard deviations; 1 for a constant column, which becomes zero.
    public let deviations: [Double]

    /// Finds means and deviations of the columns of `x`. A column that is constant but for rounding counts as constant.
    /// - Throws: `LearningError` when there are no rows or columns, a value is not finite or differences from a mean overflow.
    public init(fitting x: Matrix) throws(LearningError) {
        guard x.rows > 0 else { throw .empty(what: "examples") }
        guard x.columns > 0 else { throw .empty(what: "features") }
        try x.requireFinite("Input value")
        let share = Array(repeating: 1 / Double(x.rows), count: x.rows)
        let centred = x.centred()
        try centred.matrix.requireFinite("Deviation from the mean")
        let sizes = centred.matrix.columnMagnitudes
        // Powers of two keep squares in range and round nothing.
        let units = sizes.map { [$0].unit }
        let variances = centred.matrix.dividingColumns(by: units).mapped { $0 * $0 }.transposedTimes(share)
        means = centred.means
        deviations = means.indices.map { j in
            sizes[j] > 4 * 0x1p-52 * abs(centred.means[j]) ? variances[j].squareRoot() * units[j] : 1
        }
    }

    /// (x − mean) / deviation, column by column.
    /// - Throws: `LearningError` when `x` has other features or a value is not finite.
    public func apply(to x: Matrix) throws(LearningError) -> Matrix {
        try x.requireFeatures(means.count, of: "the data it was fitted to")
        var result = x.subtractingFromRows(means)
        for i in 0..<x.rows {
            for j in 0..<x.columns { result[i, j] /= deviations[j] }
        }
        return result
    }
}

extension Standardizer {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let means = try container.decode([Double].self, forKey: .means)
        let deviations = try container.decode([Double].self, forKey: .deviations)
        try decoder.check { () throws(LearningError) in
            guard means.count == deviations.count else {
                throw .sizesDisagree(what: "Means", means.count, other: "deviations", deviations.count)
            }
            try means.requireFinite("Mean")
            for deviation in deviations where !(deviation > 0 && deviation.isFinite) {
                throw .outOfRange(setting: "Deviation", value: deviation, allowed: "finite and above 0")
            }
        }
        self.means = means
        self.deviations = deviations
    }
}
