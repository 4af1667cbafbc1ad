import Foundation
import Learning
import Testing

/// The weight scaling rule against the average over every mask.
@Suite struct NetworkEnsembleTests {
    static func problem(_ layers: [any Layer], inputs: Int = 8) throws -> (Network, NetworkParameters<Double>, [Double])
    {
        let network = try Network(input: .vector(inputs), layers: layers)
        var stream = RandomStream(seed: 2, name: "ensemble")
        var parameters: NetworkParameters<Double> = network.initialParameters(stream.split("start"))
        for i in parameters.values.indices { parameters.values[i] += stream.normal() }
        return (network, parameters, (0..<5 * inputs).map { _ in stream.normal() })
    }

    static func difference(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? 0 }

    @Test(arguments: [0.5, 0.8, 1]) func weightScalingIsExactForSoftmaxRegression(keep: Double) throws {
        let (network, parameters, inputs) = try Self.problem([Dropout(keep: keep), Dense(units: 4)])
        let exact = try EnsemblePrediction(enumerating: network, parameters, on: inputs)
        let scaled = try Prediction(network, parameters).probabilities(inputs)
        #expect(exact.members == 256)
        #expect(Self.difference(exact.geometric, scaled) < 1e-12)
        if keep < 1 { #expect(Self.difference(exact.arithmetic, scaled) > 1e-3) }
    }

    @Test func weightScalingIsExactForDeepLinearNetworks() throws {
        let (network, parameters, inputs) = try Self.problem(
            [Dropout(keep: 0.8), Dense(units: 5), Dropout(keep: 0.5), Dense(units: 3)], inputs: 5)
        let exact = try EnsemblePrediction(enumerating: network, parameters, on: inputs)
        let scaled = try Prediction(network, parameters).probabilities(inputs)
        #expect(Self.difference(exact.geometric, scaled) < 1e-12)
    }

    @Test func masksWithoutScaleNeedTheWeightsScaled() throws {
        let (network, parameters, inputs) = try Self.problem([Dropout(keep: 0.8, scale: 1), Dense(units: 4)])
        let exact = try EnsemblePrediction(enumerating: network, parameters, on: inputs)
        var scaled = parameters
        scaled[block: 0] = parameters[block: 0].map { 0.8 * $0 }
        #expect(Self.difference(exact.geometric, try Prediction(network, scaled).probabilities(inputs)) < 1e-12)
    }

    @Test func weightScalingOnlyApproximatesWithRectifiers() throws {
        let (network, parameters, inputs) = try Self.problem(
            [
                Dense(units: 6, activation: .rectifier), Dropout(keep: 0.5), Dense(units: 5, activation: .rectifier),
                Dropout(keep: 0.5), Dense(units: 3),
            ], inputs: 5)
        let exact = try EnsemblePrediction(enumerating: network, parameters, on: inputs)
        let scaled = try Prediction(network, parameters).probabilities(inputs)
        #expect(Self.difference(exact.geometric, scaled) > 1e-3)
    }

    @Test func samplingComesNearEnumeration() throws {
        let (network, parameters, inputs) = try Self.problem([Dropout(keep: 0.5), Dense(units: 4)])
        let exact = try EnsemblePrediction(enumerating: network, parameters, on: inputs)
        let sampled = try EnsemblePrediction(
            sampling: 4000, of: network, parameters, on: inputs, stream: RandomStream(seed: 1))
        #expect(Self.difference(exact.arithmetic, sampled.arithmetic) < 0.04)
        #expect(Self.difference(exact.geometric, sampled.geometric) < 0.04)
    }

    @Test func networksTrainedApartAreAveragedInBothWays() throws {
        let (network, first, inputs) = try Self.problem([Dense(units: 3)])
        var second = first
        for i in second.values.indices { second.values[i] *= -0.5 }
        let members = [first, second].map { Prediction(network, $0) }
        let ensemble = try EnsemblePrediction(averaging: members, on: inputs)
        let p = try members.map { try $0.probabilities(inputs) }
        #expect(Self.difference(ensemble.arithmetic, zip(p[0], p[1]).map { ($0 + $1) / 2 }) < 1e-14)
        let products = zip(p[0], p[1]).map { ($0 * $1).squareRoot() }
        for row in stride(from: 0, to: products.count, by: 3) {
            let sum = products[row..<row + 3].reduce(0, +)
            for j in row..<row + 3 { #expect(abs(ensemble.geometric[j] - products[j] / sum) < 1e-14) }
        }
        let labels = [0, 1, 2, 0, 1]
        let evaluation = try Evaluation(probabilities: ensemble.arithmetic, labels: labels)
        let expected = labels.enumerated().map { -log(ensemble.arithmetic[3 * $0 + $1]) }.reduce(0, +) / 5
        #expect(abs(evaluation.loss - expected) < 1e-14)
        #expect(throws: LearningError.empty(what: "members of the ensemble")) {
            try EnsemblePrediction(averaging: [Prediction<Double>](), on: inputs)
        }
        #expect(throws: LearningError.outOfRange(setting: "samples", value: 0, allowed: "at least 1")) {
            try EnsemblePrediction(sampling: 0, of: network, first, on: inputs, stream: RandomStream(seed: 1))
        }
        #expect(throws: LearningError.labelOutOfRange(label: 3, index: 0, classes: 3)) {
            try Evaluation(probabilities: [0.2, 0.3, 0.5], labels: [3])
        }
    }

    @Test func tooManyMasksAreAnError() throws {
        let (network, parameters, inputs) = try Self.problem([Dropout(keep: 0.5), Dense(units: 4)], inputs: 21)
        #expect(throws: LearningError.self) { try EnsemblePrediction(enumerating: network, parameters, on: inputs) }
    }

    @Test func theFastGradientSignRaisesALinearSumByTheSumOfWeights() throws {
        let network = try Network(input: .vector(6)) { Dense(units: 1) }
        var parameters: NetworkParameters<Double> = network.initialParameters(RandomStream(seed: 3))
        parameters[block: 0] = [0.5, -1, 2, 0, -0.25, 1]
        let x = Examples(shape: .vector(6), inputs: [1, 2, 3, 4, 5, 6], targets: .values([-100], columns: 1))
        let attack = AdversarialSearch.fastGradientSign(epsilon: 0.1)
        let moved = try attack.attack(network, parameters, x, loss: .squared)
        let outputs = try [x, moved].map { try Prediction(network, parameters).outputs($0.inputs)[0] }
        #expect(abs(outputs[1] - outputs[0] - 0.1 * 4.75) < 1e-12)
    }

    @Test func severalStepsStayInTheBoxAndDoNoLessHarm() throws {
        let examples = TrainingRunTests.clouds(90)
        let trainer = try TrainingRunTests.trainer(on: examples)
        var state = trainer.start()
        try trainer.train(&state, steps: 60)
        let one = try AdversarialSearch.fastGradientSign(epsilon: 0.3).attack(
            trainer.network, state.parameters, examples)
        let many = try AdversarialSearch.projectedGradient(epsilon: 0.3, stepSize: 0.1, steps: 8).attack(
            trainer.network, state.parameters, examples)
        let distances = zip(many.inputs, examples.inputs).map { abs($0 - $1) }
        #expect((distances.max() ?? 1) < 0.3001)
        let losses = try [examples, one, many].map { try trainer.evaluate(state.parameters, on: $0).loss }
        #expect(losses[0] < losses[1] && losses[1] < losses[2] * 1.02)
    }
}
