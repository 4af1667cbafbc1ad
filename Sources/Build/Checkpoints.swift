import Foundation
import Hashing
import Learning
import Synchronization

/// The checkpoints of one item: files of the store that go once the item is done.
final class Checkpoints: TrainingCheckpoints {
    private let store: Store
    private let folder: String
    private let interval: Double
    private let state = Mutex(State())

    private struct State {
        var begun = 0
        /// The runs that have a file; nil before anybody has looked.
        var files: Set<String>?
        /// When each run that goes on was saved last, or began.
        var last: [Int: ContinuousClock.Instant] = [:]
    }

    /// - Parameters:
    ///   - key: what the item's output is stored under.
    ///   - interval: seconds between two checkpoints of a run.
    init(of key: Digest, in store: Store, interval: Double) {
        self.store = store
        self.interval = interval
        folder = store.checkpoints(of: key)
    }

    func beginRun() -> Int {
        Self.ending.withLock { $0.running += 1 }
        return state.withLock { state in
            defer { state.begun += 1 }
            state.last[state.begun] = .now
            return state.begun
        }
    }

    func checkpoint(ofRun run: Int) throws -> Data? {
        // One look at the folder, however many runs an item has.
        let files = try state.withLock { $0.files } ?? Set(FileSystem.names(in: folder))
        state.withLock { $0.files = $0.files ?? files }
        return files.contains("\(run)") ? try store.checkpoint(at: "\(folder)/\(run)") : nil
    }

    func isDue(forRun run: Int) -> Bool {
        if Self.isEnding.load(ordering: .relaxed) { return true }
        return state.withLock { state in
            state.last[run].map { (.now - $0) / .seconds(1) >= interval } ?? false
        }
    }

    func save(_ checkpoint: Data, ofRun run: Int) throws {
        try store.write(checkpoint, to: "\(folder)/\(run)")
        state.withLock { state in
            state.last[run] = .now
            state.files = (state.files ?? []).union(["\(run)"])
        }
        guard Self.isEnding.load(ordering: .relaxed) else { return }
        Self.leave()
        // The process ends at once; nothing more is computed until then.
        while true { pause() }
    }

    func endRun(_ run: Int) {
        state.withLock { $0.last[run] = nil }
        Self.leave()
    }

    /// Removes what was saved, now that the item's output is stored.
    func remove() throws {
        if state.withLock({ $0.files?.isEmpty == false }) { try FileSystem.remove(folder) }
    }

    // MARK: The end of the process

    private struct Ending {
        var running = 0
    }

    private static let isEnding = Atomic(false)
    private static let ending = Mutex(Ending())
    private static let left = DispatchSemaphore(value: 0)

    private static func leave() {
        ending.withLock { $0.running -= 1 }
        left.signal()
    }

    /// Has every run that goes on save its state, and waits for it until `seconds` have passed.
    static func saveAll(within seconds: Double) {
        isEnding.store(true, ordering: .relaxed)
        let deadline = DispatchTime.now() + seconds
        while ending.withLock({ $0.running }) > 0, left.wait(timeout: deadline) == .success {}
    }
}

/// What a process that is told to end does first.
public enum RunningWork {
    /// Saves the states of training runs, for at most `seconds`.
    public static func save(within seconds: Double) { Checkpoints.saveAll(within: seconds) }
}

extension Store {
    /// Where the checkpoints of the item under `key` lie.
    func checkpoints(of key: Digest) -> String { "\(path)/checkpoints/\(key.hex)" }

    /// The bytes of a checkpoint; nil where there is none.
    fileprivate func checkpoint(at path: String) throws(BuildError) -> Data? {
        do {
            return try FileSystem.contents(of: path, followsLinks: false)
        } catch .notRegular, .tooLarge {
            return nil
        }
    }
}
