import Dispatch
import Foundation
import Hashing
import Synchronization

/// The digest of every file that a report is made from besides studies, and what told that the file was still the same.
///
/// A file is read again unless size, times and inode are those of the last build, and it had not changed for two seconds when
/// it was read: within one tick of a file system's clock a file may change twice.
public struct InputIndex: Sendable, Equatable {
    /// By the folders' paths from the book's root, each sorted name by name.
    private var folders: [Folder] = []

    private struct Folder: Sendable, Equatable {
        let name: String
        var files: [File] = []
    }

    private struct File: Sendable, Equatable {
        /// From its folder.
        let path: String
        let stamp: Stamp
        let digest: String
    }

    /// Nanoseconds for which a file must not have changed when it was read.
    private static let settling: Int64 = 2_000_000_000

    private struct Stamp: Hashable, Sendable {
        let file: FileStamp
        /// When the file or what is known of it changed, in nanoseconds.
        let changed: Int64
        /// Whether it had not changed for long when it was read.
        let isSettled: Bool

        func isOf(_ other: Stamp) -> Bool { file == other.file && changed == other.changed }
    }

    public init() {}

    /// The files below `folders`, each of which lies in `root`.
    ///
    /// - Parameter known: the index of the last build.
    /// - Throws: `BuildError` when something can't be read.
    public init(of folders: [URL], in root: URL, known: InputIndex? = nil) throws(BuildError) {
        let base = root.path(percentEncoded: false).withoutTrailingSlash + "/"
        for folder in folders {
            let path = folder.path(percentEncoded: false).withoutTrailingSlash
            let name = path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
            let files = known?.folders.first { $0.name == name }?.files ?? []
            self.folders.append(try Self.folder(name, at: path, known: files))
        }
    }

    private static func folder(_ name: String, at base: String, known: [File]) throws(BuildError) -> Folder {
        let paths = try OutputFile.paths(in: base)
        let places =
            known.map(\.path) == paths
            ? [:] : Dictionary(known.enumerated().map { ($1.path, $0) }) { first, _ in first }
        let isSame = places.isEmpty && known.count == paths.count
        let files = Mutex([Result<File, BuildError>?](repeating: nil, count: paths.count))
        let most = 64
        DispatchQueue.concurrentPerform(iterations: (paths.count + most - 1) / most) { part in
            for index in part * most..<min((part + 1) * most, paths.count) {
                let before = isSame ? known[index] : places[paths[index]].map { known[$0] }
                let file = Result { () throws(BuildError) in try Self.file(paths[index], in: base, known: before) }
                files.withLock { $0[index] = file }
            }
        }
        var folder = Folder(name: name)
        for file in files.withLock({ $0 }) {
            if let file { folder.files.append(try file.get()) }
        }
        return folder
    }

    private static func file(_ path: String, in base: String, known: File?) throws(BuildError) -> File {
        let stamp = stamp(of: "\(base)/\(path)")
        if let known, known.stamp.isSettled, known.stamp.isOf(stamp) { return known }
        let data = try FileSystem.contents(of: "\(base)/\(path)", limit: InputFiles.sizeLimit) ?? Data()
        return File(path: path, stamp: stamp, digest: Digest(of: data).hex)
    }

    private static func stamp(of path: String) -> Stamp {
        var (status, now) = (stat(), timespec())
        guard stat(path, &status) == 0, clock_gettime(CLOCK_REALTIME, &now) == 0 else {
            return Stamp(file: FileStamp(size: -1, seconds: 0, nanoseconds: 0, inode: 0), changed: 0, isSettled: false)
        }
        let changed = nanoseconds(status.st_ctim)
        let last = max(changed, nanoseconds(status.st_mtim))
        return Stamp(file: FileStamp(status), changed: changed, isSettled: last < nanoseconds(now) - settling)
    }

    /// A time that a file may bear by mistake is not computed with unchecked.
    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    // MARK: Asking

    /// The digest of the names and bytes of everything below the folders, but for the files called `besides`.
    public func digest(besides: Set<String> = []) -> String {
        var hasher = Digest.Hasher()
        for folder in folders {
            hasher.update(field: folder.name)
            for file in folder.files where besides.isEmpty || !besides.contains("\(folder.name)/\(file.path)") {
                hasher.update(field: file.path)
                hasher.update(field: file.digest)
            }
        }
        return hasher.finalize().hex
    }

    /// The hexadecimal digest of the file at `path` from the book's root; nil for one that is not in the index.
    public func digest(of path: String) -> String? {
        for folder in folders where path.hasPrefix(folder.name + "/") {
            if let file = folder.files.first(where: { path.dropFirst(folder.name.count + 1) == $0.path }) {
                return file.digest
            }
        }
        return nil
    }

    /// The paths from the book's root of all files whose bytes are others than in `before`, or that only one of the two has.
    public func changes(since before: InputIndex) -> [String] {
        let (now, then) = (byPath, before.byPath)
        let others = now.filter { then[$0.key] != $0.value }.keys + then.keys.filter { now[$0] == nil }
        return others.sorted()
    }

    private var byPath: [String: String] {
        folders.reduce(into: [:]) { files, folder in
            for file in folder.files { files["\(folder.name)/\(file.path)"] = file.digest }
        }
    }

    // MARK: Keeping

    /// A line for each folder and each file.
    var data: Data {
        var text = ""
        for folder in folders {
            text += "folder \(folder.name)\n"
            // A name of two lines would be read as two files; it is read again by every build.
            for file in folder.files where !file.path.utf8.contains(UInt8(ascii: "\n")) {
                let stamp = file.stamp
                text +=
                    "\(file.digest) \(stamp.isSettled ? 1 : 0) \(stamp.file.size) \(stamp.file.seconds) "
                    + "\(stamp.file.nanoseconds) \(Int64(bitPattern: stamp.file.inode)) \(stamp.changed) \(file.path)\n"
            }
        }
        return Data(text.utf8)
    }

    /// Reads what `data` wrote; nil for anything else.
    init?(data: some Sequence<UInt8>) {
        for line in Array(data).split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 7, omittingEmptySubsequences: false)
            if fields.count >= 2, fields[0].elementsEqual("folder".utf8) {
                folders.append(Folder(name: String(decoding: line.dropFirst(7), as: UTF8.self)))
                continue
            }
            let numbers = fields.dropFirst().prefix(6).map { Int64(String(decoding: $0, as: UTF8.self)) }
            guard fields.count == 8, !folders.isEmpty, let isSettled = numbers[0], let size = numbers[1],
                let seconds = numbers[2], let nanoseconds = numbers[3], let inode = numbers[4],
                let changed = numbers[5]
            else { return nil }
            let file = FileStamp(
                size: size, seconds: seconds, nanoseconds: nanoseconds, inode: UInt64(bitPattern: inode))
            folders[folders.count - 1].files.append(
                File(
                    path: String(decoding: fields[7], as: UTF8.self),
                    stamp: Stamp(file: file, changed: changed, isSettled: isSettled == 1),
                    digest: String(decoding: fields[0], as: UTF8.self)))
        }
    }
}
