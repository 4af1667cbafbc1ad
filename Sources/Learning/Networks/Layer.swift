import LinearAlgebra

/// One step of a network, as a value without parameters or memory of its own: those are handed to it for each pass.
///
/// A new kind of layer says how many numbers it needs and how to go forward and backward. Its random choices come
/// from the pass's stream alone, so a pass repeated with the same stream draws the same masks and noise.
public protocol Layer: Sendable {
    /// What comes out when `input` goes in.
    /// - Throws: `LearningError` when the layer can't take such an input or its own settings make no sense.
    func output(for input: FeatureShape) throws -> FeatureShape

    /// The parameters the layer needs, weights before offsets.
    func parameterBlocks(for input: FeatureShape) -> [ParameterBlock]

    /// The place of an earlier layer whose parameters this one uses, too; nil for none.
    var sharedLayer: Int? { get }

    /// - Throws: `LearningError` when the parameters of `sharedLayer`, `blocks`, don't fit this layer.
    func check(shared blocks: [ParameterBlock], for input: FeatureShape) throws

    /// How many scalars the layer keeps of each example from the forward pass to the backward pass.
    func memoryPerExample(for input: FeatureShape) -> Int

    /// How many scalars the layer needs room for while it works on a minibatch of `examples`, and forgets.
    func workspace(for input: FeatureShape, examples: Int) -> Int

    /// Fills `pass.output` from `pass.input`.
    func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>)

    /// Turns `pass.outputDelta` into `pass.inputDelta` (if that is wanted) and adds to `pass.gradients`.
    /// `outputDelta` may be overwritten.
    func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>)

    /// What the layer adds to the minibatch's mean loss; `backward` adds its derivative.
    func penalty<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) -> Double
}

extension Layer {
    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] { [] }
    public var sharedLayer: Int? { nil }
    public func check(shared blocks: [ParameterBlock], for input: FeatureShape) throws {}
    public func memoryPerExample(for input: FeatureShape) -> Int { 0 }
    public func workspace(for input: FeatureShape, examples: Int) -> Int { 0 }
    public func penalty<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) -> Double { 0 }
}
