import Learning
import Testing

/// Algorithms 7.2 and 7.3 on scripted errors, where parameters are counts of steps.
@Suite struct TrainingRetrainingTests {
    struct Steps: Equatable {
        var start: Int
        var onPart = 0
        var onAll = 0
    }

    @Test func retrainsFromNewParametersForTheBestNumberOfSteps() throws {
        var starts = 0
        let errors = [0.5, 0.3, 0.4, 0.45]
        let result = try EarlyStopping(evaluateEvery: 10, patience: 2).retrain(
            start: {
                starts += 1
                return Steps(start: starts)
            },
            train: { $0.onPart += $1 }, validationError: { errors[$0.onPart / 10 - 1] }, trainOnAll: { $0.onAll += $1 })
        #expect(result.stopped.step == 20)
        #expect(result.parameters == Steps(start: 2, onPart: 0, onAll: 20))
    }

    @Test func goesOnUntilTheValidationLossFallsToTheTrainingLoss() throws {
        let rule = try EarlyStopping(evaluateEvery: 5, patience: 1)
        let errors = [0.5, 0.3, 0.4]
        let stopped = rule.run(
            from: Steps(start: 0), train: { $0.onPart += $1 }, validationError: { errors[$0.onPart / 5 - 1] })
        func goOn(cap: Int) -> Continuation<Steps> {
            rule.goOn(
                from: stopped, trainingLoss: { _ in 0.1 }, validationLoss: { 0.3 - 0.01 * Double($0.onAll) },
                trainOnAll: { $0.onAll += $1 }, cap: cap)
        }
        let reached = goOn(cap: 1000)
        #expect(reached.parameters == Steps(start: 0, onPart: 10, onAll: reached.steps))
        #expect(reached.reached && (20...25).contains(reached.steps) && reached.target == 0.1)
        let capped = goOn(cap: 12)
        #expect(!capped.reached && capped.steps == 10 && capped.validationLoss > 0.1)
    }
}
