import Learning
import Testing

/// Algorithm 7.1 on scripted validation errors.
@Suite struct TrainingEarlyStoppingTests {
    /// Runs the algorithm where evaluation number k, from 1, gives `errors[k - 1]`; parameters are the steps trained.
    func run(_ rule: EarlyStopping, _ errors: [Double]) throws -> (EarlyStopped<Int>, evaluated: [Int]) {
        var evaluated: [Int] = []
        let result = try rule.run(
            from: 0, train: { $0 += $1 },
            validationError: { parameters in
                evaluated.append(parameters)
                return try #require(evaluated.count <= errors.count ? errors[evaluated.count - 1] : nil)
            })
        return (result, evaluated)
    }

    @Test func returnsTheBestAndStopsAfterPatience() throws {
        let rule = try EarlyStopping(evaluateEvery: 5, patience: 2)
        let (result, evaluated) = try run(rule, [0.5, 0.3, 0.4, 0.2, 0.25, 0.21])
        #expect(result.parameters == 20 && result.step == 20 && result.error == 0.2)
        #expect(result.stoppedAt == 30)
        #expect(evaluated == [5, 10, 15, 20, 25, 30])
    }

    @Test func aTieIsAFailure() throws {
        let (result, _) = try run(try EarlyStopping(patience: 3), [0.4, 0.4, 0.4, 0.4])
        #expect(result.step == 1 && result.stoppedAt == 4)
    }

    @Test func notANumberIsAFailure() throws {
        let (result, _) = try run(try EarlyStopping(patience: 2), [.nan, 0.4, .nan, .nan])
        #expect(result.step == 2 && result.stoppedAt == 4)
        let (never, _) = try run(try EarlyStopping(patience: 2), [.nan, .infinity])
        #expect(never.step == 0 && never.parameters == 0 && never.error == .infinity)
    }

    @Test func theStartIsNeverEvaluated() throws {
        let (_, evaluated) = try run(try EarlyStopping(evaluateEvery: 3, patience: 1), [0.1, 0.2])
        #expect(evaluated == [3, 6])
    }

    @Test func aDipBeyondThePatienceIsNotSeen() throws {
        let (result, evaluated) = try run(try EarlyStopping(patience: 2), [0.3, 0.4, 0.5, 0.1])
        #expect(result.error == 0.3 && evaluated.count == 3)
    }

    @Test func theStepReturnedIsTheArgumentOfTheMinimumOverWhatWasSeen() throws {
        for seed in 0..<200 {
            var stream = RandomStream(seed: UInt64(seed), name: "errors")
            let errors = (0..<60).map { _ in (stream.uniform() * 20).rounded() }
            let rule = try EarlyStopping(evaluateEvery: 4, patience: 1 + seed % 9, limit: 4 * 60)
            let (result, evaluated) = try run(rule, errors)
            let seen = Array(errors.prefix(evaluated.count))
            let lowest = try #require(seen.min())
            #expect(result.error == lowest)
            #expect(result.step == 4 * (1 + (try #require(seen.firstIndex(of: lowest)))))
            let replayed = rule.replay(errors)
            #expect(replayed.step == result.step && replayed.stoppedAt == result.stoppedAt)
            #expect(replayed.parameters == seen.firstIndex(of: lowest))
        }
    }

    @Test func impossibleSettingsAreErrors() {
        #expect(throws: LearningError.outOfRange(setting: "patience", value: 0, allowed: "at least 1")) {
            try EarlyStopping(patience: 0)
        }
        #expect(throws: LearningError.self) { try EarlyStopping(evaluateEvery: 0, patience: 1) }
    }

    @Test func replayOfNothingReturnsNothing() throws {
        let replayed = try EarlyStopping(patience: 3).replay([])
        #expect(replayed.parameters == nil && replayed.stoppedAt == 0)
    }
}
