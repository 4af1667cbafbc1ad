import LinearAlgebra

/// A fully connected layer whose inputs drop out, with each unit's sum drawn from the normal distribution of the same
/// mean and variance instead (Wang and Manning 2013): one draw a unit, none an input.
///
/// With z = Wᵀx + b, the sum has mean z and variance (1 − keep)/keep · Σ xᵢ²wᵢⱼ². Prediction uses the mean.
public struct FastDropout: Layer {
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

    /// Each sum's draw divided by its deviation.
    public func memoryPerExample(for input: FeatureShape) -> Int { units }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let stream = pass.stream else { return dense.forward(pass) }
        let map = AffineMap(rows: pass.rows, inputs: pass.inputs, units: units)
        let spread = Scalar((1 - keep) / keep)
        pass.team.forTiles(of: units) { map.forward(pass.input, pass.parameters, into: pass.output, tile: $0) }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let variance = pass.memory + row * units
                let y = pass.output + row * units
                for unit in 0..<units { variance[unit] = 0 }
                for input in 0..<pass.inputs {
                    let x = pass.input[row * pass.inputs + input]
                    let w = pass.parameters + input * units
                    for unit in 0..<units { variance[unit] += spread * x * x * w[unit] * w[unit] }
                }
                var own = stream.split("sums", row)
                for unit in 0..<units {
                    let deviation = variance[unit].squareRoot()
                    let draw = Scalar(own.normal())
                    y[unit] += deviation * draw
                    variance[unit] = deviation > 0 ? draw / deviation : 0
                }
                dense.activation.apply(to: y, adding: pass.parameters + pass.inputs * units, 0..<units)
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard pass.stream != nil else { return dense.backward(pass) }
        dense.backward(pass)
        // What `dense` left in outputDelta is the derivative by the sums; here comes that by their deviations.
        guard let delta = pass.outputDelta else { return }
        let spread = Scalar((1 - keep) / keep)
        for row in 0..<pass.rows {
            let d = delta + row * units
            let draw = pass.memory + row * units
            for unit in 0..<units { draw[unit] *= spread * d[unit] }
            for input in 0..<pass.inputs {
                let x = pass.input[row * pass.inputs + input]
                let w = pass.parameters + input * units
                if let g = pass.gradients.map({ $0 + input * units }) {
                    for unit in 0..<units { g[unit] += draw[unit] * x * x * w[unit] }
                }
                guard let inputDelta = pass.inputDelta else { continue }
                var sum = Scalar(0)
                for unit in 0..<units { sum += draw[unit] * w[unit] * w[unit] }
                inputDelta[row * pass.inputs + input] += x * sum
            }
        }
    }
}
