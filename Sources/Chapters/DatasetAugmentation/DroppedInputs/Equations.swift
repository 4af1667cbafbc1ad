/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// The variance of the factor by which dropout with keep-probability p multiplies, in the convention of mean one.
    public var dropoutVariance: @Sendable (_ keep: Double) -> Double
    /// What dropout makes of an input under a mask of zeros and ones.
    public var dropped: @Sendable (_ x: Double, _ mask: Double, _ keep: Double) -> Double

    // snippet.augmentation-equations
    public static let chapter = Equations(
        dropoutVariance: { keep in (1 - keep) / keep },
        dropped: { x, mask, keep in x * mask / keep })
    // snippet.end
}
