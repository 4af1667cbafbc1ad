import COpenBLAS

/// LAPACK's decompositions. Everything is column-major here, which is how LAPACK works; a row-major matrix is its transpose.
/// Each function gives LAPACK's `info`: 0 when it succeeded.
enum LAPACK {
    private static let columnMajor = Int32(LAPACK_COL_MAJOR)
    private static let lower = CChar(UInt8(ascii: "L"))
    private static let yes = CChar(UInt8(ascii: "V"))

    /// Eigenvalues in ascending order; `a` becomes the eigenvectors, one a column.
    static func symmetricEigen(_ a: inout [Double], _ values: inout [Double]) -> Int {
        BLAS.start()
        let n = Int32(values.count)
        return Int(LAPACKE_dsyevd(columnMajor, yes, lower, n, &a, max(n, 1), &values))
    }

    /// The lower Cholesky factor in the lower triangle of `a`.
    static func cholesky(_ a: inout [Double], size: Int) -> Int {
        BLAS.start()
        return Int(LAPACKE_dpotrf(columnMajor, lower, Int32(size), &a, Int32(max(size, 1))))
    }

    /// Solves with a factor made by `cholesky`; `b` holds the right-hand sides as columns.
    static func choleskySolve(_ factor: [Double], size: Int, _ b: inout [Double], count: Int) -> Int {
        BLAS.start()
        let n = Int32(max(size, 1))
        return Int(LAPACKE_dpotrs(columnMajor, lower, Int32(size), Int32(count), factor, n, &b, n))
    }
}
