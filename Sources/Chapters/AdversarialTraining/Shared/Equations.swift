import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Before section 7.13's last paragraph: how far a linear function moves at most when each input moves by ε.
    public var reach: @Sendable (_ epsilon: Double, _ w: [Double]) -> Double
    /// The draft's ε|w| with the bare bars read as a Euclidean norm.
    public var printedReach: @Sendable (_ epsilon: Double, _ w: [Double]) -> Double
    /// What is added to one input: from the slope of the cost there.
    public var perturbation: @Sendable (_ epsilon: Float, _ slope: Float) -> Float
    /// The same as the caption of Figure 7.7 has it.
    public var printedPerturbation: @Sendable (_ slope: Float) -> Float

    // snippet.adversarial-equations
    public static let chapter = Equations(
        reach: { epsilon, w in epsilon * w.sumOfMagnitudes },
        printedReach: { epsilon, w in epsilon * w.norm },
        perturbation: { epsilon, slope in slope > 0 ? epsilon : slope < 0 ? -epsilon : 0 },
        printedPerturbation: { slope in slope > 0 ? 1 : slope < 0 ? -1 : 0 })
    // snippet.end
}
