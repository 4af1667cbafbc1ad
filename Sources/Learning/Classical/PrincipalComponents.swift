/// Principal components of centred data, by singular values: nothing is inverted, so there may be more features than
/// examples.
public struct PrincipalComponents: Sendable, Codable, Equatable {
    public let mean: [Double]
    /// The directions, one a row, in descending order of variance: components × features.
    public let directions: Matrix
    /// The variance along each direction (divided by examples − 1).
    public let variances: [Double]
    /// The variance of all the data, summed over features.
    public let totalVariance: Double

    /// - Parameter count: how many components; min(examples, features) when nil.
    /// - Throws: `LearningError` for fewer than two examples, values that are not finite, or a count out of range.
    public init(_ x: Matrix, count: Int? = nil) throws(LearningError) {
        guard x.rows > 1 else { throw .tooFew(what: "examples", count: x.rows, needed: 2) }
        let most = min(x.rows, x.columns)
        let count = count ?? most
        guard count >= 1 && count <= most else {
            throw .outOfRange(setting: "Components", value: Double(count), allowed: "from 1 to \(most)")
        }
        try x.requireFinite("Input value")
        mean = x.transposedTimes(Array(repeating: 1 / Double(x.rows), count: x.rows))
        let decomposition = try x.subtractingFromRows(mean).singularValues()
        let all = decomposition.values.map { $0 * $0 / Double(x.rows - 1) }
        directions = decomposition.right.selectingColumns(Array(0..<count)).transposed
        variances = Array(all[..<count])
        totalVariance = all.reduce(0, +)
    }

    /// The coordinates along the directions: rows × components.
    public func project(_ x: Matrix) -> Matrix { x.subtractingFromRows(mean).timesTransposed(directions) }

    /// Data with these coordinates: rows × features.
    public func reconstruct(_ coordinates: Matrix) -> Matrix {
        (coordinates * directions).subtractingFromRows(mean.map { -$0 })
    }

    /// The coordinates divided by their standard deviations, which fails where there is no variance.
    /// - Throws: `LearningError.singular` when a variance is below 10⁻¹² of the largest.
    public func whiten(_ x: Matrix) throws(LearningError) -> Matrix {
        guard let last = variances.last, last > 1e-12 * variances[0] else {
            throw .singular(what: "Covariance", size: variances.count)
        }
        let coordinates = project(x)
        return Matrix(rows: x.rows, columns: variances.count) { coordinates[$0, $1] / variances[$1].squareRoot() }
    }
}
