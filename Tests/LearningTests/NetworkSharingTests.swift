import Foundation
import Learning
import Testing

/// Layers that use the weights of others.
@Suite struct NetworkSharingTests {
    static func autoencoder() throws -> Network {
        try Network(input: .vector(20)) {
            Dense(units: 8, activation: .tanh)
            TiedDense(units: 20, to: 0)
        }
    }

    @Test func aTiedDecoderMultipliesByTheTransposedWeights() throws {
        let network = try Self.autoencoder()
        var parameters: NetworkParameters<Double> = network.initialParameters(RandomStream(seed: 1))
        for i in parameters.blocks[1].range { parameters.values[i] = 0.1 }
        for i in parameters.blocks[2].range { parameters.values[i] = -0.2 }
        let x = (0..<20).map { Double($0) / 10 - 1 }
        let w = Matrix(rows: 20, columns: 8, elements: parameters[block: 0])
        let h = w.transposedTimes(x).map { tanh($0 + 0.1) }
        let expected = (w * h).map { $0 - 0.2 }
        let outputs = try Prediction(network, parameters).outputs(x)
        #expect(outputs.subtracting(expected).largestMagnitude < 1e-14)
        #expect(network.parameterCount == 20 * 8 + 8 + 20)
    }

    @Test func trainingKeepsItsBytesOnOneThreadAndTwoAndLearns() throws {
        let examples = TrainingRunTests.clouds(330).reconstructing
        let states = try [1, 2].map { threads in
            let trainer = try Trainer(
                Self.autoencoder(), SGD(batch: 32, rate: 0.01, momentum: 0.9), loss: .squared, on: examples,
                stream: RandomStream(seed: 1), team: Team(threads: threads))
            var state = trainer.start()
            let before = try trainer.evaluate(state.parameters, on: examples).loss
            try trainer.train(&state, steps: 200)
            #expect(try trainer.evaluate(state.parameters, on: examples).loss < 0.8 * before)
            return state
        }
        #expect(states[0] == states[1])
    }

    @Test func momentumCarriesASharedGradientOverOnce() throws {
        let network = try Self.autoencoder()
        let examples = TrainingRunTests.clouds(8).reconstructing.converted(to: Double.self)
        let trainer = try Trainer(
            network, SGD(batch: 8, rate: 0.01, momentum: 0.5), loss: .squared, on: examples,
            stream: RandomStream(seed: 1))
        var state = trainer.start()
        try trainer.train(&state, steps: 1)
        let first = state
        try trainer.train(&state, steps: 1)
        let slope = try LossGradient(of: .squared, network, at: first.parameters, on: examples).parameters
        for i in slope.indices { #expect(abs(state.velocity[i] - 0.5 * (first.velocity[i] + slope[i])) < 1e-12) }
    }

    @Test func weightsThatDoNotFitAreErrors() {
        #expect(throws: LearningError.sizesDisagree(what: "Units of a tied layer", 19, other: "its weights'", 20)) {
            try Network(input: .vector(20)) {
                Dense(units: 8)
                TiedDense(units: 19, to: 0)
            }
        }
        #expect(throws: LearningError.sizesDisagree(what: "Inputs of a tied layer", 8, other: "its weights'", 20)) {
            try Network(input: .vector(20)) {
                Dense(units: 8)
                TiedDense(units: 8, to: 0, transposed: false)
            }
        }
        #expect(throws: LearningError.self) {
            try Network(input: .vector(20)) {
                TiedDense(units: 20, to: 1)
                Dense(units: 20)
            }
        }
        #expect(throws: LearningError.self) {
            try Network(input: .vector(20)) {
                Dropout(keep: 0.5)
                TiedDense(units: 20, to: 0)
            }
        }
    }
}
