import Foundation
import Learning
import Testing

/// Adam and the clipping of gradients, against the formulas worked out by hand from gradients of their own.
@Suite struct TrainingAdamTests {
    private static let network = try? Network(input: .vector(20)) {
        Dense(units: 8, activation: .tanh)
        Dense(units: 3)
    }

    private static func trainer(_ optimizer: Optimizer, threads: Int = 1) throws -> Trainer<Double> {
        try Trainer(
            #require(network), optimizer, on: TrainingRunTests.clouds(30).converted(to: Double.self),
            stream: RandomStream(seed: 2, name: "run"), team: Team(threads: threads))
    }

    private static func gradient(_ trainer: Trainer<Double>, _ parameters: NetworkParameters<Double>) throws -> [Double]
    {
        try LossGradient(trainer.network, at: parameters, on: trainer.examples).parameters
    }

    @Test(arguments: [0, 0.1], [nil, 0.05] as [Double?])
    func fiveStepsAreTheFormulas(weightDecay: Double, clipNorm: Double?) throws {
        let adam = Adam(
            batch: 30, rate: .linear(from: 0.01, to: 0.02, epochs: 4), beta1: 0.8, beta2: 0.95, epsilon: 1e-6,
            weightDecay: weightDecay, clipNorm: clipNorm)
        let trainer = try Self.trainer(.adam(adam))
        var state = trainer.start()
        var expected = state.parameters
        var (means, squares) = (state.velocity, state.squares)
        for step in 1...5 {
            var slope = try Self.gradient(trainer, expected)
            let length = slope.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if let clipNorm, length > clipNorm { slope = slope.map { $0 * clipNorm / length } }
            let rate = 0.01 + 0.01 * min(1, Double(step - 1) / 4)
            for block in trainer.network.blocks {
                for i in block.range {
                    means[i] = 0.8 * means[i] + 0.2 * slope[i]
                    squares[i] = 0.95 * squares[i] + 0.05 * slope[i] * slope[i]
                    let mean = means[i] / (1 - pow(0.8, Double(step)))
                    let square = squares[i] / (1 - pow(0.95, Double(step)))
                    let decay = block.role == .weights ? weightDecay : 0
                    expected.values[i] -= rate * (mean / (square.squareRoot() + 1e-6) + decay * expected.values[i])
                }
            }
            try trainer.train(&state, steps: 1)
        }
        let worst = zip(state.parameters.values, expected.values).map { abs($0 - $1) }.max() ?? 1
        #expect(worst < 1e-12)
    }

    @Test func aClippedGradientIsNoLongerThanAllowed() throws {
        let trainer = try Self.trainer(.sgd(SGD(batch: 30, rate: 0.5, momentum: 0.5, clipNorm: 0.01)))
        var state = trainer.start()
        let before = state.parameters.values
        let slope = try Self.gradient(trainer, state.parameters)
        let length = slope.reduce(0) { $0 + $1 * $1 }.squareRoot()
        #expect(length > 0.1)
        try trainer.train(&state, steps: 1)
        for (i, value) in state.parameters.values.enumerated() {
            #expect(abs(value - (before[i] - 0.5 * slope[i] * 0.01 / length)) < 1e-14)
        }
    }

    /// A bound that no gradient reaches leaves plain descent as it is.
    @Test func aWideBoundClipsNothing() throws {
        let (free, bound) = (
            try Self.trainer(.sgd(SGD(batch: 10, rate: 0.1, momentum: 0.9))),
            try Self.trainer(.sgd(SGD(batch: 10, rate: 0.1, momentum: 0.9, clipNorm: 1e9)))
        )
        var (first, second) = (free.start(), bound.start())
        try free.train(&first, steps: 7)
        try bound.train(&second, steps: 7)
        let worst = zip(first.parameters.values, second.parameters.values).map { abs($0 - $1) }.max() ?? 1
        #expect(worst < 1e-12)
    }

    @Test func aStoredRunGoesOnToTheSameBytes() throws {
        let adam = Optimizer.adam(Adam(batch: 10, weightDecay: 0.01))
        var whole = try Self.trainer(adam).start()
        try Self.trainer(adam).train(&whole, steps: 9)
        var half = try Self.trainer(adam).start()
        try Self.trainer(adam).train(&half, steps: 4)
        var resumed = try TrainingState<Double>(checkpoint: half.checkpoint(), name: "half")
        #expect(resumed == half)
        resumed = try JSONDecoder().decode(TrainingState<Double>.self, from: JSONEncoder().encode(resumed))
        try Self.trainer(adam, threads: 2).train(&resumed, steps: 5)
        #expect(resumed == whole)
    }

    @Test func statesAndSettingsOfAnotherOptimizerAreErrors() throws {
        let trainer = try Self.trainer(.adam(Adam(batch: 30)))
        var state = try Self.trainer(.sgd(SGD(batch: 30, rate: 0.1))).start()
        let count = state.parameters.values.count
        #expect(
            throws: LearningError.sizesDisagree(
                what: "Squares of gradients", 0, other: "those that the optimizer keeps", count)
        ) { try trainer.train(&state, steps: 1) }
        for (adam, setting, value) in [
            (Adam(rate: 0), "learning rate", 0.0), (Adam(beta1: 1), "beta 1", 1), (Adam(beta2: -1), "beta 2", -1),
            (Adam(epsilon: 0), "Adam's epsilon", 0), (Adam(weightDecay: -1), "weight decay", -1),
            (Adam(clipNorm: 0), "clip-norm", 0), (Adam(batch: 0), "batch", 0),
        ] {
            #expect {
                try Self.trainer(.adam(adam))
            } throws: { error in
                guard case LearningError.outOfRange(setting, value, _) = error else { return false }
                return true
            }
        }
    }

    @Test func anAdamThatRunsAwayLeavesItsState() throws {
        let trainer = try Self.trainer(.adam(Adam(batch: 30, rate: 1e300)))
        var state = trainer.start()
        let before = state
        #expect(throws: LearningError.stepNotFinite(step: 0, epoch: 1)) { try trainer.train(&state, steps: 1) }
        #expect(state == before)
    }
}
