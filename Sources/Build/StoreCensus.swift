import Foundation

/// What lies in a store: how much of each kind, and how old.
public struct StoreCensus: Sendable {
    /// One entry's file.
    public struct Entry: Sendable {
        public let kind: EntryKind
        let path: String
        public let size: Int64
        /// Seconds since it was written.
        public let age: Double
    }

    public let entries: [Entry]

    /// Counts what `store` holds at present.
    public init(_ store: Store) throws(BuildError) {
        let now = Int64(time(nil))
        var entries: [Entry] = []
        for kind in EntryKind.allCases {
            let folder = store.folder(of: kind)
            for path in try OutputFile.paths(in: folder) {
                guard let stamp = FileStamp(of: "\(folder)/\(path)") else { continue }
                entries.append(
                    Entry(kind: kind, path: "\(folder)/\(path)", size: stamp.size, age: Double(now - stamp.seconds)))
            }
        }
        self.entries = entries
    }

    /// Removes all entries, or those older than `seconds`, and then the oldest of the others until they take no more than
    /// `bytes`; what a build needs of them it computes again.
    ///
    /// - Returns: what was removed.
    public func remove(all: Bool, olderThan seconds: Double, downTo bytes: Int64) throws(BuildError) -> [Entry] {
        var kept: Int64 = 0
        var removed: [Entry] = []
        for entry in entries.sorted(by: { ($0.age, $0.path) < ($1.age, $1.path) }) {
            if !all && entry.age <= seconds && kept + entry.size <= bytes {
                kept += entry.size
            } else {
                try FileSystem.remove(entry.path)
                removed.append(entry)
            }
        }
        return removed
    }
}
