extension Matrix {
    /// The matrix product.
    public static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows, "product of \(a.shape) and \(b.shape)")
        return product(a, .plain, b, .plain, m: a.rows, n: b.columns, k: a.columns)
    }

    /// The matrix applied to a vector of `columns` entries: `rows` entries.
    public static func * (a: Matrix, x: [Double]) -> [Double] {
        precondition(a.columns == x.count, "product of \(a.shape) and a vector of \(x.count)")
        return a.applied(to: x, .plain)
    }

    /// AᵀB without forming the transpose.
    public func transposedTimes(_ b: Matrix) -> Matrix {
        precondition(rows == b.rows, "product of transposed \(shape) and \(b.shape)")
        return Matrix.product(self, .transposed, b, .plain, m: columns, n: b.columns, k: rows)
    }

    /// Aᵀx without forming the transpose.
    public func transposedTimes(_ x: [Double]) -> [Double] {
        precondition(rows == x.count, "product of transposed \(shape) and a vector of \(x.count)")
        return applied(to: x, .transposed)
    }

    /// ABᵀ without forming the transpose.
    public func timesTransposed(_ b: Matrix) -> Matrix {
        precondition(columns == b.columns, "product of \(shape) and transposed \(b.shape)")
        return Matrix.product(self, .plain, b, .transposed, m: rows, n: b.rows, k: columns)
    }

    public static func + (a: Matrix, b: Matrix) -> Matrix { zip(a, b, +) }
    public static func - (a: Matrix, b: Matrix) -> Matrix { zip(a, b, -) }
    public static func * (scale: Double, a: Matrix) -> Matrix { a.mapped { scale * $0 } }

    /// The matrix with `value` added to each entry of the diagonal.
    public func addingToDiagonal(_ value: Double) -> Matrix {
        var sum = self
        for i in 0..<min(rows, columns) { sum[i, i] += value }
        return sum
    }

    /// The matrix with `values` subtracted from each row.
    public func subtractingFromRows(_ values: [Double]) -> Matrix {
        precondition(values.count == columns, "\(values.count) values for rows of \(columns)")
        var difference = self
        difference.withUnsafeMutableElements { entries in
            for i in 0..<rows {
                for j in 0..<columns { entries[i * columns + j] -= values[j] }
            }
        }
        return difference
    }

    /// The matrix with row i multiplied by `factors[i]`.
    public func scalingRows(by factors: [Double]) -> Matrix {
        precondition(factors.count == rows, "\(factors.count) factors for \(rows) rows")
        var scaled = self
        scaled.withUnsafeMutableElements { entries in
            for i in 0..<rows {
                for j in 0..<columns { entries[i * columns + j] *= factors[i] }
            }
        }
        return scaled
    }

    /// The matrix with a last column of ones, whose weight is an intercept.
    public var appendingOnes: Matrix {
        Matrix(rows: rows, columns: columns + 1) { i, j in j < columns ? elements[i * columns + j] : 1 }
    }

    /// The matrix of `transform(entry)`.
    public func mapped(_ transform: (Double) throws -> Double) rethrows -> Matrix {
        Matrix(rows: rows, columns: columns, elements: try elements.map(transform))
    }

    /// The square root of the sum of the squared entries.
    public var frobeniusNorm: Double { elements.norm }

    /// "3×4", for messages.
    package var shape: String { "\(rows)×\(columns)" }

    private static func zip(_ a: Matrix, _ b: Matrix, _ combine: (Double, Double) -> Double) -> Matrix {
        precondition(a.rows == b.rows && a.columns == b.columns, "\(a.shape) and \(b.shape)")
        return Matrix(rows: a.rows, columns: a.columns, elements: Swift.zip(a.elements, b.elements).map(combine))
    }

    private static func product(
        _ a: Matrix, _ orderA: BLAS.Order, _ b: Matrix, _ orderB: BLAS.Order, m: Int, n: Int, k: Int
    ) -> Matrix {
        guard m > 0 && n > 0 && k > 0 else { return Matrix(rows: m, columns: n) }
        let elements = [Double](unsafeUninitializedCapacity: m * n) { target, count in
            a.elements.withUnsafeBufferPointer { left in
                b.elements.withUnsafeBufferPointer { right in
                    guard let p = left.baseAddress, let q = right.baseAddress, let c = target.baseAddress else {
                        return
                    }
                    BLAS.gemm(
                        m: m, n: n, k: k, p, orderA, lda: a.columns, q, orderB, ldb: b.columns, into: c, ldc: n)
                }
            }
            count = m * n
        }
        return Matrix(rows: m, columns: n, elements: elements)
    }

    private func applied(to x: [Double], _ order: BLAS.Order) -> [Double] {
        let length = order == .plain ? rows : columns
        guard length > 0 && !x.isEmpty else { return Array(repeating: 0, count: length) }
        return [Double](unsafeUninitializedCapacity: length) { target, count in
            elements.withUnsafeBufferPointer { source in
                guard let a = source.baseAddress, let y = target.baseAddress else { return }
                BLAS.gemv(m: rows, n: columns, a, order, lda: columns, x, into: y)
            }
            count = length
        }
    }
}
