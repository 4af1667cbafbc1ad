import COpenBLAS

/// LAPACK's decompositions. Everything is column-major here, which is how LAPACK works; a row-major matrix is its transpose.
/// Each function gives LAPACK's `info`: 0 when it succeeded.
package enum LAPACK {
    private static let columnMajor = Int32(LAPACK_COL_MAJOR)
    private static let lower = CChar(UInt8(ascii: "L"))
    private static let yes = CChar(UInt8(ascii: "V"))

    /// Eigenvalues in ascending order; `a` becomes the eigenvectors, one a column.
    package static func symmetricEigen(_ a: inout [Double], _ values: inout [Double]) -> Int {
        let n = Int32(values.count)
        return Int(LAPACKE_dsyevd(columnMajor, yes, lower, n, &a, max(n, 1), &values))
    }

    /// The lower Cholesky factor in the lower triangle of `a`.
    package static func cholesky(_ a: inout [Double], size: Int) -> Int {
        return Int(LAPACKE_dpotrf(columnMajor, lower, Int32(size), &a, Int32(max(size, 1))))
    }

    /// Solves with a factor made by `cholesky`; `b` holds the right-hand sides as columns. Of NaN among them, which LAPACKE
    /// refuses, all solutions are NaN.
    package static func choleskySolve(_ factor: [Double], size: Int, _ b: inout [Double], count: Int) {
        let n = Int32(max(size, 1))
        if LAPACKE_dpotrs(columnMajor, lower, Int32(size), Int32(count), factor, n, &b, n) != 0 {
            b = Array(repeating: .nan, count: b.count)
        }
    }

    /// The thin singular value decomposition of `a`, which is overwritten; `left` has min(rows, columns) columns.
    package static func singularValues(
        _ a: inout [Double], rows: Int, columns: Int, _ values: inout [Double], left: inout [Double],
        rightTransposed: inout [Double]
    ) -> Int {
        let (m, n) = (Int32(rows), Int32(columns))
        let thin = CChar(UInt8(ascii: "S"))
        return Int(
            LAPACKE_dgesdd(columnMajor, thin, m, n, &a, m, &values, &left, m, &rightTransposed, min(m, n)))
    }

    /// Reduces `a` to tridiagonal form; `a` and `scales` then hold the reflectors.
    package static func tridiagonalize(
        _ a: inout [Double], _ diagonal: inout [Double], _ offDiagonal: inout [Double], _ scales: inout [Double]
    ) -> Int {
        let n = Int32(diagonal.count)
        return Int(LAPACKE_dsytrd(columnMajor, lower, n, &a, max(n, 1), &diagonal, &offDiagonal, &scales))
    }

    /// Q or Qᵀ of a tridiagonal reduction times `c`, which holds `count` columns; all NaN when one of its numbers is.
    package static func applyReflectors(
        _ a: [Double], _ scales: [Double], size: Int, transposed: Bool, _ c: inout [Double], count: Int
    ) {
        let n = Int32(size)
        let left = CChar(UInt8(ascii: "L"))
        let order = CChar(UInt8(ascii: transposed ? "T" : "N"))
        let info = LAPACKE_dormtr(
            columnMajor, left, lower, order, n, Int32(count), a, max(n, 1), scales, &c, max(n, 1))
        if info != 0 { c = Array(repeating: .nan, count: c.count) }
    }

    /// Eigenvalues of a tridiagonal matrix in ascending order, in place of its diagonal.
    package static func tridiagonalEigenvalues(_ diagonal: inout [Double], _ offDiagonal: inout [Double]) -> Int {
        return Int(LAPACKE_dsterf(Int32(diagonal.count), &diagonal, &offDiagonal))
    }

    /// Householder QR with column pivoting: `a` becomes R and the reflectors; column k of R was column `pivots[k]`, from 1.
    package static func pivotedQR(_ a: inout [Double], rows: Int, _ pivots: inout [Int32], _ scales: inout [Double])
        -> Int
    {
        let (m, n) = (Int32(rows), Int32(pivots.count))
        return Int(LAPACKE_dgeqp3(columnMajor, m, n, &a, max(m, 1), &pivots, &scales))
    }

    /// Q or Qᵀ of a QR factorization times `c`, which holds `count` columns.
    package static func applyQ(
        _ a: [Double], rows: Int, _ scales: [Double], transposed: Bool, _ c: inout [Double], count: Int
    ) -> Int {
        let (m, k) = (Int32(rows), Int32(scales.count))
        let left = CChar(UInt8(ascii: "L"))
        let order = CChar(UInt8(ascii: transposed ? "T" : "N"))
        return Int(LAPACKE_dormqr(columnMajor, left, order, m, Int32(count), k, a, max(m, 1), scales, &c, max(m, 1)))
    }

    /// Singular values by one-sided Jacobi rotations, each right to working precision however the columns, or rows, are
    /// scaled; `rows` ≥ the number of `values`, and `a` is overwritten.
    package static func jacobiSingularValues(_ a: inout [Double], rows: Int, _ values: inout [Double]) -> Int {
        func letter(_ ascii: Unicode.Scalar) -> CChar { CChar(UInt8(ascii: ascii)) }
        let (m, n) = (Int32(rows), Int32(values.count))
        let none = letter("N")
        var facts = [Double](repeating: 1, count: 7)
        var counts = [Int32](repeating: 0, count: 3)
        var unused = [0.0]
        var unusedToo = [0.0]
        let info = LAPACKE_dgejsv(
            columnMajor, letter("F"), none, none, none, none, none, m, n, &a, max(m, 1), &values, &unused, max(m, 1),
            &unusedToo, max(n, 1), &facts, &counts)
        for k in values.indices { values[k] *= facts[0] / facts[1] }
        return Int(info)
    }
}
