import Learning
import Testing

/// Runs that run away lose neither the best parameters nor the last finite ones.
@Suite struct TrainingDivergenceTests {
    private static func clouds(_ count: Int, seed: UInt64) -> Examples<Float> {
        var random = RandomStream(seed: seed, name: "clouds")
        let labels = (0..<count).map { _ in random.index(below: 3) }
        return Examples(
            shape: .vector(4),
            inputs: labels.flatMap { label in (0..<4).map { Float(random.normal() + ($0 == label ? 2 : 0)) } },
            targets: .labels(labels))
    }

    /// Nearly all of the class that a network of NaN answers.
    private static func validation() -> Examples<Float> {
        let all = clouds(100, seed: 9)
        guard case .labels(let labels) = all.targets else { return all }
        return all.subset(
            labels.indices.filter { labels[$0] == 0 } + labels.indices.filter { labels[$0] == 1 }.prefix(3))
    }

    private static func trainer(batch: Int, _ rate: Schedule) throws -> Trainer<Float> {
        try Trainer(
            Network(input: .vector(4)) { Dense(units: 3) }, SGD(batch: batch, rate: rate), on: clouds(100, seed: 1),
            stream: RandomStream(seed: 2))
    }

    @Test func aNetworkOfNaNIsNeverTheBest() throws {
        let wild = try Self.trainer(batch: 50, .steps(start: 0.01, factor: 1e41, epochs: [2.5]))
        let stopped = try wild.stopEarly(EarlyStopping(patience: 5, limit: 3), validation: Self.validation())
        #expect(stopped.parameters.parameters.values.allSatisfy { $0.isFinite })
        #expect(stopped.step == 2 || stopped.step == 1)
        #expect(stopped.divergence == .stepNotFinite(step: 5, epoch: 3))
        #expect(stopped.stoppedAt == 2)
    }

    @Test func theBestIsKeptWhenALaterEpochRunsAway() throws {
        let late = try Self.trainer(batch: 10, .steps(start: 0.1, factor: 1e39, epochs: [5]))
        let calm = try Self.trainer(batch: 10, 0.1)
        let stopped = try late.stopEarly(EarlyStopping(patience: 3), validation: Self.validation())
        let expected = try calm.stopEarly(EarlyStopping(patience: 3, limit: 5), validation: Self.validation())
        #expect(stopped.parameters == expected.parameters && stopped.step == expected.step)
        #expect(stopped.stoppedAt <= 5)
        #expect(stopped.divergence != nil && expected.divergence == nil)
    }

    @Test func aRunThatRunsAwayBeforeAnyEvaluationIsAnError() throws {
        #expect(throws: LearningError.self) {
            try Self.trainer(batch: 10, 1e39).stopEarly(EarlyStopping(patience: 3), validation: Self.validation())
        }
    }

    @Test(arguments: [1e38, 1e37, 1e30, 1e20], [0, 0.9])
    func theStateStaysFiniteAndGoesOn(rate: Double, momentum: Double) throws {
        let network = try Network(input: .vector(2)) { Dense(units: 2) }
        let data = Examples<Float>(
            shape: .vector(2), inputs: [1, 2, 3, 1, 2, 2, 0, 1], targets: .labels([0, 1, 0, 1]))
        func trainer(_ rate: Double) throws -> Trainer<Float> {
            try Trainer(
                network, SGD(batch: 4, rate: .constant(rate), momentum: .constant(momentum), penalty: Penalty(l2: 0.1)),
                on: data, stream: RandomStream(seed: 1))
        }
        var state = try trainer(rate).start()
        #expect {
            try trainer(rate).train(&state, steps: 200)
        } throws: { ($0 as? LearningError)?.isDivergence == true }
        #expect(state.parameters.values.allSatisfy { $0.isFinite } && state.velocity.allSatisfy { $0.isFinite })
        let before = state
        #expect(throws: LearningError.self) { try trainer(rate).train(&state, steps: 1) }
        #expect(state.parameters == before.parameters && state.step == before.step)
        // From parameters of ordinary size a smaller rate goes on.
        state.parameters = network.initialParameters(RandomStream(seed: 1))
        try trainer(0.001).train(&state, steps: 3)
    }

    @Test func anAdversaryThatRunsAwayLeavesTheParameters() throws {
        let trainer = try Trainer(
            Network(input: .vector(4)) { Dense(units: 3) }, SGD(batch: 10, rate: 0.1),
            adversary: Adversary(epsilon: 3e38, share: 0.5), on: Self.clouds(100, seed: 1),
            stream: RandomStream(seed: 2))
        var state = trainer.start()
        let before = state
        #expect(throws: LearningError.self) { try trainer.train(&state, steps: 1) }
        #expect(state == before)
    }
}
