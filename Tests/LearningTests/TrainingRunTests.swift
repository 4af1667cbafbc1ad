import Learning
import Testing

@Suite struct TrainingRunTests {
    /// Three noisy clouds.
    static func clouds(_ count: Int, seed: UInt64 = 3) -> Examples<Float> {
        var stream = RandomStream(seed: seed, name: "clouds")
        let labels = (0..<count).map { $0 % 3 }
        let inputs = labels.flatMap { label in (0..<20).map { Float(stream.normal() + ($0 % 3 == label ? 1.5 : 0)) } }
        return Examples(shape: .vector(20), inputs: inputs, targets: .labels(labels))
    }

    static func network() throws -> Network {
        try Network(input: .vector(20)) {
            Dropout(keep: 0.8)
            Maxout(units: 48, pieces: 3)
            Dropout(keep: 0.5)
            Dense(units: 64, activation: .rectifier)
            Dense(units: 3)
        }
    }

    static func trainer(threads: Int = 1, rate: Schedule = 0.1, on examples: Examples<Float>) throws -> Trainer<Float> {
        try Trainer(
            try network(), SGD(batch: 32, rate: rate, momentum: 0.9, penalty: Penalty(l2: 1e-4), maxNorm: 2),
            on: examples,
            stream: RandomStream(seed: 1, name: "run"), team: Team(threads: threads))
    }

    @Test func learnsWhatCanBeLearned() throws {
        let curve = try Self.trainer(rate: 0.02, on: Self.clouds(600)).learningCurve(
            epochs: 10, validation: Self.clouds(600, seed: 4), monitor: Self.clouds(600))
        #expect(curve.epochs.count == 10)
        #expect(try #require(curve.lowestValidationError).validation.error < 0.05)
        #expect(curve.epochs[9].objective < curve.epochs[0].objective)
        #expect(try #require(curve.epochs[9].training).loss < 0.2)
    }

    @Test func sameBytesOnOneThreadAndTwo() throws {
        let states = try [1, 2].map { threads in
            let trainer = try Self.trainer(threads: threads, on: Self.clouds(330))
            var state = trainer.start()
            try trainer.train(&state, steps: 25)
            return state
        }
        #expect(states[0] == states[1])
    }

    @Test func aStateGoesOnToTheSameBytes() throws {
        let trainer = try Self.trainer(on: Self.clouds(330))
        var whole = trainer.start()
        try trainer.train(&whole, steps: 25)
        var part = trainer.start()
        try trainer.train(&part, steps: 13)
        let other = try Self.trainer(on: Self.clouds(330))
        try other.train(&part, steps: 12)
        #expect(whole == part)
    }

    @Test func earlyStoppingReturnsTheStateOfTheBestEpoch() throws {
        let trainer = try Self.trainer(on: Self.clouds(120))
        let validation = Self.clouds(300, seed: 4)
        let stopped = try trainer.stopEarly(
            try EarlyStopping(patience: 3, limit: 40), validation: validation, by: { $0.loss })
        #expect(try trainer.evaluate(stopped.parameters.parameters, on: validation).loss == stopped.error)
        #expect(stopped.parameters.step == stopped.step * trainer.stepsPerEpoch)
        let curve = try trainer.learningCurve(epochs: stopped.stoppedAt, validation: validation)
        #expect(try EarlyStopping(patience: 3).replay(curve.validationLosses).step == stopped.step)
    }

    @Test func maxNormHoldsAfterEveryStep() throws {
        let trainer = try Self.trainer(rate: 2, on: Self.clouds(100))
        var state = trainer.start()
        for _ in 0..<4 {
            try trainer.train(&state, steps: 1)
            for (index, block) in state.parameters.blocks.enumerated() where block.role == .weights {
                let w = state.parameters[block: index]
                for j in 0..<block.columns {
                    let squares = stride(from: j, to: block.count, by: block.columns).reduce(0) { $0 + w[$1] * w[$1] }
                    #expect(squares.squareRoot() < 2 * (1 + 1e-5))
                }
            }
        }
    }

    @Test func aRunThatRunsAwaySaysWhere() throws {
        let trainer = try Trainer(
            try Network(input: .vector(20)) { Dense(units: 3) }, SGD(batch: 50, rate: 1e36), loss: .squared,
            on: Self.clouds(100), stream: RandomStream(seed: 1))
        var state = trainer.start()
        #expect {
            try trainer.train(&state, steps: 50)
        } throws: { error in
            guard case LearningError.stepNotFinite(let step, let epoch) = error else { return false }
            return step == state.step && epoch == step / 2 + 1
        }
        for i in state.parameters.values.indices { state.parameters.values[i] = 3e38 }
        #expect {
            try trainer.train(&state, steps: 1)
        } throws: { error in
            guard case LearningError.lossNotFinite(let loss, state.step, _) = error else { return false }
            return !loss.isFinite
        }
    }

    @Test func badInputIsAnError() throws {
        let clouds = Self.clouds(30)
        let stream = RandomStream(seed: 1)
        #expect(throws: LearningError.self) { try Trainer(Self.network(), SGD(rate: 0), on: clouds, stream: stream) }
        #expect(throws: LearningError.self) {
            try Trainer(Self.network(), SGD(rate: 0.1, penalty: Penalty(l2: -1)), on: clouds, stream: stream)
        }
        #expect(throws: LearningError.empty(what: "examples")) {
            try Trainer(Self.network(), SGD(rate: 0.1), on: clouds.subset([]), stream: stream)
        }
        #expect(throws: LearningError.labelOutOfRange(label: 2, index: 2, classes: 2)) {
            try Trainer(
                Network(input: .vector(20)) { Dense(units: 2) }, SGD(rate: 0.1), on: clouds, stream: stream)
        }
        for keep in [0, -0.5, 1.5, .nan] {
            #expect(throws: LearningError.self) { try Network(input: .vector(4)) { Dropout(keep: keep) } }
        }
    }
}
