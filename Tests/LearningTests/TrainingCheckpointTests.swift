import Foundation
import Learning
import Testing

@Suite struct TrainingCheckpointTests {
    private func state(steps: Int) throws -> TrainingState<Float> {
        let trainer = try TrainingRunTests.trainer(on: TrainingRunTests.clouds(330))
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        return state
    }

    @Test func aRunReadBackGoesOnToTheSameBytes() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "checkpoint-\(UUID().uuidString)")
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
        try state(steps: 13).write(to: file)
        var resumed = try TrainingState<Float>(contentsOf: file)
        try TrainingRunTests.trainer(threads: 2, on: TrainingRunTests.clouds(330)).train(&resumed, steps: 12)
        #expect(try resumed == state(steps: 25))
        #expect(try resumed.checkpoint() == state(steps: 25).checkpoint())
    }

    @Test func everyBitComesBackEvenOfNumbersThatAreNotFinite() throws {
        var odd = try state(steps: 0)
        for (i, value) in [Float.nan, .infinity, -0, .leastNonzeroMagnitude].enumerated() { odd.velocity[i] = value }
        let back = try TrainingState<Float>(checkpoint: odd.checkpoint(), name: "odd")
        #expect(back.velocity.map(\.bitPattern) == odd.velocity.map(\.bitPattern))
    }

    @Test func whatIsNoCheckpointOrDamagedIsSaid() throws {
        let whole = try state(steps: 1).checkpoint()
        func fault(_ data: Data) -> LearningError? {
            do throws(LearningError) {
                _ = try TrainingState<Float>(checkpoint: data, name: "run.checkpoint")
                return nil
            } catch { return error }
        }
        #expect(fault(whole) == nil)
        #expect(fault(Data("hello".utf8)) == .dataFile(name: "run.checkpoint", .notACheckpoint))
        for place in [25, 60, 400, whole.count - 1] {
            var damaged = whole
            damaged[place] ^= 1
            #expect(fault(damaged) == .dataFile(name: "run.checkpoint", .checkpointDamaged(bytes: whole.count)))
            #expect(fault(whole.prefix(place)) == .dataFile(name: "run.checkpoint", .checkpointDamaged(bytes: place)))
        }
        #expect(throws: LearningError.dataFile(name: "x", .otherScalars(bits: 32, expected: 64))) {
            try TrainingState<Double>(checkpoint: whole, name: "x")
        }
        #expect(throws: LearningError.self) {
            try TrainingState<Float>(contentsOf: URL(filePath: "/nowhere/run.checkpoint"))
        }
    }

    @Test func aStateOfAnotherNetworkIsRefused() throws {
        let trainer = try Trainer(
            try Network(input: .vector(20)) { Dense(units: 3) }, SGD(rate: 0.1), on: TrainingRunTests.clouds(30),
            stream: RandomStream(seed: 1))
        var other = try state(steps: 0)
        let count = other.parameters.values.count
        #expect(
            throws: LearningError.sizesDisagree(
                what: "Parameters", count, other: "parameters of the network", 63)
        ) { try trainer.train(&other, steps: 1) }
        #expect(other.step == 0)
    }

    @Test func aCancelledTaskStopsBeforeTheNextStep() async throws {
        let task = Task { () -> (Int, Bool) in
            let trainer = try TrainingRunTests.trainer(on: TrainingRunTests.clouds(330))
            var state = trainer.start()
            try trainer.train(&state, steps: 3)
            withUnsafeCurrentTask { $0?.cancel() }
            do {
                try trainer.train(&state, steps: 100)
                return (state.step, false)
            } catch is CancellationError {
                return (state.step, true)
            }
        }
        let (step, isCancelled) = try await task.value
        #expect(step == 3 && isCancelled)
    }
}
