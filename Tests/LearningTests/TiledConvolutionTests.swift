import Learning
import Testing

/// Convolutions that are worked out by minimal filtering against the sums over their patches, in double precision.
@Suite struct TiledConvolutionTests {
    struct Case: Sendable {
        let height: Int
        let width: Int
        let inputs: Int
        let channels: Int
        let side: Int
        let padding: Padding
        var rows = 3

        var places: (height: Int, width: Int) {
            let lost = padding == .same ? 0 : side - 1
            return (height - lost, width - lost)
        }

        /// Calls `body` for each product of an input and a weight: where the output, the input and the weight stand.
        func forProducts(_ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void) {
            let border = padding == .same ? (side - 1) / 2 : 0
            for row in 0..<rows {
                for (y, x) in (0..<places.height * places.width).map({ ($0 / places.width, $0 % places.width) }) {
                    for (v, u) in (0..<side * side).map({ ($0 / side, $0 % side) }) {
                        let (top, left) = (y + v - border, x + u - border)
                        guard 0..<height ~= top, 0..<width ~= left else { continue }
                        for input in 0..<inputs {
                            for channel in 0..<channels {
                                body(
                                    ((row * places.height + y) * places.width + x) * channels + channel,
                                    ((row * height + top) * width + left) * inputs + input,
                                    ((v * side + u) * inputs + input) * channels + channel)
                            }
                        }
                    }
                }
            }
        }
    }

    static let cases = [
        Case(height: 6, width: 6, inputs: 16, channels: 16, side: 5, padding: .valid),
        Case(height: 14, width: 14, inputs: 32, channels: 64, side: 5, padding: .same),
        Case(height: 12, width: 12, inputs: 32, channels: 64, side: 5, padding: .valid, rows: 2),
        Case(height: 7, width: 9, inputs: 24, channels: 16, side: 5, padding: .same),
        Case(height: 5, width: 8, inputs: 16, channels: 40, side: 5, padding: .valid, rows: 1),
        Case(height: 3, width: 1, inputs: 16, channels: 16, side: 5, padding: .same),
        // Not in eights.
        Case(height: 13, width: 6, inputs: 20, channels: 28, side: 3, padding: .same),
        Case(height: 14, width: 14, inputs: 64, channels: 64, side: 3, padding: .same),
        Case(height: 8, width: 9, inputs: 40, channels: 16, side: 3, padding: .valid),
        // More tiles on an image than stand in one group.
        Case(height: 41, width: 39, inputs: 16, channels: 32, side: 5, padding: .same, rows: 2),
    ]

    @Test(arguments: cases) func outputsAndDerivativesAreThoseOfThePatches(test: Case) throws {
        #expect(try worstRelativeError(test, Double.self) < 1e-13)
        let error = try worstRelativeError(test, Float.self)
        #expect(error < 2e-5, "\(error)")
    }

    /// The largest error of outputs, of the derivative by the inputs and by the parameters, each relative to the largest
    /// of them.
    private func worstRelativeError<Scalar: NetworkScalar>(_ test: Case, _ type: Scalar.Type) throws -> Double {
        let shape = FeatureShape(height: test.height, width: test.width, channels: test.inputs)
        let network = try Network(input: shape) {
            Convolution(channels: test.channels, side: test.side, padding: test.padding, activation: .identity)
        }
        var stream = RandomStream(seed: 2, name: "\(test)")
        var parameters: NetworkParameters<Scalar> = network.initialParameters(stream.split("start"))
        parameters[block: 1] = stream.normals(test.channels).map { Scalar($0) }
        let (weights, offsets) = (parameters[block: 0].map { Double($0) }, parameters[block: 1].map { Double($0) })
        let images = stream.normals(test.rows * shape.count).map { Scalar($0) }
        let targets = stream.normals(test.rows * network.output.count).map { Scalar($0) }

        var outputs = targets.indices.map { offsets[$0 % test.channels] }
        test.forProducts { outputs[$0] += Double(images[$1]) * weights[$2] }
        let delta = zip(outputs, targets).map { ($0 - Double($1)) / Double(test.rows) }
        var byInputs = [Double](repeating: 0, count: images.count)
        var byParameters = [Double](repeating: 0, count: network.parameterCount)
        test.forProducts { output, input, weight in
            byInputs[input] += delta[output] * weights[weight]
            byParameters[weight] += delta[output] * Double(images[input])
        }
        for place in delta.indices { byParameters[weights.count + place % test.channels] += delta[place] }

        let gradient = try LossGradient(
            of: .squared, network, at: parameters,
            on: Examples(shape: shape, inputs: images, targets: .values(targets, columns: network.output.count)))
        let answers = try Prediction(network, parameters).outputs(images)
        let pairs = [(answers, outputs), (gradient.inputs, byInputs), (gradient.parameters, byParameters)]
        return pairs.map { found, exact in
            zip(found, exact).map { abs(Double($0) - $1) }.max().map { $0 / (exact.map(abs).max() ?? 1) } ?? .infinity
        }.max() ?? .infinity
    }

    @Test(arguments: cases) func anImagesAnswersDoNotDependOnItsNeighbours(test: Case) throws {
        let shape = FeatureShape(height: test.height, width: test.width, channels: test.inputs)
        let network = try Network(input: shape) {
            Convolution(channels: test.channels, side: test.side, padding: test.padding)
        }
        var stream = RandomStream(seed: 3, name: "\(test)")
        let parameters: NetworkParameters<Float> = network.initialParameters(stream.split("start"))
        let images = stream.normals(23 * shape.count).map { Float($0) }
        let prediction = Prediction(network, parameters)
        let answers = try prediction.outputs(images)
        for (first, count) in [(0, 1), (22, 1), (4, 2), (1, 3), (9, 11), (3, 20)] {
            let some = try prediction.outputs(Array(images[first * shape.count..<(first + count) * shape.count]))
            let size = network.output.count
            #expect(some.elementsEqual(answers[first * size..<(first + count) * size]))
        }
    }

    @Test(arguments: [Padding.same, .valid]) func sameBytesOnOneThreadAndTwo(padding: Padding) throws {
        var stream = RandomStream(seed: 6, name: "images")
        let shape = FeatureShape(height: 9, width: 11, channels: 16)
        let examples = Examples<Float>(
            shape: shape, inputs: stream.uniforms(30 * shape.count).map { Float($0) },
            targets: .labels((0..<30).map { $0 % 3 }))
        let states = try [1, 2].map { threads in
            let trainer = try Trainer(
                Network(input: shape) {
                    Convolution(channels: 24, side: 5, padding: padding)
                    Convolution(channels: 16, side: 3, padding: padding)
                    MaxPooling()
                    Dense(units: 3)
                }, SGD(batch: 7, rate: 0.05, momentum: 0.5), on: examples, stream: RandomStream(seed: 1),
                team: Team(threads: threads))
            var state = trainer.start()
            try trainer.train(&state, steps: 10)
            return state
        }
        #expect(states[0] == states[1])
    }
}
