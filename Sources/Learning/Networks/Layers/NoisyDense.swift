import LinearAlgebra

/// A fully connected layer with normal noise on each weight, drawn anew for each example; none in prediction.
///
/// The noise of one unit's sum is itself normal, with deviation `deviation` · ‖x‖, and independent of that of other units and
/// examples. So it is drawn for the sum: the distribution is exactly that of noise on the weights.
public struct NoisyDense: Layer {
    private let dense: Dense
    /// Standard deviation of the noise on a weight.
    public let deviation: Double

    public var units: Int { dense.units }

    /// - Parameters: as for `Dense`; `deviation` at least 0.
    public init(
        units: Int, deviation: Double, activation: ActivationFunction = .identity,
        initialization: Initialization? = nil
    ) {
        dense = Dense(units: units, activation: activation, initialization: initialization)
        self.deviation = deviation
    }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard deviation >= 0, deviation.isFinite else {
            throw LearningError.outOfRange(setting: "weight noise deviation", value: deviation, allowed: "at least 0")
        }
        return try dense.output(for: input)
    }

    public func parameterBlocks(for input: FeatureShape) -> [ParameterBlock] { dense.parameterBlocks(for: input) }

    /// Each sum's noise, divided by the length of the inputs.
    public func memoryPerExample(for input: FeatureShape) -> Int { units }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let stream = pass.stream else { return dense.forward(pass) }
        let map = AffineMap(rows: pass.rows, inputs: pass.inputs, units: units)
        pass.team.forTiles(of: units) { map.forward(pass.input, pass.parameters, into: pass.output, tile: $0) }
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let y = pass.output + row * units
                let noise = pass.memory + row * units
                let length = self.length(pass, row)
                var own = stream.split("sums", row)
                for unit in 0..<units {
                    noise[unit] = Scalar(deviation * own.normal())
                    y[unit] += length * noise[unit]
                }
                dense.activation.apply(to: y, adding: pass.parameters + pass.inputs * units, 0..<units)
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        dense.backward(pass)
        guard pass.stream != nil, let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        // What `dense` left in outputDelta is the derivative by the sums; here comes that by the length of the inputs.
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                var slope = Scalar(0)
                for unit in row * units..<(row + 1) * units { slope += delta[unit] * pass.memory[unit] }
                let length = self.length(pass, row)
                guard length > 0 else { continue }
                for input in row * pass.inputs..<(row + 1) * pass.inputs {
                    inputDelta[input] += slope / length * pass.input[input]
                }
            }
        }
    }

    /// ‖x‖ of example `row`.
    @inline(__always)
    private func length<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>, _ row: Int) -> Scalar {
        var sum = Scalar(0)
        for i in row * pass.inputs..<(row + 1) * pass.inputs { sum += pass.input[i] * pass.input[i] }
        return sum.squareRoot()
    }
}
