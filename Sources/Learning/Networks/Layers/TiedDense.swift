import LinearAlgebra

/// A fully connected layer without weights of its own: it uses those of an earlier one.
///
/// With W the weights of that layer, inputs × units there, y = f(Wx + b) when `transposed`, as in an autoencoder's decoder, and
/// f(Wᵀx + b) when not. Offsets are its own. One gradient and one penalty belong to the weights, however often they are used.
public struct TiedDense: Layer {
    public let units: Int
    /// The place of the layer that the weights belong to; its first block must be weights.
    public let layer: Int
    public let transposed: Bool
    public let activation: ActivationFunction

    public init(units: Int, to layer: Int, transposed: Bool = true, activation: ActivationFunction = .identity) {
        self.units = units
        self.layer = layer
        self.transposed = transposed
        self.activation = activation
    }

    public var sharedLayer: Int? { layer }

    public func check(shared blocks: [ParameterBlock], for input: FeatureShape) throws {
        guard let weights = blocks.first, weights.role == .weights else {
            throw LearningError.empty(what: "weights in layer \(layer), which another is tied to")
        }
        let (from, to) = transposed ? (weights.columns, weights.rows) : (weights.rows, weights.columns)
        guard from == input.count else {
            throw LearningError.sizesDisagree(what: "Inputs of a tied layer", input.count, other: "its weights'", from)
        }
        guard to == units else {
            throw LearningError.sizesDisagree(what: "Units of a tied layer", units, other: "its weights'", to)
        }
    }

    public func output(for input: FeatureShape) throws -> FeatureShape { .vector(units) }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] {
        [ParameterBlock(.offsets, rows: 1, columns: units, initialization: .constant(0))]
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let weights = pass.shared else { return }
        let map = self.map(pass)
        pass.team.forTiles(of: units) { tile in
            if transposed {
                map.backward(pass.input, weights, into: pass.output, tile: tile)
            } else {
                map.forward(pass.input, weights, into: pass.output, tile: tile)
            }
            for row in 0..<pass.rows { activation.apply(to: pass.output + row * units, adding: pass.parameters, tile) }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let weights = pass.shared else { return }
        let map = self.map(pass)
        pass.team.forTiles(of: units) { tile in
            for row in 0..<pass.rows {
                activation.multiplySlope(into: delta + row * units, at: pass.output + row * units, tile)
            }
            guard let gradients = pass.gradients else { return }
            AffineMap(rows: pass.rows, inputs: pass.inputs, units: units).offsetGradient(
                delta, addingTo: gradients, tile: tile)
        }
        if let gradients = pass.sharedGradients {
            pass.team.forTiles(of: map.units) { tile in
                if transposed {
                    map.weightGradient(delta, pass.input, addingTo: gradients, tile: tile)
                } else {
                    map.weightGradient(pass.input, delta, addingTo: gradients, tile: tile)
                }
            }
        }
        guard let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.inputs) { tile in
            if transposed {
                map.forward(delta, weights, into: inputDelta, tile: tile)
            } else {
                map.backward(delta, weights, into: inputDelta, tile: tile)
            }
        }
    }

    /// The products as the layer that owns the weights sees them.
    private func map<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) -> AffineMap {
        AffineMap(rows: pass.rows, inputs: transposed ? units : pass.inputs, units: transposed ? pass.inputs : units)
    }
}
