import Learning
import Testing

@Suite struct TrainingAdversarialTests {
    static let network = try? Network(input: .vector(20)) {
        Dense(units: 16, activation: .tanh)
        Dense(units: 3)
    }

    static func trainer(_ adversary: Adversary?, rate: Schedule = 0.1) throws -> Trainer<Double> {
        try Trainer(
            try #require(network), SGD(batch: 30, rate: rate), adversary: adversary,
            on: TrainingRunTests.clouds(30).converted(to: Double.self), stream: RandomStream(seed: 2, name: "run"))
    }

    /// One step moves against the mean of the gradients on the minibatch and on its adversarial copy.
    @Test func aStepIsTheMixtureOfBothGradients() throws {
        let trainer = try Self.trainer(Adversary(epsilon: 0.2, share: 0.3))
        let start = trainer.start()
        let network = trainer.network
        let attacked = try AdversarialSearch.fastGradientSign(epsilon: 0.2).attack(
            network, start.parameters, trainer.examples)
        let clean = try LossGradient(network, at: start.parameters, on: trainer.examples).parameters
        let moved = try LossGradient(network, at: start.parameters, on: attacked).parameters
        var state = start
        try trainer.train(&state, steps: 1)
        for (index, value) in state.parameters.values.enumerated() {
            let expected = start.parameters.values[index] - 0.1 * (0.3 * clean[index] + 0.7 * moved[index])
            #expect(abs(value - expected) < 1e-12)
        }
    }

    @Test func withoutReachItIsPlainTraining() throws {
        let plain = try Self.trainer(nil)
        let idle = try Self.trainer(Adversary(epsilon: 0, share: 0.5))
        var (first, second) = (plain.start(), idle.start())
        try plain.train(&first, steps: 5)
        try idle.train(&second, steps: 5)
        #expect(zip(first.parameters.values, second.parameters.values).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func movedExamplesStayWithinTheClip() throws {
        let clipped = try Self.trainer(Adversary(epsilon: 9, clip: -100...100))
        let boxed = try Self.trainer(Adversary(epsilon: 9, clip: 0...0.1))
        var (first, second) = (clipped.start(), boxed.start())
        try clipped.train(&first, steps: 1)
        try boxed.train(&second, steps: 1)
        #expect(first != second)
    }

    @Test func settingsThatMakeNoSenseAreRefused() {
        #expect(throws: LearningError.self) { try Adversary(epsilon: -1) }
        #expect(throws: LearningError.self) { try Adversary(epsilon: .nan) }
        #expect(throws: LearningError.self) { try Adversary(epsilon: 0.1, share: 2) }
    }

    @Test func aSearchWithSettingsThatMakeNoSenseIsRefused() throws {
        let trainer = try Self.trainer(nil)
        for search in [
            AdversarialSearch.fastGradientSign(epsilon: -1), .fastGradientSign(epsilon: .nan),
            .projectedGradient(epsilon: 1, stepSize: -0.1, steps: 3),
            .projectedGradient(epsilon: 1, stepSize: 0.1, steps: 0),
        ] {
            #expect(throws: LearningError.self) {
                try search.attack(trainer.network, trainer.start().parameters, trainer.examples)
            }
        }
    }
}
