import Dispatch
import Foundation
import Hashing
import Synchronization

/// A file of the output: where, when and what.
struct OutputFile: Sendable {
    let path: String
    let stamp: FileStamp
    private let digest: String
    /// Hexadecimal digest of what it was made from; nil for what every build makes.
    let key: String?
    /// Whether a reader put it there, not a build.
    let isOwn: Bool

    /// A file that a build has just written at `path` below `folder`, from something that no key says.
    init?(_ path: String, holding data: Data, in folder: String) {
        guard let stamp = FileStamp(of: "\(folder)/\(path)") else { return nil }
        self.init(path: path, stamp: stamp, digest: Digest(of: data).hex, key: nil, isOwn: false)
    }

    private init(path: String, stamp: FileStamp, digest: String, key: String?, isOwn: Bool) {
        self.path = path
        self.stamp = stamp
        self.digest = digest
        self.key = key
        self.isOwn = isOwn
    }

    /// The files below `folder`, sorted by path; those that are `known` by their stamps are not read again.
    ///
    /// - Parameter written: those that the build has written.
    static func all(
        in folder: String, written: Set<String>, keys: [String: String], known: StandingFiles?
    ) throws(BuildError) -> [OutputFile] {
        var files: [OutputFile] = []
        for (path, stamp) in stamps(of: try paths(in: folder), in: folder) {
            var digest = known?[path].flatMap { $0.stamp == stamp ? $0.digest : nil }
            if digest == nil {
                digest = try Self.digest(of: "\(folder)/\(path)")
            }
            let key = keys[path].flatMap { $0.isEmpty ? nil : $0 }
            if let digest {
                files.append(
                    OutputFile(
                        path: path, stamp: stamp, digest: digest, key: key, isOwn: !written.contains(path)))
            }
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

    /// What stands in place of the key of a reader's own file.
    private static let ownMark = "own"

    /// The file as a line of a record; paths are last, for they may hold spaces.
    var line: String {
        let fields = [
            digest, isOwn ? Self.ownMark : key ?? "", String(stamp.size), String(stamp.seconds),
            String(stamp.nanoseconds),
            String(stamp.inode), path,
        ]
        return fields.joined(separator: " ")
    }

    /// - Returns: nil for what no record has written.
    init?(line: some Sequence<UInt8>) {
        // By bytes, for a record names thousands of files.
        let fields = Array(line).split(separator: UInt8(ascii: " "), maxSplits: 6, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard fields.count == 7, let size = Int64(fields[2]), let seconds = Int64(fields[3]),
            let nanoseconds = Int64(fields[4]), let inode = UInt64(fields[5])
        else { return nil }
        isOwn = fields[1] == Self.ownMark
        digest = fields[0]
        key = fields[1].isEmpty || isOwn ? nil : fields[1]
        stamp = FileStamp(size: size, seconds: seconds, nanoseconds: nanoseconds, inode: inode)
        path = fields[6]
        // A record is a file, too, and may have been changed.
        let names = path.split(separator: "/", omittingEmptySubsequences: false)
        guard names.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
    }
}
