import LinearAlgebra

/// An activation function as a layer of its own.
public struct Activation: Layer {
    public let function: ActivationFunction

    public init(_ function: ActivationFunction) { self.function = function }

    public func output(for input: FeatureShape) throws -> FeatureShape { input }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        pass.team.forTiles(of: pass.rows * pass.inputs) { tile in
            for i in tile { pass.output[i] = function.value(at: pass.input[i]) }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.rows * pass.inputs) { tile in
            function.multiplySlope(into: delta, at: pass.output, tile)
            for i in tile { inputDelta[i] = delta[i] }
        }
    }
}
