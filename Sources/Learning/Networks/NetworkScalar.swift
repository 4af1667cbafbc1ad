import LinearAlgebra
import RealModule

/// The numbers that networks compute with: `Float` to train, `Double` where twelve digits are wanted.
public protocol NetworkScalar: BinaryFloatingPoint, Real, SIMDScalar, Codable, Sendable {
    /// C ← αAB + βC for row-major matrices, where A and B may stand transposed in memory.
    ///
    /// - Parameters: `rows` × `columns` is the shape of C, `inner` the length of the sums; the strides are
    ///   the distances between rows as they stand in memory.
    static func multiply(
        rows: Int, columns: Int, inner: Int, alpha: Self,
        _ a: UnsafePointer<Self>, stride aStride: Int, transposed aTransposed: Bool,
        _ b: UnsafePointer<Self>, stride bStride: Int, transposed bTransposed: Bool,
        beta: Self, into c: UnsafeMutablePointer<Self>, stride cStride: Int)

    /// `a` where `condition` holds, else `b`, without a branch: only so can a loop take several numbers at once.
    static func choose(_ condition: Bool, _ a: Self, _ b: Self) -> Self

    /// The largest magnitude of `count` numbers; not finite when one of them isn't.
    static func largestMagnitude(_ x: UnsafePointer<Self>, count: Int) -> Self

    /// A transform of minimal filtering of `channels` neighbouring numbers, a multiple of 4.
    ///
    /// - Parameters:
    ///   - side: of the filters, 3 or 5.
    ///   - second: the other part of the derivative by the filters.
    ///   - places: where the 8 × 8 places of a tile stand on the images, negative outside.
    ///   - apart: from one of the 64 matrices to the next, and from one place of the filters to the next.
    static func transform(
        _ kind: TileTransform, side: Int, _ source: UnsafePointer<Self>, and second: UnsafePointer<Self>?,
        places: UnsafePointer<Int>?, into target: UnsafeMutablePointer<Self>, apart: Int, channels: Int)

    /// The largest number of each `side` × `side` square of an image's places, channel by channel, and which member of the
    /// square it is, counted from 0 line by line. Of equal ones the first counts, and NaN is larger than any number.
    static func pool(
        _ image: UnsafePointer<Self>, _ shape: FeatureShape, side: Int, best: UnsafeMutablePointer<Self>,
        winner: UnsafeMutablePointer<Self>)

    /// Gives the derivative `delta` by each square's largest number to the member that won, and 0 to the others; places that
    /// no square covers are not written.
    static func unpool(
        _ delta: UnsafePointer<Self>, winner: UnsafePointer<Self>, side: Int, into image: UnsafeMutablePointer<Self>,
        _ shape: FeatureShape)

    /// Σ xᵢyᵢ, in an order that depends on `count` alone.
    static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self

    /// `kept` where the next random bits lie below `limit`, else 0.
    ///
    /// - Parameter state: the 32 words of `BitSource`.
    static func fillMask(
        _ mask: UnsafeMutablePointer<Self>, count: Int, from state: UnsafeMutablePointer<UInt32>, below limit: UInt32,
        kept: Self)
}

extension Float: NetworkScalar {
    public static func multiply(
        rows: Int, columns: Int, inner: Int, alpha: Float,
        _ a: UnsafePointer<Float>, stride aStride: Int, transposed aTransposed: Bool,
        _ b: UnsafePointer<Float>, stride bStride: Int, transposed bTransposed: Bool,
        beta: Float, into c: UnsafeMutablePointer<Float>, stride cStride: Int
    ) {
        BLAS.gemm(
            m: rows, n: columns, k: inner, alpha: alpha, a, aTransposed ? .transposed : .plain, lda: aStride,
            b, bTransposed ? .transposed : .plain, ldb: bStride, beta: beta, into: c, ldc: cStride)
    }

    @inline(__always)
    public static func choose(_ condition: Bool, _ a: Float, _ b: Float) -> Float {
        let ones = 0 &- UInt32(unsafeBitCast(condition, to: UInt8.self))
        return Float(bitPattern: a.bitPattern & ones | b.bitPattern & ~ones)
    }
}

extension Double: NetworkScalar {
    public static func multiply(
        rows: Int, columns: Int, inner: Int, alpha: Double,
        _ a: UnsafePointer<Double>, stride aStride: Int, transposed aTransposed: Bool,
        _ b: UnsafePointer<Double>, stride bStride: Int, transposed bTransposed: Bool,
        beta: Double, into c: UnsafeMutablePointer<Double>, stride cStride: Int
    ) {
        BLAS.gemm(
            m: rows, n: columns, k: inner, alpha: alpha, a, aTransposed ? .transposed : .plain, lda: aStride,
            b, bTransposed ? .transposed : .plain, ldb: bStride, beta: beta, into: c, ldc: cStride)
    }

    @inline(__always)
    public static func choose(_ condition: Bool, _ a: Double, _ b: Double) -> Double {
        let ones = 0 &- UInt64(unsafeBitCast(condition, to: UInt8.self))
        return Double(bitPattern: a.bitPattern & ones | b.bitPattern & ~ones)
    }
}
