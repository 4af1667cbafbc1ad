import LinearAlgebra
import Statistics

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
        let centred = x.centred()
        mean = centred.means
        let decomposition = try centred.matrix.singularValues()
        let all = decomposition.values.map { $0 * $0 / Double(x.rows - 1) }
        try all.requireFinite("Variance of component")
        directions = decomposition.right.selectingColumns(Array(0..<count)).transposed
        variances = Array(all[..<count])
        totalVariance = all.reduce(0, +)
    }

    /// The coordinates along the directions: rows × components.
    /// - Throws: `LearningError` when `x` has other features or a value is not finite.
    public func project(_ x: Matrix) throws(LearningError) -> Matrix {
        try x.requireFeatures(mean.count, of: "the components")
        return x.subtractingFromRows(mean).timesTransposed(directions)
    }

    /// Data with these coordinates: rows × features.
    /// - Throws: `LearningError` unless there is one coordinate a component, all of them finite.
    public func reconstruct(_ coordinates: Matrix) throws(LearningError) -> Matrix {
        guard coordinates.columns == directions.rows else {
            throw .sizesDisagree(what: "Coordinates", coordinates.columns, other: "components", directions.rows)
        }
        try coordinates.requireFinite("Coordinate")
        return (coordinates * directions).subtractingFromRows(mean.map { -$0 })
    }

    /// The coordinates divided by their standard deviations, which fails where there is no variance.
    /// - Throws: `LearningError.singular` when a variance is below 10⁻¹² of the largest; also as `project`.
    public func whiten(_ x: Matrix) throws(LearningError) -> Matrix {
        guard let last = variances.last, last > 1e-12 * variances[0] else {
            throw .singular(what: "Covariance", size: variances.count)
        }
        let coordinates = try project(x)
        return Matrix(rows: x.rows, columns: variances.count) { coordinates[$0, $1] / variances[$1].squareRoot() }
    }
}

extension PrincipalComponents {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let mean = try container.decode([Double].self, forKey: .mean)
        let directions = try container.decode(Matrix.self, forKey: .directions)
        let variances = try container.decode([Double].self, forKey: .variances)
        let totalVariance = try container.decode(Double.self, forKey: .totalVariance)
        try decoder.check { () throws(LearningError) in
            guard !variances.isEmpty else { throw .empty(what: "components") }
            try mean.requireFinite("Mean")
            try directions.requireShape(variances.count, mean.count, "directions")
            for variance in variances + [totalVariance] where !(variance >= 0 && variance.isFinite) {
                throw .outOfRange(setting: "Variance", value: variance, allowed: "finite and at least 0")
            }
        }
        self.mean = mean
        self.directions = directions
        self.variances = variances
        self.totalVariance = totalVariance
    }
}
