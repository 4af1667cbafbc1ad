import Dispatch
import Foundation
import Hashing
import Synchronization

/// What the last build into an output folder was made from and what it left there, so that the same build again is
/// recognised without doing it.
public struct BuildRecord: Codable, Sendable {
    /// Hexadecimal digest of everything the report was made from.
    public let key: String
    /// What the build had to say at its end.
    public let outcome: BuildOutcome
    /// The digest of all files' stamps, which tells that nothing changed without reading `lines`.
    private let stamps: String
    /// A line a file.
    private let lines: String
    /// The paths of the files that the build wrote.
    private let listed: [String]

    /// The record of what stands in `output` now.
    ///
    /// - Parameters:
    ///   - keys: digests of what files were made from, by path, where they may serve the next build, too.
    ///   - before: the files of the report that stood there before, which may stand in this one.
    public init(
        key: String, outcome: BuildOutcome, output: OutputFolder, keys: [String: String] = [:],
        after before: StandingFiles? = nil
    ) throws(BuildError) {
        self.key = key
        self.outcome = outcome
        let files = try OutputFile.all(in: output.path, keys: keys, known: before)
        stamps = OutputFile.digest(ofStamps: files.map { ($0.path, $0.stamp) })
        lines = files.map(\.line).joined(separator: "\n")
        listed = try ReportListing(of: output.path)?.files ?? []
    }

    /// The listing of the report in `output`, out of the record; nil unless everything but `build.json` stands there as its
    /// build left it.
    public func listing(of output: OutputFolder) throws(BuildError) -> ReportListing? {
        let written = Set(listed).subtracting([OutputFolder.marker])
        let files = files.filter { written.contains($0.path) }
        guard !written.isEmpty, files.count == written.count else { return nil }
        for file in files {
            guard try file.isIntact(in: output.path) else { return nil }
        }
        return ReportListing(key: key, files: listed)
    }

    private var files: [OutputFile] {
        lines.utf8.split(separator: UInt8(ascii: "\n")).compactMap(OutputFile.init(line:))
    }

    /// What may serve the next build again.
    ///
    /// - Parameter previous: where the report is kept that stood there before; it may be used up.
    public func standing(in output: OutputFolder, previous: String? = nil) -> StandingFiles {
        StandingFiles(files, in: output.path, previous: previous.map(PreviousReport.init))
    }

    /// The record kept for `output`; nil when there is none or it is of another form.
    public static func kept(for output: OutputFolder, in store: Store) throws(BuildError) -> BuildRecord? {
        guard let data = try store.note(name(output, store)) else { return nil }
        return try? JSONDecoder().decode(BuildRecord.self, from: data)
    }

    /// Keeps this record for `output`.
    public func keep(for output: OutputFolder, in store: Store) throws {
        try store.keepNote(JSONEncoder().encode(self), BuildRecord.name(output, store))
    }

    /// Whether every file stands in `output` as the build left it, and no other.
    public func isIntact(in output: OutputFolder) throws(BuildError) -> Bool {
        guard FileSystem.kind(of: output.path) == .folder else { return false }
        let paths = try OutputFile.paths(in: output.path)
        if OutputFile.digest(ofStamps: OutputFile.stamps(of: paths, in: output.path)) == stamps { return true }
        let files = files
        guard paths == files.map(\.path) else { return false }
        for file in files where try !file.isIntact(in: output.path) { return false }
        return true
    }

    private static func name(_ output: OutputFolder, _ store: Store) -> String { "build-\(store.name(of: output))" }
}

/// A file of the output: where, when and what.
struct OutputFile: Sendable {
    let path: String
    let stamp: FileStamp
    private let digest: String
    /// Hexadecimal digest of what it was made from; nil for what every build makes.
    let key: String?

    /// The files below `folder`, sorted by path; those that are `known` by their stamps are not read again.
    static func all(
        in folder: String, keys: [String: String], known: StandingFiles?
    ) throws(BuildError) -> [OutputFile] {
        var files: [OutputFile] = []
        for (path, stamp) in stamps(of: try paths(in: folder), in: folder) {
            var digest = known?[path].flatMap { $0.stamp == stamp ? $0.digest : nil }
            if digest == nil {
                digest = try Self.digest(of: "\(folder)/\(path)")
            }
            let key = keys[path].flatMap { $0.isEmpty ? nil : $0 }
            if let digest { files.append(OutputFile(path: path, stamp: stamp, digest: digest, key: key)) }
        }
        return files
    }

    /// The stamp decides where it fits; otherwise the contents do.
    func isIntact(in folder: String) throws(BuildError) -> Bool {
        guard let now = FileStamp(of: "\(folder)/\(path)") else { return false }
        if now == stamp { return true }
        guard now.size == stamp.size else { return false }
        return try Self.digest(of: "\(folder)/\(path)") == digest
    }

    /// The digest of the file at `path`; nil for none, and for what a reader may have put there that can't be read.
    private static func digest(of path: String) throws(BuildError) -> String? {
        do throws(BuildError) {
            guard let data = try FileSystem.contents(of: path, followsLinks: false) else { return nil }
            return Digest(of: data).hex
        } catch .notRegular, .tooLarge, .file(.read, _, EACCES) {
            return nil
        }
    }

    /// The paths of all files below `folder`, sorted name by name.
    static func paths(in folder: String, below prefix: String = "") throws(BuildError) -> [String] {
        var paths: [String] = []
        for entry in try FileSystem.entries(in: folder) {
            if entry.isFolder {
                paths += try self.paths(in: "\(folder)/\(entry.name)", below: "\(prefix)\(entry.name)/")
            } else {
                paths.append(prefix + entry.name)
            }
        }
        return paths
    }
}

extension OutputFile {
    /// The stamps of the files at `paths` below `folder`, as far as there are any.
    static func stamps(of paths: [String], in folder: String) -> [(path: String, stamp: FileStamp)] {
        let stamps = Mutex([FileStamp?](repeating: nil, count: paths.count))
        let most = 64
        DispatchQueue.concurrentPerform(iterations: (paths.count + most - 1) / most) { part in
            let places = part * most..<min((part + 1) * most, paths.count)
            let found = places.map { FileStamp(of: "\(folder)/\(paths[$0])") }
            stamps.withLock { $0.replaceSubrange(places, with: found) }
        }
        return zip(paths, stamps.withLock { $0 }).compactMap { path, stamp in stamp.map { (path, $0) } }
    }

    /// The digest of paths and stamps, in hexadecimal digits.
    static func digest(ofStamps files: [(path: String, stamp: FileStamp)]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.count * 80)
        for file in files {
            bytes += file.path.utf8
            bytes.append(0)
            withUnsafeBytes(of: file.stamp) { bytes += $0 }
        }
        return Digest(of: bytes).hex
    }

    /// The file as a line of a record; paths are last, for they may hold spaces.
    var line: String {
        let fields = [
            digest, key ?? "", String(stamp.size), String(stamp.seconds), String(stamp.nanoseconds),
            String(stamp.inode), path,
        ]
        return fields.joined(separator: " ")
    }

    /// - Returns: nil for what no record has written.
    init?(line: Substring.UTF8View) {
        // By bytes, for a record names hundreds of files.
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 6, omittingEmptySubsequences: false)
            .map(Substring.init)
        guard fields.count == 7, let size = Int64(fields[2]), let seconds = Int64(fields[3]),
            let nanoseconds = Int64(fields[4]), let inode = UInt64(fields[5])
        else { return nil }
        digest = String(fields[0])
        key = fields[1].isEmpty ? nil : String(fields[1])
        stamp = FileStamp(size: size, seconds: seconds, nanoseconds: nanoseconds, inode: inode)
        path = String(fields[6])
        // A record is a file, too, and may have been changed.
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard names.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
    }
}
