import LinearAlgebra

/// Multiplies each number by a factor that never changes: one member of the ensemble that dropout averages over.
public struct FixedMask: Layer {
    public let factors: [Double]

    /// - Parameter factors: one for each number that passes.
    public init(_ factors: [Double]) { self.factors = factors }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard factors.count == input.count else {
            throw LearningError.sizesDisagree(what: "mask factors", factors.count, other: "numbers", input.count)
        }
        return input
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        for i in 0..<pass.rows * pass.inputs { pass.output[i] = pass.input[i] * Scalar(factors[i % pass.inputs]) }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        for i in 0..<pass.rows * pass.inputs { inputDelta[i] = delta[i] * Scalar(factors[i % pass.inputs]) }
    }
}
