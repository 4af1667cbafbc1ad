import Foundation
import Hashing
import Notebook

/// A bench that counts items. Where outputs of a stage are missing, one that is there stands in for them, so that the experiment
/// goes on to its later stages; if none is there, the first may be computed.
actor ForecastBench: Workbench {
    private let study: String
    private let store: Store
    private let gate: CoreGate
    private let samples: Bool
    private let key: @Sendable (_ stage: String, _ item: Data) -> Digest
    private(set) var stages: [Forecast.Stage] = []
    private var open: [String: Open] = [:]
    private var ended = 0

    @TaskLocal private static var isInsideItem = false

    /// Ends the replay of a study at a stage for which nothing stands in.
    struct NothingStandsIn: Error {}

    /// A stage some of whose items were not asked for yet.
    private struct Open {
        let place: Int
        var expected: Int
        var arrived = 0
        var standIn: Data?
        var waiting: [Waiter] = []
    }

    private struct Waiter {
        let key: String
        let continuation: CheckedContinuation<Answer, Never>
    }

    private enum Answer: Sendable {
        case takes(Data)
        case computes, endsHere
    }

    /// - Parameter samples: whether an item of a stage without outputs is computed.
    init(
        study: String, store: Store, gate: CoreGate, samples: Bool,
        key: @escaping @Sendable (_ stage: String, _ item: Data) -> Digest
    ) {
        self.study = study
        self.store = store
        self.gate = gate
        self.samples = samples
        self.key = key
    }

    func begin(_ name: String, items: Int) async {
        if Self.isInsideItem || items == 0 { return }
        if open[name] == nil {
            stages.append(Forecast.Stage(study: study, name: name, step: ended, items: 0))
            open[name] = Open(place: stages.count - 1, expected: 0)
        }
        open[name]?.expected += items
        if let place = open[name]?.place { stages[place].items += items }
    }

    func end() async throws {
        if !Self.isInsideItem { ended += 1 }
    }

    nonisolated func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        let key = key(name, item)
        let stored = try store.data(for: key, of: .items)
        if Self.isInsideItem {
            if let stored { return stored }
            return try await compute()
        }
        if let stored {
            await arrive(at: name, with: stored)
            return stored
        }
        switch await answer(to: key.hex, of: name) {
        case .takes(let output): return output
        case .endsHere: throw NothingStandsIn()
        case .computes: break
        }
        do {
            let (output, seconds) = try await timed(compute)
            try store.keep(output, for: key, of: .items)
            await finish(name, with: output, seconds: seconds)
            return output
        } catch {
            await finish(name, with: nil, seconds: nil)
            throw error
        }
    }

    private nonisolated func timed(
        _ compute: @Sendable () async throws -> Data
    ) async throws -> (output: Data, seconds: Double) {
        try await gate.enter(study)
        let start = ContinuousClock.now
        let output: Result<Data, any Error>
        do {
            output = .success(try await Self.$isInsideItem.withValue(true) { try await compute() })
        } catch {
            output = .failure(error)
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        await gate.leave(study)
        return (try output.get(), seconds)
    }

    private func arrive(at name: String, with stored: Data) {
        open[name]?.arrived += 1
        if open[name]?.standIn == nil { open[name]?.standIn = stored }
        settle(name)
    }

    private func answer(to key: String, of name: String) async -> Answer {
        if let place = open[name]?.place { stages[place].missing += 1 }
        return await withCheckedContinuation { continuation in
            open[name]?.arrived += 1
            open[name]?.waiting.append(Waiter(key: key, continuation: continuation))
            settle(name)
        }
    }

    /// Answers those that wait, once every item of the stage was asked for.
    private func settle(_ name: String) {
        guard let stage = open[name], stage.arrived == stage.expected else { return }
        if stage.standIn == nil, samples {
            let first = stage.waiting.indices.min { stage.waiting[$0].key < stage.waiting[$1].key }
            if let first, let waiter = open[name]?.waiting.remove(at: first) {
                waiter.continuation.resume(returning: .computes)
                return
            }
        }
        close(name)
    }

    private func finish(_ name: String, with output: Data?, seconds: Double?) {
        open[name]?.standIn = output
        if let place = open[name]?.place, let seconds {
            stages[place].sampled.append(seconds)
            stages[place].missing -= 1
        }
        close(name)
    }

    private func close(_ name: String) {
        guard let stage = open.removeValue(forKey: name) else { return }
        stages[stage.place].bytes = stage.standIn?.count
        for waiter in stage.waiting {
            waiter.continuation.resume(returning: stage.standIn.map { .takes($0) } ?? .endsHere)
        }
    }
}
