import Foundation
import Hashing
import Learning
import Notebook

/// The bench of one study: stores each item as soon as it is done and keeps to the cores of the build.
actor StudyBench: Workbench {
    private let study: String
    private let store: Store
    private let gate: CoreGate
    private let observer: any BuildObserver
    private let interval: Double
    private let key: @Sendable (_ stage: String, _ item: Data) -> Digest
    private var clock: StudyClock
    /// When the experiment itself got the core that it holds; nil when it holds none.
    private var ownStart: ContinuousClock.Instant?
    /// Stages under way: while their items are computed, the experiment itself waits and needs no core.
    private var stages = 0

    /// An item that itself maps over items already holds a core; its inner items run on it.
    @TaskLocal private static var isInsideItem = false

    /// - Parameters:
    ///   - interval: seconds between two checkpoints of a training run.
    ///   - key: what an item's output is stored under.
    init(
        study: String, store: Store, gate: CoreGate, observer: any BuildObserver, interval: Double,
        key: @escaping @Sendable (_ stage: String, _ item: Data) -> Digest
    ) {
        self.study = study
        self.store = store
        self.gate = gate
        self.observer = observer
        self.interval = interval
        self.key = key
        clock = StudyClock(start: .now)
    }

    /// Takes a core for what the experiment does by itself, before its first stage or after one.
    func start() async throws {
        try await gate.enter(study)
        ownStart = computationBegan()
    }

    /// Gives back what `start` took.
    func stop() async {
        guard let start = ownStart else { return }
        ownStart = nil
        computationEnded(began: start, now: .now)
        await gate.leave(study)
    }

    /// How long the study took, if it is done.
    var time: StudyTime { clock.time(now: .now) }

    /// Notes that a computation got its core, and when.
    private func computationBegan() -> ContinuousClock.Instant {
        let now = ContinuousClock.now
        clock.begin(now: now)
        return now
    }

    private func computationEnded(began: ContinuousClock.Instant, now: ContinuousClock.Instant) {
        clock.end(began: began, now: now)
    }

    private func itemFound() { clock.foundItem() }

    func begin(_ name: String, items: Int) async {
        observer.observe(.stage(study: study, name: name, items: items))
        if StudyBench.isInsideItem { return }
        stages += 1
        await stop()
    }

    func end() async throws {
        if StudyBench.isInsideItem { return }
        stages -= 1
        if stages == 0 { try await start() }
    }

    nonisolated func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        let key = key(name, item)
        if let stored = try store.data(for: key, of: .items) {
            await itemFound()
            observer.observe(.item(study: study, stage: name, isStored: true, seconds: 0))
            return stored
        }
        let checkpoints = Checkpoints(of: key, in: store, interval: interval)
        let (output, seconds) = try await TrainingRuns.$checkpoints.withValue(checkpoints) {
            try await onCore(compute)
        }
        try store.keep(output, for: key, of: .items)
        try checkpoints.remove()
        observer.observe(.item(study: study, stage: name, isStored: false, seconds: seconds))
        return output
    }

    /// The output and the seconds it took on its core; none for an inner item, which is part of its outer one.
    private nonisolated func onCore(
        _ compute: @Sendable () async throws -> Data
    ) async throws -> (output: Data, seconds: Double) {
        if StudyBench.isInsideItem { return (try await compute(), 0) }
        try await gate.enter(study)
        let start = await computationBegan()
        do {
            let output = try await StudyBench.$isInsideItem.withValue(true) { try await compute() }
            let now = ContinuousClock.now
            await computationEnded(began: start, now: now)
            await gate.leave(study)
            return (output, (now - start) / .seconds(1))
        } catch {
            await computationEnded(began: start, now: .now)
            await gate.leave(study)
            throw error
        }
    }
}
