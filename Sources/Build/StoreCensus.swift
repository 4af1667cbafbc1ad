import Foundation

/// What lies in a store: how much of each kind, and how old.
public struct StoreCensus: Sendable {
    /// What can be removed by itself.
    public enum Kind: String, Sendable, CaseIterable {
        case results, items, products
        /// A report that was replaced.
        case previous
        /// Rounds of builds that an engine runs, checkpoints of items, and the programs and data of workers.
        case work
    }

    /// One entry's file, or the folder of a report that was replaced.
    public struct Entry: Sendable {
        public let kind: Kind
        let path: String
        /// Bytes that are free once it is removed.
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
                guard let stamp = FileStamp(ofItself: "\(folder)/\(path)"), let kind = Kind(rawValue: kind.rawValue)
                else { continue }
                entries.append(
                    Entry(kind: kind, path: "\(folder)/\(path)", size: stamp.size, age: Double(now - stamp.seconds)))
            }
        }
        for name in try FileSystem.names(in: store.previousReports) {
            let path = "\(store.previousReports)/\(name)"
            guard let stamp = FileStamp(ofItself: path) else { continue }
            entries.append(
                Entry(kind: .previous, path: path, size: try Self.size(of: path), age: Double(now - stamp.seconds)))
        }
        for folder in store.workFolders {
            for name in try FileSystem.names(in: folder) {
                let path = "\(folder)/\(name)"
                guard let stamp = FileStamp(ofItself: path) else { continue }
                let size = FileSystem.kind(of: path) == .folder ? try Self.size(of: path) : stamp.size
                entries.append(Entry(kind: .work, path: path, size: size, age: Double(now - stamp.seconds)))
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
            let (sum, isBeyond) = kept.addingReportingOverflow(entry.size)
            if !all && entry.age <= seconds && !isBeyond && sum <= bytes {
                kept = sum
            } else {
                try FileSystem.remove(entry.path)
                removed.append(entry)
            }
        }
        return removed
    }

    /// The bytes of the report at `path` that no second link keeps, as the standing report's files have.
    private static func size(of path: String) throws(BuildError) -> Int64 {
        guard FileSystem.kind(of: path) == .folder else { return 0 }
        return try OutputFile.paths(in: path).reduce(into: 0) { size, name in
            guard let status = FileStamp.status(of: "\(path)/\(name)"), status.st_nlink == 1 else { return }
            size += Int64(status.st_size)
        }
    }
}
