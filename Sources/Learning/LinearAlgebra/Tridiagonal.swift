/// The reduction A = QTQᵀ of a symmetric positive semidefinite matrix to tridiagonal form. Much cheaper than
/// eigenvectors, and enough to solve (A + αI)x = b for many α.
package struct Tridiagonal: Sendable {
    private let reflectors: [Double]
    private let scales: [Double]
    private let diagonal: [Double]
    private let offDiagonal: [Double]

    /// Reduces `matrix`, of which only the upper triangle is read.
    /// - Throws: `LearningError.singular` when LAPACK fails; the entries must be finite.
    package init(reducing matrix: Matrix) throws(LearningError) {
        let size = matrix.rows
        var reflectors = matrix.elements
        var diagonal = [Double](repeating: 0, count: size)
        var offDiagonal = [Double](repeating: 0, count: max(size - 1, 0))
        var scales = offDiagonal
        guard LAPACK.tridiagonalize(&reflectors, &diagonal, &offDiagonal, &scales) == 0 else {
            throw .singular(what: "XᵀX", size: size)
        }
        self.reflectors = reflectors
        self.diagonal = diagonal
        self.offDiagonal = offDiagonal
        self.scales = scales
    }

    /// Qᵀb.
    package func appliedTransposed(to b: [Double]) -> [Double] {
        var result = b
        LAPACK.applyReflectors(reflectors, scales, size: diagonal.count, transposed: true, &result, count: 1)
        return result
    }

    /// Qz for each row z, on up to `threads` cores.
    package func applied(toRows z: Matrix, threads: Int) -> Matrix {
        let size = diagonal.count
        // Two blocks of rows for any number of threads, so that the bytes do not depend on it.
        let half = z.rows / 2
        let blocks = concurrentMap(2, threads: threads) { block in
            let rows = block == 0 ? 0..<half : half..<z.rows
            var result = Array(z.elements[(rows.lowerBound * size)..<(rows.upperBound * size)])
            guard !rows.isEmpty else { return result }
            LAPACK.applyReflectors(reflectors, scales, size: size, transposed: false, &result, count: rows.count)
            return result
        }
        return Matrix(rows: z.rows, columns: z.columns, elements: Array(blocks.joined()))
    }

    /// A bound that no eigenvalue exceeds (Gershgorin).
    package var largestPossibleEigenvalue: Double {
        diagonal.indices.reduce(0) { largest, i in
            let below = i < offDiagonal.count ? abs(offDiagonal[i]) : 0
            return max(largest, diagonal[i] + below + (i > 0 ? abs(offDiagonal[i - 1]) : 0))
        }
    }

    /// Whether T − xI is positive definite, by the signs of its pivots (Sturm).
    package func allEigenvaluesLie(above x: Double) -> Bool {
        var pivot = 1.0
        for i in diagonal.indices {
            let beside = i == 0 ? 0 : offDiagonal[i - 1]
            pivot = diagonal[i] - x - beside * beside / pivot
            guard pivot > 0 else { return false }
        }
        return true
    }

    /// z with (T + αI)z = c for each α of `shifts`, by the LDLᵀ factorization: one row a shift. T + αI must be positive
    /// definite beyond rounding.
    package func solutions(shifts: [Double], _ c: [Double]) -> Matrix {
        let (size, count) = (c.count, shifts.count)
        // All shifts go through the recurrences side by side: row i of both tables belongs to entry i of the solutions.
        var pivots = [Double](repeating: 0, count: size * count)
        var z = pivots
        for i in 0..<size {
            let (row, above) = (i * count, (i - 1) * count)
            let beside = i == 0 ? 0 : offDiagonal[i - 1]
            for k in 0..<count {
                let ratio = i == 0 ? 0 : beside / pivots[above + k]
                pivots[row + k] = diagonal[i] + shifts[k] - ratio * beside
                z[row + k] = c[i] - (i == 0 ? 0 : ratio * z[above + k])
            }
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            let (row, below) = (i * count, (i + 1) * count)
            for k in 0..<count {
                let next = i == size - 1 ? 0 : offDiagonal[i] * z[below + k]
                z[row + k] = (z[row + k] - next) / pivots[row + k]
            }
        }
        return Matrix(rows: size, columns: count, elements: z).transposed
    }

    /// The eigenvalues of A, in ascending order; what rounding made negative is 0.
    /// - Throws: `LearningError.notConverged` when the iteration fails.
    package func eigenvalues() throws(LearningError) -> [Double] {
        var values = diagonal
        var rest = offDiagonal
        let info = LAPACK.tridiagonalEigenvalues(&values, &rest)
        guard info == 0 else {
            throw .notConverged(what: "The tridiagonal eigenvalue iteration", steps: info, gap: .nan, tolerance: 0)
        }
        return values.map { max($0, 0) }
    }
}
