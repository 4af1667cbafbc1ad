import Foundation
import Learning
import Synchronization
import Testing

/// An interrupted run resumes from its checkpoint, to the same bytes.
@Suite struct TrainingResumptionTests {
    struct Interruption: Error {}

    /// Saves a checkpoint in memory after so many steps, and then interrupts the work.
    private final class Memory: TrainingCheckpoints {
        private let steps: Int
        private let state = Mutex((begun: 0, asked: 0, saved: [Int: Data]()))

        init(steps: Int) { self.steps = steps }

        func restart() { state.withLock { ($0.begun, $0.asked) = (0, 0) } }
        func beginRun() -> Int {
            state.withLock { state in
                defer { state.begun += 1 }
                return state.begun
            }
        }
        func checkpoint(ofRun run: Int) -> Data? { state.withLock { $0.saved[run] } }
        func isDue(forRun run: Int) -> Bool {
            state.withLock { state in
                state.asked += 1
                return state.asked == steps
            }
        }
        func save(_ checkpoint: Data, ofRun run: Int) throws {
            state.withLock { $0.saved[run] = checkpoint }
            throw Interruption()
        }
        func endRun(_ run: Int) {}
        /// Steps taken since the start.
        var taken: Int { state.withLock { $0.asked } }
        /// Changes one bit, `place` bytes from the start, or from the end where it is negative.
        func damage(_ run: Int, at place: Int) {
            state.withLock { state in
                guard let count = state.saved[run]?.count else { return }
                state.saved[run]?[place < 0 ? count + place : place] ^= 1
            }
        }
    }

    /// Two runs, one after the other, as an item may have them.
    private func work() throws -> (Data, [UInt64]) {
        let first = try TrainingRunTests.trainer(on: TrainingRunTests.clouds(330))
        var state = first.start()
        let losses = [try first.train(&state, steps: 40), try first.train(&state, steps: 25)]
        return (try state.checkpoint(), losses.map(\.bitPattern))
    }

    @Test func workThatIsEndedTenTimesComesToTheSameBytes() throws {
        let memory = Memory(steps: 6)
        let whole = try work()
        var ended = 0
        var last: (Data, [UInt64])?
        while last == nil {
            memory.restart()
            do {
                last = try TrainingRuns.$checkpoints.withValue(memory) { try work() }
            } catch is Interruption {
                ended += 1
            }
        }
        // Six steps each time. The first run leaves nothing at its end, so that its last four steps are taken again each time
        // that the second one is interrupted, which comes two steps further.
        #expect(ended == 18)
        #expect(memory.taken == 5)
        #expect(last?.0 == whole.0)
        #expect(last?.1 == whole.1)
    }

    /// A checkpoint with one wrong bit, in its sum, in its first line or in its state, is not resumed from.
    @Test(arguments: [3, 60, -5]) func aDamagedCheckpointIsNotTaken(place: Int) throws {
        let memory = Memory(steps: 6)
        func interrupt() {
            memory.restart()
            #expect(throws: Interruption.self) { try TrainingRuns.$checkpoints.withValue(memory) { try work() } }
        }
        interrupt()
        let sixSteps = try #require(memory.checkpoint(ofRun: 0))
        memory.damage(0, at: place)
        interrupt()
        #expect(memory.checkpoint(ofRun: 0) == sixSteps)
        interrupt()
        #expect(memory.checkpoint(ofRun: 0) != sixSteps)
    }
}
