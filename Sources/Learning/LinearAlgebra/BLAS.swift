import COpenBLAS

/// Bare matrix products on OpenBLAS. All matrices are row-major; nothing is checked and nothing is allocated.
///
/// OpenBLAS always runs with one thread, because with two it gives other last bits. Work is spread over cores above it. Its
/// kernel is chosen when it is loaded, with the first product: see `BLASKernel`.
public enum BLAS {
    /// Whether a factor is taken as it lies in memory or transposed.
    public enum Order: Sendable {
        case plain, transposed

        var cblas: CBLAS_TRANSPOSE { self == .plain ? CblasNoTrans : CblasTrans }
    }

    /// The kernel that multiplies, such as "Zen" or "SkylakeX": last bits are promised for one kernel. Loads OpenBLAS.
    public static var core: String { String(cString: openblas_get_corename()) }

    /// C ← alpha · op(A) · op(B) + beta · C in single precision.
    /// - Parameters:
    ///   - m: rows of op(A) and C.
    ///   - n: columns of op(B) and C.
    ///   - k: columns of op(A), rows of op(B).
    ///   - lda: elements from one row of A, as it lies in memory, to the next; `ldb` and `ldc` likewise.
    @inline(__always)
    public static func gemm(
        m: Int, n: Int, k: Int, alpha: Float = 1,
        _ a: UnsafePointer<Float>, _ orderA: Order = .plain, lda: Int,
        _ b: UnsafePointer<Float>, _ orderB: Order = .plain, ldb: Int,
        beta: Float = 0, into c: UnsafeMutablePointer<Float>, ldc: Int
    ) {
        cblas_sgemm(
            CblasRowMajor, orderA.cblas, orderB.cblas, Int32(m), Int32(n), Int32(k),
            alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
    }

    /// C ← alpha · op(A) · op(B) + beta · C in double precision; sizes as for single precision.
    @inline(__always)
    public static func gemm(
        m: Int, n: Int, k: Int, alpha: Double = 1,
        _ a: UnsafePointer<Double>, _ orderA: Order = .plain, lda: Int,
        _ b: UnsafePointer<Double>, _ orderB: Order = .plain, ldb: Int,
        beta: Double = 0, into c: UnsafeMutablePointer<Double>, ldc: Int
    ) {
        cblas_dgemm(
            CblasRowMajor, orderA.cblas, orderB.cblas, Int32(m), Int32(n), Int32(k),
            alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
    }

    /// y ← alpha · op(A) · x + beta · y, where A has `m` rows and `n` columns as it lies in memory.
    @inline(__always)
    public static func gemv(
        m: Int, n: Int, alpha: Double = 1, _ a: UnsafePointer<Double>, _ order: Order = .plain, lda: Int,
        _ x: UnsafePointer<Double>, beta: Double = 0, into y: UnsafeMutablePointer<Double>
    ) {
        cblas_dgemv(CblasRowMajor, order.cblas, Int32(m), Int32(n), alpha, a, Int32(lda), x, 1, beta, y, 1)
    }

    /// The lower triangle of C ← AᵀA, where A has `m` rows and `n` columns; the rest of C is left alone.
    @inline(__always)
    public static func gram(
        m: Int, n: Int, _ a: UnsafePointer<Double>, lda: Int, into c: UnsafeMutablePointer<Double>, ldc: Int
    ) {
        cblas_dsyrk(CblasRowMajor, CblasLower, CblasTrans, Int32(n), Int32(m), 1, a, Int32(lda), 0, c, Int32(ldc))
    }

    /// y ← y + alpha · x, of `count` entries each.
    @inline(__always)
    package static func add(_ alpha: Double, _ x: UnsafePointer<Double>, to y: UnsafeMutablePointer<Double>, count: Int)
    {
        cblas_daxpy(Int32(count), alpha, x, 1, y, 1)
    }
}
