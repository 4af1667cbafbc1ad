/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// The expected squared error of the shared map with `rank` rows, learned from `examples` in all, when the tasks' unit
    /// heads point in all directions alike.
    public var sharedError: @Sendable (_ noise: Double, _ features: Int, _ rank: Int, _ examples: Int) -> Double
    /// The derivative of a unit of Figure 7.6, from its value.
    public var slope: @Sendable (_ unit: Double) -> Double
    /// What the tasks together add to the gradient of a shared parameter, from the gradients of both.
    public var pooledGradient: @Sendable (_ first: Double, _ second: Double) -> Double

    // snippet.shared-error
    public static let chapter = Equations(
        sharedError: { noise, features, rank, examples in
            noise * Double(features * rank) / (Double(examples) / Double(rank))
        },
        slope: { unit in 1 - unit * unit },
        pooledGradient: { first, second in first + second })
    // snippet.end
}
