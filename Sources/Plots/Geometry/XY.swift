/// A point or a vector in the plane.
public typealias XY = SIMD2<Double>

extension SIMD2 where Scalar == Double {
    /// The Euclidean norm.
    package var length: Double { (x * x + y * y).squareRoot() }

    /// The vector turned by a quarter turn that takes x to y.
    package var perpendicular: XY { XY(-y, x) }

    /// True when neither part is infinite or NaN.
    package var isFinite: Bool { x.isFinite && y.isFinite }
}
