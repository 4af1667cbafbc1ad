import Foundation
import Learning
import Testing

/// Settings that make no sense are errors with their values, none is taken silently and none ends the program.
@Suite struct TrainingSettingsTests {
    private static let data = Examples<Float>(
        shape: .vector(2), inputs: [1, 2, 3, 1, 2, 2, 0, 1], targets: .labels([0, 1, 0, 1]))

    private static func trainer(_ optimizer: SGD) throws -> Trainer<Float> {
        try Trainer(
            Network(input: .vector(2)) {
                Dense(units: 2)
                Activation(.tanh)
            }, optimizer, on: data, stream: RandomStream(seed: 1))
    }

    static let wrong: [(SGD, LearningError)] = [
        (
            SGD(batch: 2, rate: .linear(from: 0.1, to: -0.5, epochs: 2)),
            .outOfRange(setting: "learning rate", value: -0.5, allowed: "finite and at least 0")
        ),
        (
            SGD(batch: 2, rate: 0.1, momentum: .linear(from: 0.5, to: 1.5, epochs: 2)),
            .outOfRange(setting: "momentum", value: 1.5, allowed: "at least 0 and below 1")
        ),
        (
            SGD(batch: 2, rate: .exponential(start: 0.1, decay: -1)),
            .outOfRange(setting: "decay of the learning rate", value: -1, allowed: "finite and above 0")
        ),
        (
            SGD(batch: 2, rate: .steps(start: 0.1, factor: -0.1, epochs: [1])),
            .outOfRange(setting: "factor of the learning rate", value: -0.1, allowed: "finite and at least 0")
        ),
        (
            SGD(batch: 2, rate: 0.1, momentum: .steps(start: 0.5, factor: 2, epochs: [3])),
            .outOfRange(setting: "momentum", value: 1, allowed: "at least 0 and below 1")
        ),
        (
            SGD(batch: 2, rate: .linear(from: 0.1, to: 0.2, epochs: -1)),
            .outOfRange(setting: "epochs of the learning rate", value: -1, allowed: "at least 0")
        ),
        (
            SGD(batch: 2, rate: 0.1, layerPenalties: [9: Penalty(l2: 1000)]),
            .outOfRange(
                setting: "the layer of a penalty", value: 9,
                allowed: "the place of a layer with parameters, counted from 0")
        ),
        (
            SGD(batch: 2, rate: 0.1, layerPenalties: [1: Penalty(l2: 1000)]),
            .outOfRange(
                setting: "the layer of a penalty", value: 1,
                allowed: "the place of a layer with parameters, counted from 0")
        ),
    ]

    @Test(arguments: wrong.indices)
    func aSettingThatMakesNoSenseIsAnError(place: Int) {
        let (optimizer, expected) = Self.wrong[place]
        #expect(throws: expected) { try Self.trainer(optimizer) }
    }

    /// What grows out of its range only after a while is an error then, and the state stands before that step.
    @Test func aScheduleThatLeavesItsRangeIsAnError() throws {
        let trainer = try Self.trainer(SGD(batch: 2, rate: 0.01, momentum: .exponential(start: 0.5, decay: 1.3)))
        var state = trainer.start()
        #expect {
            try trainer.train(&state, steps: 100)
        } throws: { error in
            guard case LearningError.outOfRange("momentum after 3.0 epochs", _, _) = error else { return false }
            return true
        }
        #expect(state.step == 5)
    }

    @Test func oneBatchOfEverythingIsAnEpoch() throws {
        let trainer = try Self.trainer(SGD(batch: .max, rate: 0.1))
        let whole = try Self.trainer(SGD(batch: 4, rate: 0.1))
        var (first, second) = (trainer.start(), whole.start())
        #expect(trainer.stepsPerEpoch == 1)
        try trainer.trainEpoch(&first)
        try whole.trainEpoch(&second)
        #expect(first == second)
    }

    @Test func countsBelowNoughtAreErrors() throws {
        let trainer = try Self.trainer(SGD(rate: 0.1))
        var state = trainer.start()
        #expect(throws: LearningError.outOfRange(setting: "steps", value: -1, allowed: "at least 0")) {
            try trainer.train(&state, steps: -1)
        }
        #expect(throws: LearningError.outOfRange(setting: "epochs", value: -2, allowed: "at least 0")) {
            try trainer.learningCurve(epochs: -2, validation: Self.data)
        }
        for limit in [-5, Int.min] {
            #expect(
                throws: LearningError.outOfRange(setting: "limit of steps", value: Double(limit), allowed: "at least 0")
            ) {
                try EarlyStopping(patience: 1, limit: limit)
            }
        }
        let rule = try EarlyStopping(evaluateEvery: .max, patience: 1)
        #expect(rule.replay([3, 2, 1]).parameters == 0)
        let stopped = EarlyStopped(parameters: 0, step: 0, error: 1, stoppedAt: 0)
        let going = rule.goOn(
            from: stopped, trainingLoss: { _ in 0 }, validationLoss: { _ in 1 }, trainOnAll: { _, _ in }, cap: .min)
        #expect(going.steps == 0 && !going.reached)
    }

    @Test func decodedRulesAreChecked() throws {
        #expect(throws: LearningError.outOfRange(setting: "patience", value: 0, allowed: "at least 1")) {
            let json = Data(#"{"evaluateEvery": 1, "patience": 0, "limit": 3}"#.utf8)
            _ = try JSONDecoder().decode(EarlyStopping.self, from: json)
        }
        let far = try JSONDecoder().decode(Adversary.self, from: Data(#"{"epsilon": -1, "share": 7}"#.utf8))
        #expect(throws: LearningError.outOfRange(setting: "adversarial ε", value: -1, allowed: "at least 0")) {
            try Trainer(
                Network(input: .vector(2)) { Dense(units: 2) }, SGD(rate: 0.1), adversary: far, on: Self.data,
                stream: RandomStream(seed: 1))
        }
    }

    /// Ω is part of the loss once, however the step is shared out between examples and their adversarial copies.
    @Test(arguments: [nil, 1, 0.5, 0.25, 0] as [Double?])
    func anActivityPenaltyCountsOnce(share: Double?) throws {
        let network = try Network(input: .vector(1)) {
            Dense(units: 1, initialization: .constant(1))
            ActivityPenalty(.absolute, strength: 0.5)
            Dense(units: 1, initialization: .constant(0))
        }
        let data = Examples<Double>(shape: .vector(1), inputs: [1], targets: .values([0], columns: 1))
        let trainer = try Trainer(
            network, SGD(batch: 1, rate: 0.1), loss: .squared,
            adversary: share.map { try Adversary(epsilon: 0, share: $0) }, on: data, stream: RandomStream(seed: 1))
        var state = trainer.start()
        try trainer.train(&state, steps: 1)
        #expect(abs(state.parameters.values[0] - 0.95) < 1e-15)
    }
}
