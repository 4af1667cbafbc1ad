import Foundation
import Hashing
import Learning
import Notebook
import Synchronization

/// The bench of a worker: it computes the items of its batch, stores each as it is done, and ends the replay of a study at
/// the first stage that needs others.
final class BatchBench: Workbench {
    private let study: String
    private let store: Store
    private let gate: CoreGate
    private let journal: any BatchJournal
    private let key: @Sendable (_ stage: String, _ item: Data) -> Digest
    private let own: Set<String>
    private let interval: Double
    private let met = Mutex<Set<String>>([])
    private let failures = Mutex(0)

    /// An item that itself maps over items already holds a core; its inner items run on it.
    @TaskLocal private static var isInsideItem = false

    /// An item of another batch, whose output is not there.
    struct NotOwn: Error {}

    /// - Parameters:
    ///   - own: the keys of the batch's items, in hexadecimal.
    ///   - interval: seconds between two checkpoints of a training run.
    ///   - key: what an item's output is stored under.
    init(
        study: String, own: Set<String>, store: Store, gate: CoreGate, journal: any BatchJournal, interval: Double,
        key: @escaping @Sendable (_ stage: String, _ item: Data) -> Digest
    ) {
        self.study = study
        self.own = own
        self.store = store
        self.gate = gate
        self.journal = journal
        self.interval = interval
        self.key = key
    }

    /// The keys of the batch that the study asked for.
    var occurring: Set<String> { met.withLock { $0 } }

    /// Whether an item of the batch failed.
    var hasFailed: Bool { failures.withLock { $0 > 0 } }

    func begin(_ name: String, items: Int) async {}

    func end() async throws {}

    func output(of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data) async throws -> Data
    {
        let key = key(name, item)
        let isOwn = own.contains(key.hex)
        if isOwn { met.withLock { _ = $0.insert(key.hex) } }
        if let stored = try store.data(for: key, of: .items) { return stored }
        if Self.isInsideItem {
            let output = try await compute()
            try store.keep(output, for: key, of: .items)
            return output
        }
        guard isOwn else { throw NotOwn() }
        // In a task of its own: an item of another batch cancels the map, and must not stop those of this one.
        let pending = PendingItem(study: study, stage: name, key: key.hex)
        return try await Task { try await result(of: pending, key, compute) }.value
    }

    private func result(
        of item: PendingItem, _ key: Digest, _ compute: @Sendable () async throws -> Data
    ) async throws -> Data {
        try await gate.enter(study)
        let outcome: Result<Data, any Error>
        do {
            try journal.began(item)
            let start = ContinuousClock.now
            let checkpoints = Checkpoints(of: key, in: store, interval: interval)
            let output = try await TrainingRuns.$checkpoints.withValue(checkpoints) {
                try await Self.$isInsideItem.withValue(true) { try await compute() }
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            try store.keep(output, for: key, of: .items)
            try checkpoints.remove()
            try journal.ended(item, seconds: seconds)
            outcome = .success(output)
        } catch {
            outcome = .failure(error)
        }
        await gate.leave(study)
        if case .failure(let error) = outcome {
            failures.withLock { $0 += 1 }
            try journal.failed(item, error)
        }
        return try outcome.get()
    }
}

/// Hears of the items of a batch, from any thread.
public protocol BatchJournal: Sendable {
    func began(_ item: PendingItem) throws
    func ended(_ item: PendingItem, seconds: Double) throws
    func failed(_ item: PendingItem, _ error: any Error) throws
}
