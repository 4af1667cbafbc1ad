import Foundation
import Hashing

/// Everything that was ever computed for a book, each entry under the digest of what it was made from.
///
/// Entries are written whole (a temporary file, then a rename) and carry a checksum: a reader sees an entry or none,
/// any number of builds may share a store, and a damaged entry is reported and computed again.
public struct Store: Sendable {
    /// The folder, by convention `.regbook` in the book's root.
    public let folder: URL
    let path: String
    private let reportDamage: @Sendable (DamagedEntry) -> Void
    private let reportObstacle: @Sendable (Obstacle) -> Void

    /// Bytes of the largest entry.
    private static let entryLimit = 1 << 30
    /// Bytes of the largest note.
    private static let noteLimit = 1 << 26

    /// - Parameters:
    ///   - reportDamage: called with each entry whose checksum differs.
    ///   - reportObstacle: called with what is in the way and stops nothing.
    public init(
        folder: URL, reportDamage: @escaping @Sendable (DamagedEntry) -> Void = { _ in },
        reportObstacle: @escaping @Sendable (Obstacle) -> Void = { _ in }
    ) {
        self.folder = folder
        self.path = folder.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
        self.reportDamage = reportDamage
        self.reportObstacle = reportObstacle
    }

    /// The entry of `kind` under `key`; nil when there is none or it is damaged.
    ///
    /// - Throws: `BuildError.file` when it cannot be read.
    public func data(for key: Digest, of kind: EntryKind) throws(BuildError) -> Data? {
        let path = path(for: key, of: kind)
        do {
            guard let entry = try FileSystem.contents(of: path, limit: Self.entryLimit, followsLinks: false) else {
                return nil
            }
            if let payload = StoreEntry.decode(entry, key: key, kind: kind) { return payload }
        } catch .notRegular, .tooLarge {
            // No entry was ever like that.
        }
        reportDamage(DamagedEntry(kind: kind, path: path))
        return nil
    }

    /// Keeps `data` under `key`.
    ///
    /// - Throws: `BuildError.file` when it cannot be written; an entry that was there stays.
    public func keep(_ data: Data, for key: Digest, of kind: EntryKind) throws(BuildError) {
        try write(StoreEntry.encode(data, key: key, kind: kind), to: path(for: key, of: kind))
    }

    /// Where the entry of `kind` under `key` lies.
    package func path(for key: Digest, of kind: EntryKind) -> String {
        let name = key.hex
        return "\(path)/\(kind.rawValue)/\(name.prefix(2))/\(name.dropFirst(2))"
    }

    /// Where the entries of `kind` lie.
    func folder(of kind: EntryKind) -> String { "\(path)/\(kind.rawValue)" }

    /// The bytes of the note `name`: something remembered between builds that is no entry, such as the last build's record.
    func note(_ name: String) throws(BuildError) -> Data? {
        do {
            return try FileSystem.contents(of: "\(path)/notes/\(name)", limit: Self.noteLimit, followsLinks: false)
        } catch .notRegular, .tooLarge {
            return nil
        }
    }

    /// Tells that the note `name` is not what was written.
    func reportDamaged(note name: String) { reportDamage(DamagedEntry(kind: nil, path: "\(path)/notes/\(name)")) }

    func keepNote(_ data: Data, _ name: String) throws(BuildError) {
        try write(data, to: "\(path)/notes/\(name)")
    }

    /// What belongs to `output` in the store. Outputs below the book's root are named by their path within it, so that the
    /// root may move.
    func name(of output: OutputFolder) -> String {
        let root = folder.standardizedFileURL.deletingLastPathComponent().path(percentEncoded: false)
        let path = output.path.hasPrefix(root) ? String(output.path.dropFirst(root.count)) : output.path
        return String(Digest(of: path).hex.prefix(16))
    }

    /// Where what engines and long items need lies.
    var workFolders: [String] { ["rounds", "programs", "data", "checkpoints"].map { "\(path)/\($0)" } }

    /// Where the reports are kept that stood before those that stand now.
    var previousReports: String { "\(path)/previous" }

    /// Where the report is kept that stood in `output` before the one that stands there now.
    public func previousReport(of output: OutputFolder) -> String { "\(previousReports)/\(name(of: output))" }

    /// Makes ready for a build: what lies in place of the store's own folders goes, without a look at what it leads to, and
    /// so does what builds that were killed or lost power were about to write, a day ago or longer.
    public func prepare() throws(BuildError) {
        for name in EntryKind.allCases.map(\.rawValue) + [
            "notes", "previous", "temporary", "rounds", "programs", "checkpoints",
        ] {
            try clear("\(path)/\(name)")
        }
        let temporary = "\(path)/temporary"
        for entry in try FileSystem.entries(in: temporary) {
            guard let stamp = FileStamp(ofItself: "\(temporary)/\(entry.name)"),
                Int64(time(nil)) - stamp.seconds > 86_400
            else { continue }
            do {
                try FileSystem.remove(entry, of: temporary)
            } catch .file(_, let path, let code) {
                reportObstacle(.stays(path: path, code: code))
            }
        }
    }

    /// Removes what is no folder at `path`, where the store has one.
    private func clear(_ path: String) throws(BuildError) {
        guard let kind = FileSystem.kind(of: path), kind != .folder else { return }
        try FileSystem.remove(path)
        reportObstacle(.replaced(path: path))
    }

    /// Writes `data` whole or not at all, over what lay at `target`.
    func write(_ data: Data, to target: String) throws(BuildError) {
        let number = UInt64.random(in: .min ... .max)
        let temporary = "\(path)/temporary/\(getpid())-\(String(number, radix: 36))"
        let folder = (target as NSString).deletingLastPathComponent
        // A link there would lead the write out of the store.
        try clear("\(path)/temporary")
        try clear(folder)
        do {
            try FileSystem.write(data, to: target, through: temporary)
        } catch .file(_, _, ENOENT) {
            try FileSystem.createFolder("\(path)/temporary")
            try FileSystem.createFolder(folder)
            try FileSystem.write(data, to: target, through: temporary)
        }
    }
}

extension String {
    var withoutTrailingSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
