import Foundation
import Learning
import Testing

/// Outputs far from nought, and outputs that are no numbers.
@Suite struct NetworkLogitsTests {
    private func member(_ values: [Float]) throws -> Prediction<Float> {
        let network = try Network(input: .vector(1)) { Dense(units: 2) }
        return Prediction(network, NetworkParameters(blocks: network.blocks, values: values + [0, 0]))
    }

    @Test(arguments: [1e4, 1e6, 1e7, 1e8, 1e30] as [Float])
    func equalLogitsShareTheProbability(logit: Float) throws {
        let member = try member([logit, logit])
        for targets in [Examples<Float>.Targets.labels([0]), .values([1, 0], columns: 2)] {
            let data = Examples<Float>(shape: .vector(1), inputs: [1], targets: targets)
            let gradient = try LossGradient(member.network, at: member.parameters, on: data)
            #expect(Array(gradient.parameters[2...]) == [-0.5, 0.5])
            #expect(abs(gradient.loss - log(2)) < 1e-7)
        }
    }

    @Test func theGeometricMeanOfFarLogitsIsANumber() throws {
        func geometric(_ first: [Float], _ second: [Float]) throws -> [Double] {
            try EnsemblePrediction(averaging: [member(first), member(second)], on: [1]).geometric
        }
        #expect(try geometric([800, 0], [0, 800]) == [0.5, 0.5])
        let close = try geometric([790, 0], [0, 800])
        #expect(abs(close[0] - 1 / (1 + exp(5.0))) < 1e-12 && abs(close[1] - 1 / (1 + exp(-5.0))) < 1e-12)
    }

    @Test func layersLetNaNThrough() throws {
        func outputs(_ input: FeatureShape, _ inputs: [Float], @LayerBuilder _ layers: () -> [any Layer]) throws
            -> [Float]
        {
            let network = try Network(input: input, layers: layers())
            return try Prediction(network, network.initialParameters(RandomStream(seed: 2), as: Float.self)).outputs(
                inputs)
        }
        for place in 0..<4 {
            var inputs: [Float] = [1, 4, 2, 3]
            inputs[place] = .nan
            #expect(try outputs(.image(side: 2), inputs) { MaxPooling() }.allSatisfy(\.isNaN))
            #expect(try outputs(.vector(4), inputs) { Maxout(units: 3, pieces: 3) }.allSatisfy(\.isNaN))
            #expect(
                try outputs(.vector(4), inputs) {
                    Dense(units: 8, activation: .rectifier)
                    Dense(units: 3)
                }.allSatisfy(\.isNaN))
            #expect(try outputs(.vector(4), inputs) { Activation(.rectifier) }[place].isNaN)
        }
    }

    /// An offset of NaN in one piece of a maxout unit, whichever it is.
    @Test(arguments: 0..<3)
    func aPieceThatIsNaNIsTheGreatest(piece: Int) throws {
        let network = try Network(input: .vector(1)) { Maxout(units: 1, pieces: 3) }
        var values: [Double] = [1, 2, 3, 0, 0, 0]
        values[3 + piece] = .nan
        let prediction = Prediction(network, NetworkParameters(blocks: network.blocks, values: values))
        #expect(try prediction.outputs([1])[0].isNaN)
    }

    @Test func aBrokenNetworkHasNoErrorRateAndDoesNotTrain() throws {
        let network = try Network(input: .vector(4)) {
            Dense(units: 8, activation: .rectifier)
            Dense(units: 3)
        }
        var broken: NetworkParameters<Float> = network.initialParameters(RandomStream(seed: 2))
        for i in broken.blocks[0].range { broken.values[i] = .nan }
        let data = Examples<Float>(
            shape: .vector(4), inputs: (0..<40).map { Float($0 % 7) }, targets: .labels((0..<10).map { $0 % 3 }))
        let evaluation = try Prediction(network, broken).evaluate(data)
        #expect(evaluation.loss.isNaN && evaluation.error.isNaN)
        #expect(throws: LearningError.self) {
            try AdversarialSearch.fastGradientSign(epsilon: 0.1).attack(network, broken, data)
        }
        var state = TrainingState(broken)
        #expect(throws: LearningError.self) {
            try Trainer(network, SGD(batch: 5, rate: 0.1), on: data, stream: RandomStream(seed: 3))
                .train(&state, steps: 20)
        }
    }
}
