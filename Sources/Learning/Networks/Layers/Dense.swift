import LinearAlgebra

/// A fully connected layer: y = f(Wᵀx + b).
public struct Dense: Layer {
    public let units: Int
    public let activation: ActivationFunction
    public let initialization: Initialization?

    /// - Parameter initialization: of the weights; by default He's for rectifiers, Glorot's otherwise. Offsets start at 0.
    public init(units: Int, activation: ActivationFunction = .identity, initialization: Initialization? = nil) {
        self.units = units
        self.activation = activation
        self.initialization = initialization
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard units > 0 else {
            throw LearningError.outOfRange(setting: "Dense units", value: Double(units), allowed: "at least 1")
        }
        return .vector(units)
    }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] {
        let start = initialization ?? activation.initialization(inputs: input.count, outputs: units)
        return [
            ParameterBlock(.weights, rows: input.count, columns: units, initialization: start),
            ParameterBlock(.offsets, rows: 1, columns: units, initialization: .constant(0)),
        ]
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let map = AffineMap(rows: pass.rows, inputs: pass.inputs, units: units)
        let offsets = pass.parameters + pass.inputs * units
        pass.team.forTiles(of: units) { tile in
            map.forward(pass.input, pass.parameters, into: pass.output, tile: tile)
            for row in 0..<pass.rows { activation.apply(to: pass.output + row * units, adding: offsets, tile) }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta else { return }
        let map = AffineMap(rows: pass.rows, inputs: pass.inputs, units: units)
        pass.team.forTiles(of: units) { tile in
            for row in 0..<pass.rows {
                activation.multiplySlope(into: delta + row * units, at: pass.output + row * units, tile)
            }
            if let gradients = pass.gradients {
                map.gradient(pass.input, delta, addingTo: gradients, tile: tile)
            }
        }
        guard let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.inputs) { tile in
            map.backward(delta, pass.parameters, into: inputDelta, tile: tile)
        }
    }
}
