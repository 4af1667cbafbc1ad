import Learning

/// A small network with random examples, on which derivatives are compared with central differences.
struct GradientCase: Sendable, CustomStringConvertible {
    let name: String
    let shape: FeatureShape
    let layers: [any Layer]
    let loss: Loss
    let rows: Int

    init(_ name: String, shape: FeatureShape, _ layers: [any Layer], loss: Loss = .softmaxCrossEntropy, rows: Int = 6) {
        self.name = name
        self.shape = shape
        self.layers = layers
        self.loss = loss
        self.rows = rows
    }

    init(_ name: String, inputs: Int, _ layers: [any Layer], loss: Loss = .softmaxCrossEntropy, rows: Int = 6) {
        self.init(name, shape: .vector(inputs), layers, loss: loss, rows: rows)
    }

    var description: String { name }

    func problem() throws -> (Network, NetworkParameters<Double>, Examples<Double>) {
        let network = try Network(input: shape, layers: layers)
        var stream = RandomStream(seed: 11, name: name)
        var parameters: NetworkParameters<Double> = network.initialParameters(stream.split("start"))
        for i in parameters.values.indices { parameters.values[i] += 0.1 * stream.normal() }
        let inputs = (0..<rows * shape.count).map { _ in stream.normal() }
        let columns = network.output.count
        let targets: Examples<Double>.Targets =
            loss == .softmaxCrossEntropy
            ? .labels((0..<rows).map { _ in stream.index(below: columns) })
            : .values((0..<rows * columns).map { _ in stream.uniform() }, columns: columns)
        return (network, parameters, Examples(shape: shape, inputs: inputs, targets: targets))
    }

    /// The largest difference from the central difference, over parameters and over inputs, relative to the
    /// largest derivative among them.
    func worstRelativeError() throws -> (parameters: Double, inputs: Double) {
        let (network, parameters, examples) = try problem()
        let masks = RandomStream(seed: 5, name: "masks")
        func gradient(_ w: NetworkParameters<Double>, _ examples: Examples<Double>) throws -> LossGradient<Double> {
            try LossGradient(of: loss, network, at: w, on: examples, stream: masks)
        }
        let h = 1e-5
        let exact = try gradient(parameters, examples)
        var worst = (parameters: 0.0, inputs: 0.0)
        for i in parameters.values.indices {
            var up = parameters
            var down = parameters
            up.values[i] += h
            down.values[i] -= h
            let slope = (try gradient(up, examples).loss - gradient(down, examples).loss) / (2 * h)
            worst.parameters = max(worst.parameters, abs(slope - exact.parameters[i]))
        }
        for i in examples.inputs.indices {
            let slope = try [h, -h].map { step in
                var inputs = examples.inputs
                inputs[i] += step
                return try gradient(
                    parameters, Examples(shape: shape, inputs: inputs, targets: examples.targets)
                ).loss
            }
            worst.inputs = max(worst.inputs, abs((slope[0] - slope[1]) / (2 * h) - exact.inputs[i]))
        }
        worst.parameters /= exact.parameters.map(abs).max() ?? 1
        worst.inputs /= exact.inputs.map(abs).max() ?? 1
        return worst
    }
}
