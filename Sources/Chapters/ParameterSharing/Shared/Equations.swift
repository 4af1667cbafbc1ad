import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Ω(wᵃ, wᵇ), which draws the parameters of two models together.
    public var tie: @Sendable (_ first: [Double], _ second: [Double]) -> Double
    /// By what the penalty multiplies the difference of two models along an eigenvector of their common Hessian.
    public var differenceShrinkage: @Sendable (_ curvature: Double, _ alpha: Double) -> Double
    /// Parameters of a convolution with a side × side field of view.
    public var sharedCount: @Sendable (_ side: Int, _ inputs: Int, _ channels: Int, _ places: Int) -> Int
    /// Parameters of the same layer with weights of its own for each place.
    public var localCount: @Sendable (_ side: Int, _ inputs: Int, _ channels: Int, _ places: Int) -> Int
    /// Parameters of a layer with the same units and all connections.
    public var denseCount: @Sendable (_ pixels: Int, _ channels: Int, _ places: Int) -> Int
    /// Where a feature stands when the image has moved by `shift`.
    public var movedPlace: @Sendable (_ place: Int, _ shift: Int) -> Int

    // snippet.sharing-equations
    public static let chapter = Equations(
        tie: { first, second in first.subtracting(second).dot(first.subtracting(second)) },
        differenceShrinkage: { curvature, alpha in curvature / (curvature + 4 * alpha) },
        sharedCount: { side, inputs, channels, _ in (side * side * inputs + 1) * channels },
        localCount: { side, inputs, channels, places in places * (side * side * inputs + 1) * channels },
        denseCount: { pixels, channels, places in (pixels + 1) * channels * places },
        movedPlace: { place, shift in place + shift })
    // snippet.end
}
