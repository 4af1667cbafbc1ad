import Foundation
import Hashing
import Notebook
import Synchronization

/// A bench that computes nothing: it answers from the store and notes what is not there.
final class ReplayBench: Workbench {
    private let study: String
    private let store: Store
    private let key: @Sendable (_ stage: String, _ item: Data) -> Digest
    private let noted = Mutex<[PendingItem]>([])
    private let found = Mutex(false)

    /// Ends the replay of a study at a stage whose outputs are not all there.
    struct NotStored: Error {}

    /// - Parameter key: what an item's output is stored under.
    init(study: String, store: Store, key: @escaping @Sendable (_ stage: String, _ item: Data) -> Digest) {
        self.study = study
        self.store = store
        self.key = key
    }

    /// The items that were asked for and not there.
    var missing: [PendingItem] { noted.withLock { $0 }.sorted { ($0.stage, $0.key) < ($1.stage, $1.key) } }

    /// Whether the output of any item was there.
    var foundItems: Bool { found.withLock { $0 } }

    func begin(_ name: String, items: Int) async {}

    func end() async throws {}

    func output(of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data) async throws -> Data
    {
        let key = key(name, item)
        if let stored = try store.data(for: key, of: .items) {
            found.withLock { $0 = true }
            return stored
        }
        noted.withLock { $0.append(PendingItem(study: study, stage: name, key: key.hex)) }
        throw NotStored()
    }
}
