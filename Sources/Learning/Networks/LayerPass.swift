import LinearAlgebra

/// What a layer is handed for one minibatch: where its numbers stand in memory. Rows are examples.
public struct LayerPass<Scalar: NetworkScalar> {
    /// Examples in the minibatch.
    public let rows: Int
    public let inputShape: FeatureShape
    public let outputShape: FeatureShape
    /// `rows` × `inputShape.count`.
    public let input: UnsafePointer<Scalar>
    /// `rows` × `outputShape.count`.
    public let output: UnsafeMutablePointer<Scalar>
    /// Derivative of the loss by `output`; only in the backward pass.
    public var outputDelta: UnsafeMutablePointer<Scalar>?
    /// Where the derivative by `input` goes; nil when nobody needs it.
    public var inputDelta: UnsafeMutablePointer<Scalar>?
    /// The layer's parameters, block after block.
    public let parameters: UnsafePointer<Scalar>
    /// What the layer adds its gradients to, laid out as its parameters.
    public var gradients: UnsafeMutablePointer<Scalar>?
    /// The parameters of the layer that this one shares parameters with.
    public var shared: UnsafePointer<Scalar>?
    /// The gradients of that layer, to which this one adds its own.
    public var sharedGradients: UnsafeMutablePointer<Scalar>?
    /// `rows` × `memoryPerExample` scalars that last from the forward to the backward pass.
    public let memory: UnsafeMutablePointer<Scalar>
    /// The `workspace` that the layer asked for; other layers write to it before and after.
    public let workspace: UnsafeMutablePointer<Scalar>
    /// What part of its own penalty the layer adds: less than 1 where a step is made of several passes.
    public var penaltyShare = 1.0
    /// The layer's own random numbers for this pass; nil in prediction, where nothing is random.
    public let stream: RandomStream?
    public let team: Team

    var inputs: Int { inputShape.count }
    var outputs: Int { outputShape.count }
}
