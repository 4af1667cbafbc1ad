/// The thin singular value decomposition A = UΣVᵀ.
public struct SingularValues: Sendable, Codable, Equatable {
    /// rows × min(rows, columns), orthonormal columns.
    public let left: Matrix
    /// The singular values, in descending order.
    public let values: [Double]
    /// columns × min(rows, columns), orthonormal columns.
    public let right: Matrix

    /// How many singular values lie above `tolerance` times the largest.
    /// - Parameter tolerance: max(rows, columns) · 2⁻⁵² when not given, as LAPACK's users are used to.
    public func rank(tolerance: Double? = nil) -> Int {
        let relative = tolerance ?? Double(max(left.rows, right.rows)) * 0x1p-52
        return values.count { $0 > relative * (values.first ?? 0) }
    }

    /// The largest singular value divided by the smallest.
    public var conditionNumber: Double { (values.first ?? .nan) / (values.last ?? .nan) }

    /// V f(Σ) Uᵀ b: ridge regression for f(σ) = σ/(σ² + α), least squares for f(σ) = 1/σ.
    public func filtered(_ b: [Double], _ filter: (Double) -> Double) -> [Double] {
        right * zip(left.transposedTimes(b), values).map { $0 * filter($1) }
    }
}

extension Matrix {
    /// The thin singular value decomposition.
    /// - Throws: `LearningError` when an entry is not finite or the iteration fails.
    public func singularValues() throws(LearningError) -> SingularValues {
        try requireFinite("Matrix entry")
        let size = min(rows, columns)
        guard size > 0 else {
            return SingularValues(
                left: Matrix(rows: rows, columns: 0), values: [], right: Matrix(rows: columns, columns: 0))
        }
        // Row by row, A is its transpose column by column: LAPACK's left vectors are our right ones.
        var a = elements
        var values = [Double](repeating: 0, count: size)
        var outer = [Double](repeating: 0, count: columns * size)
        var inner = [Double](repeating: 0, count: size * rows)
        let info = LAPACK.singularValues(
            &a, rows: columns, columns: rows, &values, left: &outer, rightTransposed: &inner)
        guard info == 0 else {
            throw .notConverged(what: "The singular value iteration", steps: info, gap: .nan, tolerance: 0)
        }
        var right = Matrix(rows: size, columns: columns, elements: outer).transposed
        var left = Matrix(rows: rows, columns: size, elements: inner)
        Matrix.settleSigns(&right, &left)
        return SingularValues(left: left, values: values, right: right)
    }

    /// The Moore–Penrose pseudoinverse: columns × rows.
    /// - Parameter tolerance: singular values below this share of the largest count as zero; see `SingularValues.rank`.
    /// - Throws: as `singularValues()`.
    public func pseudoinverse(tolerance: Double? = nil) throws(LearningError) -> Matrix {
        let decomposition = try singularValues()
        let rank = decomposition.rank(tolerance: tolerance)
        let right = decomposition.right
        let scaled = Matrix(rows: columns, columns: decomposition.values.count) { i, j in
            j < rank ? right[i, j] / decomposition.values[j] : 0
        }
        return scaled.timesTransposed(decomposition.left)
    }

    /// The w of lowest norm among those that minimize ‖Aw − b‖.
    /// - Parameter tolerance: as for `pseudoinverse`.
    /// - Throws: as `singularValues()`; also when there are no rows or columns, or `b` has not one entry a row or is not
    ///   finite.
    public func leastSquares(_ b: [Double], tolerance: Double? = nil) throws(LearningError) -> [Double] {
        guard rows > 0 else { throw .empty(what: "examples") }
        guard columns > 0 else { throw .empty(what: "features") }
        guard b.count == rows else { throw .sizesDisagree(what: "Rows", rows, other: "targets", b.count) }
        try b.requireFinite("Target")
        let decomposition = try singularValues()
        let smallest = decomposition.rank(tolerance: tolerance)
        let limit = smallest > 0 ? decomposition.values[smallest - 1] : .infinity
        return decomposition.filtered(b) { $0 >= limit ? 1 / $0 : 0 }
    }

    /// Makes the largest entry of each column of `a` positive, and turns the columns of `b` with them.
    private static func settleSigns(_ a: inout Matrix, _ b: inout Matrix) {
        for j in 0..<a.columns {
            let largest = a.column(j).max { abs($0) < abs($1) } ?? 0
            guard largest < 0 else { continue }
            for i in 0..<a.rows { a[i, j] = -a[i, j] }
            for i in 0..<b.rows { b[i, j] = -b[i, j] }
        }
    }
}

extension SingularValues {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let left = try container.decode(Matrix.self, forKey: .left)
        let values = try container.decode([Double].self, forKey: .values)
        let right = try container.decode(Matrix.self, forKey: .right)
        try decoder.check { () throws(LearningError) in
            try left.requireShape(left.rows, values.count, "left vectors")
            try right.requireShape(right.rows, values.count, "right vectors")
            try values.requireFinite("Singular value")
        }
        self.left = left
        self.values = values
        self.right = right
    }
}
