import Foundation

/// The Cholesky factorization of a symmetric positive definite matrix, kept to solve with many right-hand sides.
public struct Cholesky: Sendable {
    private let factor: [Double]
    /// Rows and columns of the matrix.
    public let size: Int

    /// Factors `matrix`; only the upper triangle is read.
    /// - Throws: `LearningError.notPositiveDefinite` with the leading minor that fails; also when the matrix is not
    ///   square or not finite.
    public init(_ matrix: Matrix) throws(LearningError) {
        try matrix.requireSquare()
        try matrix.requireFinite("Matrix entry")
        var factor = matrix.elements
        let info = LAPACK.cholesky(&factor, size: matrix.rows)
        guard info == 0 else { throw .notPositiveDefinite(size: matrix.rows, minor: info) }
        self.factor = factor
        size = matrix.rows
    }

    /// x with Ax = b.
    public func solve(_ b: [Double]) -> [Double] {
        precondition(b.count == size, "\(b.count) right-hand sides for a matrix of \(size)")
        var x = b
        LAPACK.choleskySolve(factor, size: size, &x, count: 1)
        return x
    }

    /// X with AX = B.
    public func solve(_ b: Matrix) -> Matrix {
        precondition(b.rows == size, "\(b.shape) right-hand sides for a matrix of \(size)")
        let turned = b.transposed
        var x = turned.elements
        LAPACK.choleskySolve(factor, size: size, &x, count: b.columns)
        return Matrix(rows: b.columns, columns: size, elements: x).transposed
    }

    /// The lowest share of a column's squared length that is left beside the columns before, where A is their Gram matrix.
    package var smallestPivot: Double {
        (0..<size).reduce(1) { smallest, k in
            let root = factor[k * size + k]
            let before = (0...k).reduce(0) { $0 + factor[$1 * size + k] * factor[$1 * size + k] }
            return min(smallest, root * root / before)
        }
    }

    /// A⁻¹.
    public var inverse: Matrix { solve(.identity(size)) }

    /// L, lower triangular, with LLᵀ = A.
    public var lower: Matrix {
        Matrix(rows: size, columns: size) { i, j in j <= i ? factor[j * size + i] : 0 }
    }

    /// The natural logarithm of the determinant of A.
    public var logDeterminant: Double {
        2 * (0..<size).reduce(0) { $0 + log(factor[$1 * size + $1]) }
    }
}

extension Matrix {
    /// x with Ax = b for a symmetric positive definite matrix.
    /// - Throws: as `Cholesky`.
    public func choleskySolve(_ b: [Double]) throws(LearningError) -> [Double] { try Cholesky(self).solve(b) }

    /// X with AX = B for a symmetric positive definite matrix.
    /// - Throws: as `Cholesky`.
    public func choleskySolve(_ b: Matrix) throws(LearningError) -> Matrix { try Cholesky(self).solve(b) }
}
