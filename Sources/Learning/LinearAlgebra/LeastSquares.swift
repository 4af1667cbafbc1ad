/// The Householder QR factorization with column pivoting of a matrix whose columns are first brought to about equal
/// length, so that their units don't matter.
///
/// A column of which less than `dependence` of its length is left beside those before it counts as dependent on them.
/// Rounding leaves about 10⁻¹⁵ of a column that truly depends on others, so the decision doesn't hang on it.
package struct LeastSquares: Sendable {
    /// 2⁻⁴⁰, about 10⁻¹².
    package static let dependence = 0x1p-40

    private let factor: [Double]
    private let reflectors: [Double]
    /// Column k of the factor was this column of the matrix.
    private let pivots: [Int]
    /// What each column was divided by, a power of two.
    private let units: [Double]
    private let rows: Int
    /// How many columns are independent.
    package let rank: Int

    /// - Parameter origin: the size of the numbers that each column was a difference of; a column of no more than their
    ///   rounding is zero.
    /// - Throws: `LearningError.notFinite`.
    package init(_ x: Matrix, origin: [Double]? = nil) throws(LearningError) {
        try x.requireFinite("Matrix entry")
        rows = x.rows
        let origin = origin ?? Array(repeating: 0, count: x.columns)
        var columns = x.transposed.elements
        var units = [Double](repeating: 1, count: x.columns)
        for j in units.indices {
            let range = j * x.rows..<(j + 1) * x.rows
            let largest = columns[range].reduce(0) { max($0, abs($1)) }
            guard largest > 16 * 0x1p-52 * origin[j] else {
                for place in range { columns[place] = 0 }
                continue
            }
            // Twice, since the first division keeps the squares in range.
            let first = largest.powerOfTwo
            for place in range { columns[place] /= first }
            let second = Array(columns[range]).norm.powerOfTwo
            for place in range { columns[place] /= second }
            units[j] = first * second
        }
        var pivots = [Int32](repeating: 0, count: x.columns)
        var reflectors = [Double](repeating: 0, count: min(x.rows, x.columns))
        if !reflectors.isEmpty {
            _ = LAPACK.pivotedQR(&columns, rows: x.rows, &pivots, &reflectors)
        }
        let first = reflectors.isEmpty ? 0 : abs(columns[0])
        rank = reflectors.indices.prefix { abs(columns[$0 * x.rows + $0]) > LeastSquares.dependence * first }.count
        factor = columns
        self.pivots = pivots.map { Int($0) - 1 }
        self.reflectors = reflectors
        self.units = units
    }

    /// As many columns as are independent, in ascending order.
    package var independentColumns: [Int] { pivots[..<rank].sorted() }

    /// The w that minimizes ‖Xw − b‖.
    /// - Throws: `LearningError.singular` with the name `what` when columns are dependent, `notFinite` when a weight
    ///   overflows.
    package func solve(_ b: [Double], _ what: String) throws(LearningError) -> [Double] {
        let size = units.count
        guard rank == size else { throw .singular(what: what, size: size) }
        var z = b
        _ = LAPACK.applyQ(factor, rows: rows, reflectors, transposed: true, &z, count: 1)
        var w = [Double](repeating: 0, count: size)
        for k in stride(from: size - 1, through: 0, by: -1) {
            var sum = z[k]
            for l in k + 1..<max(size, k + 1) { sum -= factor[l * rows + k] * z[l] }
            z[k] = sum / factor[k * rows + k]
            w[pivots[k]] = z[k] / units[pivots[k]]
        }
        try w.requireFinite("Weight")
        return w
    }

    /// The w of lowest norm with Xᵀw = b, for independent columns of X.
    /// - Throws: `LearningError.singular` with the name `what` when columns are dependent.
    package func shortest(_ b: [Double], _ what: String) throws(LearningError) -> [Double] {
        let size = units.count
        guard rank == size else { throw .singular(what: what, size: size) }
        var z = [Double](repeating: 0, count: rows)
        for k in 0..<size {
            var sum = b[pivots[k]] / units[pivots[k]]
            for l in 0..<k { sum -= factor[k * rows + l] * z[l] }
            z[k] = sum / factor[k * rows + k]
        }
        _ = LAPACK.applyQ(factor, rows: rows, reflectors, transposed: false, &z, count: 1)
        return z
    }

    /// The sum of the squares of Q's first `count` rows: the trace of their part of the projection on the columns.
    package func projectionTrace(rows count: Int) -> Double {
        var q = [Double](repeating: 0, count: rows * rank)
        for k in 0..<rank { q[k * rows + k] = 1 }
        _ = LAPACK.applyQ(factor, rows: rows, reflectors, transposed: false, &q, count: rank)
        return (0..<rank).reduce(0) { sum, k in
            q[k * rows..<k * rows + count].reduce(sum) { $0 + $1 * $1 }
        }
    }
}
