import Foundation
import Hashing

/// What the last build into an output folder was made from and what it left there, so that the same build again is
/// recognised without doing it.
public struct BuildRecord: Codable, Sendable {
    /// Hexadecimal digest of everything the report was made from.
    public let key: String
    /// What the build had to say at its end.
    public let outcome: BuildOutcome
    private let files: [OutputFile]

    /// The record of what stands in `output` now.
    ///
    /// - Parameters:
    ///   - keys: digests of what files were made from, by path, where they may serve the next build, too.
    ///   - before: the record of the report that stood there before, whose files may stand in this one.
    public init(
        key: String, outcome: BuildOutcome, output: OutputFolder, keys: [String: String] = [:],
        after before: BuildRecord? = nil
    ) throws(BuildError) {
        self.key = key
        self.outcome = outcome
        files = try OutputFile.all(in: output.path, keys: keys, known: before?.files ?? [])
    }

    /// What may serve the next build again.
    public func standing(in output: OutputFolder) -> StandingFiles { StandingFiles(files, in: output.path) }

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
        guard paths == files.map(\.path) else { return false }
        for file in files where try !file.isIntact(in: output.path) { return false }
        return true
    }

    private static func name(_ output: OutputFolder, _ store: Store) -> String { "build-\(store.name(of: output))" }
}

/// A file of the output: where, when and what.
struct OutputFile: Sendable {
    let path: String
    private let stamp: FileStamp
    private let digest: String
    /// Hexadecimal digest of what it was made from; nil for what every build makes.
    let key: String?

    /// The files below `folder`, sorted by path; those that are `known` by their stamps are not read again.
    static func all(
        in folder: String, keys: [String: String], known: [OutputFile]
    ) throws(BuildError) -> [OutputFile] {
        let known = Dictionary(known.map { ($0.path, $0) }) { first, _ in first }
        var files: [OutputFile] = []
        for path in try paths(in: folder) {
            guard let stamp = FileStamp(of: "\(folder)/\(path)") else { continue }
            var digest = known[path].flatMap { $0.stamp == stamp ? $0.digest : nil }
            if digest == nil {
                digest = try FileSystem.contents(of: "\(folder)/\(path)").map { Digest(of: $0).hex }
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
        guard now.size == stamp.size, let data = try FileSystem.contents(of: "\(folder)/\(path)") else { return false }
        return Digest(of: data).hex == digest
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

extension OutputFile: Codable {
    // One text each: hundreds of objects took JSON longer than the rest of a build.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let fields = [
            digest, key ?? "", String(stamp.size), String(stamp.seconds), String(stamp.nanoseconds),
            String(stamp.inode), path,
        ]
        try container.encode(fields.joined(separator: " "))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // By bytes, for a record names hundreds of files.
        let fields = try container.decode(String.self).utf8
            .split(separator: UInt8(ascii: " "), maxSplits: 6, omittingEmptySubsequences: false)
            .map(Substring.init)
        guard fields.count == 7, let size = Int64(fields[2]), let seconds = Int64(fields[3]),
            let nanoseconds = Int64(fields[4]), let inode = UInt64(fields[5])
        else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "no file of an output") }
        digest = String(fields[0])
        key = fields[1].isEmpty ? nil : String(fields[1])
        stamp = FileStamp(size: size, seconds: seconds, nanoseconds: nanoseconds, inode: inode)
        path = String(fields[6])
    }
}
