import LinearAlgebra

/// A fully connected layer whose single weights are dropped, anew for each example (Wan et al. 2013).
///
/// A kept weight is divided by `keep` in training, so that prediction is the weight scaling rule.
public struct DropConnect: Layer {
    private let dense: Dense
    public let keep: Double

    public var units: Int { dense.units }

    /// - Parameters: as for `Dense`; `keep` in (0, 1].
    public init(
        units: Int, keep: Double, activation: ActivationFunction = .identity, initialization: Initialization? = nil
    ) {
        dense = Dense(units: units, activation: activation, initialization: initialization)
        self.keep = keep
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        _ = try Dropout(keep: keep).output(for: input)
        return try dense.output(for: input)
    }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] { dense.parameterBlocks(for: input) }

    /// Room for the mask of one input's weights.
    public func memoryPerExample(for input: FeatureShape) -> Int { units }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let stream = pass.stream else { return dense.forward(pass) }
        let weights = pass.parameters
        let offsets = weights + pass.inputs * units
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let y = pass.output + row * units
                let mask = pass.memory + row * units
                var bits = BitSource(stream, row)
                for unit in 0..<units { y[unit] = 0 }
                for input in 0..<pass.inputs {
                    let x = pass.input[row * pass.inputs + input]
                    let w = weights + input * units
                    bits.fillMask(mask, count: units, keep: keep, kept: Scalar(1 / keep))
                    for unit in 0..<units { y[unit] += x * w[unit] * mask[unit] }
                }
                dense.activation.apply(to: y, adding: offsets, 0..<units)
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let stream = pass.stream else { return dense.backward(pass) }
        guard let delta = pass.outputDelta else { return }
        let weights = pass.parameters
        for row in 0..<pass.rows {
            let d = delta + row * units
            let mask = pass.memory + row * units
            // The masks of the forward pass, drawn again: keeping them would take a weight matrix an example.
            var bits = BitSource(stream, row)
            dense.activation.multiplySlope(into: d, at: pass.output + row * units, 0..<units)
            for input in 0..<pass.inputs {
                let x = pass.input[row * pass.inputs + input]
                let w = weights + input * units
                bits.fillMask(mask, count: units, keep: keep, kept: Scalar(1 / keep))
                for unit in 0..<units { mask[unit] *= d[unit] }
                if let g = pass.gradients.map({ $0 + input * units }) {
                    for unit in 0..<units { g[unit] += x * mask[unit] }
                }
                guard let inputDelta = pass.inputDelta else { continue }
                inputDelta[row * pass.inputs + input] = Scalar.dot(w, mask, count: units)
            }
            guard let offsets = pass.gradients.map({ $0 + pass.inputs * units }) else { continue }
            for unit in 0..<units { offsets[unit] += d[unit] }
        }
    }
}
