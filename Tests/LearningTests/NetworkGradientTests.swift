import Learning
import Testing

/// Derivatives of every layer and loss against central differences, in double precision with masks frozen.
@Suite struct NetworkGradientTests {
    static let cases: [GradientCase] = [
        GradientCase("softmax regression", inputs: 7, [Dense(units: 3)]),
        GradientCase(
            "rectifiers", inputs: 5, [Dense(units: 6, activation: .rectifier), Dense(units: 4)]),
        GradientCase(
            "tanh under a squared loss", inputs: 4, [Dense(units: 5, activation: .tanh), Dense(units: 2)],
            loss: .squared),
        GradientCase(
            "sigmoids", inputs: 3, [Dense(units: 33, activation: .sigmoid), Dense(units: 2)], loss: .sigmoidCrossEntropy
        ),
        GradientCase(
            "maxout with dropout", inputs: 9,
            [
                Dropout(keep: 0.8), Maxout(units: 20, pieces: 3), Dropout(keep: 0.5), Maxout(units: 7, pieces: 5),
                Dropout(keep: 0.5), Dense(units: 3),
            ]),
        GradientCase(
            "noise", inputs: 5,
            [
                Noise(deviation: 0.3), Dense(units: 20, activation: .tanh), Noise(.multiplied, deviation: 0.7),
                Dense(units: 3),
            ]),
        GradientCase(
            "single weights dropped", inputs: 6,
            [DropConnect(units: 11, keep: 0.5, activation: .tanh), DropConnect(units: 3, keep: 0.7)]),
        GradientCase(
            "fast dropout", inputs: 6,
            [FastDropout(units: 9, keep: 0.5, activation: .tanh), FastDropout(units: 3, keep: 0.8)]),
        GradientCase(
            "noise on weights", inputs: 6,
            [NoisyDense(units: 9, deviation: 0.4, activation: .tanh), NoisyDense(units: 3, deviation: 0.2)]),
        GradientCase(
            "masked, not scaled", inputs: 6, [Dropout(keep: 0.6, scale: 1), Dense(units: 4)], loss: .squared),
        GradientCase(
            "only the largest", inputs: 7,
            [Dense(units: 12, activation: .tanh), KSparse(active: 4), Dense(units: 3)], loss: .squared),
        GradientCase(
            "autoencoder with tied weights", inputs: 5,
            [
                Dense(units: 4, activation: .sigmoid), ActivityPenalty(.divergence(target: 0.2), strength: 0.1),
                TiedDense(units: 5, to: 0),
            ], loss: .sigmoidCrossEntropy),
        GradientCase(
            "weights used three times", inputs: 4,
            [
                Dense(units: 6, activation: .tanh), Dense(units: 6, activation: .tanh),
                TiedDense(units: 6, to: 1, transposed: false, activation: .tanh),
                TiedDense(units: 6, to: 1, activation: .sigmoid), Dense(units: 3),
            ]),
        GradientCase(
            "sparse activity", inputs: 4,
            [
                Dense(units: 7, activation: .tanh), ActivityPenalty(.absolute, strength: 0.2), Dense(units: 5),
                ActivityPenalty(.studentT, strength: 0.3), Dense(units: 6, activation: .sigmoid),
                ActivityPenalty(.divergence(target: 0.1), strength: 0.4), Dense(units: 4),
            ], loss: .squared),
        GradientCase(
            "two heads", inputs: 5, [Dense(units: 8, activation: .tanh), Dense(units: 5)],
            loss: .heads([
                .init(outputs: 0..<3, loss: .softmaxCrossEntropy), .init(outputs: 3..<5, loss: .squared, weight: 0.3),
            ])),
        GradientCase(
            "a member of the ensemble", inputs: 4, [FixedMask([2, 0, 1, 0.5]), Dense(units: 3)], rows: 3),
        GradientCase(
            "convolution with pooling", shape: FeatureShape(height: 7, width: 6, channels: 2),
            [
                Convolution(channels: 4, side: 3), MaxPooling(), Convolution(channels: 3, side: 2, activation: .tanh),
                Dense(units: 3),
            ], rows: 3),
        GradientCase(
            "convolution of whole patches", shape: FeatureShape(height: 5, width: 8, channels: 1),
            [
                Convolution(channels: 33, side: 3, padding: .valid, activation: .tanh), MaxPooling(side: 3),
                Dense(units: 2),
            ],
            rows: 2),
        GradientCase(
            "locally connected", shape: FeatureShape(height: 4, width: 5, channels: 2),
            [
                LocallyConnected(channels: 3, side: 3, activation: .tanh),
                LocallyConnected(channels: 2, side: 2, padding: .valid, activation: .sigmoid), Dense(units: 3),
            ], rows: 3),
        GradientCase(
            "convolution by minimal filtering", shape: FeatureShape(height: 3, width: 5, channels: 16),
            [Convolution(channels: 16, side: 3, activation: .tanh), MaxPooling(), Dense(units: 3)], rows: 3),
        GradientCase(
            "activations of their own", inputs: 6,
            [Dense(units: 40), Activation(.tanh), Dense(units: 8), Activation(.sigmoid), Dense(units: 3)]),
    ]

    @Test(arguments: cases)
    func backwardIsTheDerivative(_ test: GradientCase) throws {
        let worst = try test.worstRelativeError()
        #expect(worst.parameters < 1e-6, "\(test.name)")
        #expect(worst.inputs < 1e-6, "\(test.name)")
    }

    @Test func singlePrecisionAgreesWithDouble() throws {
        for test in Self.cases {
            let (network, parameters, examples) = try test.problem()
            let masks = RandomStream(seed: 5, name: "masks")
            let exact = try LossGradient(of: test.loss, network, at: parameters, on: examples, stream: masks)
            let single = try LossGradient<Float>(
                of: test.loss, network, at: parameters.converted(), on: examples.converted(), stream: masks)
            let scale = exact.parameters.map(abs).max() ?? 0
            for (a, b) in zip(exact.parameters, single.parameters) { #expect(abs(a - Double(b)) < 1e-5 * scale) }
        }
    }

    @Test func aWrongDerivativeIsNoticed() throws {
        let test = GradientCase("wrong", inputs: 5, [Dense(units: 6), WrongSlope(), Dense(units: 3)])
        #expect(try test.worstRelativeError().parameters > 1e-3)
    }
}

/// A layer whose backward pass is a thousandth too steep.
private struct WrongSlope: Layer {
    func output(for input: FeatureShape) throws -> FeatureShape { input }

    func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        for i in 0..<pass.rows * pass.inputShape.count { pass.output[i] = pass.input[i] }
    }

    func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let from = pass.outputDelta, let to = pass.inputDelta else { return }
        for i in 0..<pass.rows * pass.inputShape.count { to[i] = from[i] * 1.01 }
    }
}
