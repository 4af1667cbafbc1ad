extension Matrix {
    /// The largest absolute value of each column.
    package var columnMagnitudes: [Double] {
        var largest = [Double](repeating: 0, count: columns)
        elements.withUnsafeBufferPointer { entries in
            largest.withUnsafeMutableBufferPointer { largest in
                for i in 0..<rows {
                    for j in 0..<columns {
                        let size = abs(entries[i * columns + j])
                        largest[j] = size > largest[j] ? size : largest[j]
                    }
                }
            }
        }
        return largest
    }

    /// The matrix with column j divided by `divisors[j]`.
    package func dividingColumns(by divisors: [Double]) -> Matrix {
        var quotient = self
        quotient.withUnsafeMutableElements { entries in
            for i in 0..<rows {
                for j in 0..<columns { entries[i * columns + j] /= divisors[j] }
            }
        }
        return quotient
    }

    /// The columns less their means, which are weighted by `weights` when given.
    ///
    /// Where a mean is far larger than what is left, it is found twice, so that its own rounding is removed too. A column
    /// that is constant but for rounding becomes zero.
    package func centred(weights: [Double]? = nil) -> (matrix: Matrix, means: [Double]) {
        let total = weights?.reduce(0, +) ?? Double(rows)
        let shares = (weights ?? Array(repeating: 1, count: rows)).map { $0 / total }
        var means = transposedTimes(shares)
        var matrix = subtractingFromRows(means)
        let sizes = matrix.columnMagnitudes
        guard means.indices.contains(where: { abs(means[$0]) > 1024 * sizes[$0] }) else { return (matrix, means) }
        let rest = matrix.transposedTimes(shares)
        for j in means.indices where abs(means[j]) > 1024 * sizes[j] {
            let isConstant = sizes[j] <= 4 * 0x1p-52 * abs(means[j])
            means[j] = isConstant ? self[0, j] : means[j] + rest[j]
            for i in 0..<rows { matrix[i, j] = isConstant ? 0 : matrix[i, j] - rest[j] }
        }
        return (matrix, means)
    }
}

extension Double {
    /// The power of two at or below the magnitude; 1 for zero.
    package var powerOfTwo: Double {
        guard self != 0, isFinite else { return 1 }
        return Double(sign: .plus, exponent: Int(exponent), significand: 1)
    }
}
