import Build
import Synchronization

/// A journal that also remembers what failed, to be told at the worker's end.
final class FailureNotes: BatchJournal {
    private let journal: Journal
    private let noted = Mutex<[String]>([])

    init(_ journal: Journal) { self.journal = journal }

    var messages: [String] { noted.withLock { $0 } }

    func began(_ item: PendingItem) throws { try journal.began(item) }

    func ended(_ item: PendingItem, seconds: Double) throws { try journal.ended(item, seconds: seconds) }

    func failed(_ item: PendingItem, _ error: any Error) throws {
        noted.withLock { $0.append("\(item.study), \(item.stage): \(Wording.message(for: error))") }
        try journal.failed(item, error)
    }
}
