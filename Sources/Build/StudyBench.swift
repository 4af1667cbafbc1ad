import Foundation
import Hashing
import Notebook

/// The bench of one study: stores each item as soon as it is done and keeps to the cores of the build.
actor StudyBench: Workbench {
    private let study: String
    private let store: Store
    private let gate: CoreGate
    private let observer: any BuildObserver
    private let key: @Sendable (_ stage: String, _ item: Data) -> Digest
    private var holdsCore = false

    /// An item that itself maps over items already holds a core; its inner items run on it.
    @TaskLocal private static var isInsideItem = false

    /// - Parameter key: what an item's output is stored under.
    init(
        study: String, store: Store, gate: CoreGate, observer: any BuildObserver,
        key: @escaping @Sendable (_ stage: String, _ item: Data) -> Digest
    ) {
        self.study = study
        self.store = store
        self.gate = gate
        self.observer = observer
        self.key = key
    }

    /// Takes a core for what the experiment does by itself before its first stage.
    func start() async throws {
        try await gate.enter(study)
        holdsCore = true
    }

    /// Gives back what `start` took.
    func stop() async {
        guard holdsCore else { return }
        holdsCore = false
        await gate.leave(study)
    }

    func begin(_ name: String, items: Int) async {
        observer.observe(.stage(study: study, name: name, items: items))
        await stop()
    }

    nonisolated func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        let key = key(name, item)
        if let stored = try store.data(for: key, of: .items) {
            observer.observe(.item(study: study, stage: name, isStored: true, seconds: 0))
            return stored
        }
        let (output, seconds) = try await onCore(compute)
        try store.keep(output, for: key, of: .items)
        observer.observe(.item(study: study, stage: name, isStored: false, seconds: seconds))
        return output
    }

    /// The output and the seconds it took on its core; none for an inner item, which is part of its outer one.
    private nonisolated func onCore(
        _ compute: @Sendable () async throws -> Data
    ) async throws -> (output: Data, seconds: Double) {
        if StudyBench.isInsideItem { return (try await compute(), 0) }
        try await gate.enter(study)
        let start = ContinuousClock.now
        do {
            let output = try await StudyBench.$isInsideItem.withValue(true) { try await compute() }
            await gate.leave(study)
            return (output, (.now - start) / .seconds(1))
        } catch {
            await gate.leave(study)
            throw error
        }
    }
}
