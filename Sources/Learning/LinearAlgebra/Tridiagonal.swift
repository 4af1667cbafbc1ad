/// The reduction A = QTQᵀ of a symmetric positive semidefinite matrix to tridiagonal form. Much cheaper than
/// eigenvectors, and enough to solve (A + αI)x = b for many α.
struct Tridiagonal: Sendable {
    private let reflectors: [Double]
    private let scales: [Double]
    private let diagonal: [Double]
    private let offDiagonal: [Double]

    /// Reduces `matrix`, of which only the upper triangle is read.
    /// - Throws: `LearningError.singular` when LAPACK fails; the entries must be finite.
    init(reducing matrix: Matrix) throws(LearningError) {
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
    func appliedTransposed(to b: [Double]) -> [Double] {
        var result = b
        _ = LAPACK.applyReflectors(reflectors, scales, size: diagonal.count, transposed: true, &result, count: 1)
        return result
    }

    /// Qz for each row z.
    func applied(toRows z: Matrix) -> Matrix {
        var result = z.elements
        let size = diagonal.count
        _ = LAPACK.applyReflectors(reflectors, scales, size: size, transposed: false, &result, count: z.rows)
        return Matrix(rows: z.rows, columns: z.columns, elements: result)
    }

    /// z with (T + αI)z = c, by the LDLᵀ factorization.
    /// - Throws: `LearningError.singular` where a pivot is not safely positive.
    func solveShifted(by shift: Double, _ c: [Double]) throws(LearningError) -> [Double] {
        let size = c.count
        let largest = diagonal.largestMagnitude + shift
        let smallest = largest * Double(size) * 0x1p-52
        var pivots = [Double](repeating: 0, count: size)
        var z = c
        for i in 0..<size {
            let ratio = i == 0 ? 0 : offDiagonal[i - 1] / pivots[i - 1]
            pivots[i] = diagonal[i] + shift - (i == 0 ? 0 : ratio * offDiagonal[i - 1])
            guard pivots[i] > smallest else { throw .singular(what: "XᵀX + αI with α = \(shift)", size: size) }
            if i > 0 { z[i] -= ratio * z[i - 1] }
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            let next = i == size - 1 ? 0 : offDiagonal[i] * z[i + 1]
            z[i] = (z[i] - next) / pivots[i]
        }
        return z
    }

    /// The eigenvalues of A, in ascending order; what rounding made negative is 0.
    /// - Throws: `LearningError.notConverged` when the iteration fails.
    func eigenvalues() throws(LearningError) -> [Double] {
        var values = diagonal
        var rest = offDiagonal
        let info = LAPACK.tridiagonalEigenvalues(&values, &rest)
        guard info == 0 else {
            throw .notConverged(what: "The tridiagonal eigenvalue iteration", steps: info, gap: .nan, tolerance: 0)
        }
        return values.map { max($0, 0) }
    }
}
