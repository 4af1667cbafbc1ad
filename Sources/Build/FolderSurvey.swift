import Dispatch
import Glibc
import Synchronization

/// What lies below a folder, as sums that tell any change, without a list of thousands of names.
public struct FolderSurvey: Sendable {
    /// All files with their stamps, links followed, and all folders.
    private(set) var stamps = StampSum()
    /// All files with their inodes, as their folders name them, and all folders.
    private(set) var names = StampSum()
    /// All folders alone.
    private(set) var tree = StampSum()
    /// Where they lie, the outermost first.
    private(set) var folders: [(path: String, stamp: FileStamp)] = []

    /// - Parameter looksAtFiles: whether files are looked at besides their names.
    /// - Throws: `BuildError.file` for a folder that can't be listed; one that is not there is empty.
    init(of folder: String, looksAtFiles: Bool = true) throws(BuildError) {
        let descriptor = open(folder, Self.asFolder)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw .file(.list, path: folder, code: errno)
        }
        defer { close(descriptor) }
        try visit(descriptor, folder, StampSum.Path([]), looksAtFiles)
    }

    /// Whether no name has come, gone or changed its file since.
    var isCurrent: Bool { folders.allSatisfy { FileStamp(ofItself: $0.path) == $0.stamp } }

    private static let asFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC

    private mutating func visit(
        _ descriptor: Int32, _ folder: String, _ prefix: StampSum.Path, _ looksAtFiles: Bool
    ) throws(BuildError) {
        // Before it is listed, so that what comes meanwhile is noticed.
        if let stamp = FileStamp(ofItself: folder) { folders.append((folder, stamp)) }
        let listing = try FolderListing(of: descriptor, shown: folder)
        for (name, inode) in listing.files {
            var path = prefix
            listing.withName(at: name) { path.append($0) }
            names += StampSum(path, inode)
        }
        if looksAtFiles { stamps += listing.sum(in: descriptor, below: prefix) }
        for name in listing.folders {
            let inner = listing.withPointer(at: name) { openat(descriptor, $0, Self.asFolder | O_NOFOLLOW) }
            let shown = listing.withName(at: name) { "\(folder)/\(String(decoding: $0, as: UTF8.self))" }
            guard inner >= 0 else { throw .file(.list, path: shown, code: errno) }
            defer { close(inner) }
            var path = prefix
            listing.withName(at: name) { path.append($0) }
            path.append("/".utf8)
            let folder = StampSum(path)
            stamps += folder
            names += folder
            tree += folder
            try visit(inner, shown, path, looksAtFiles)
        }
    }
}

/// The names in a folder, one behind the other.
private struct FolderListing {
    private var bytes: [CChar] = []
    /// Where the names of files begin, with their inodes.
    private(set) var files: [(name: Int, inode: UInt64)] = []
    /// Where the names of folders begin.
    private(set) var folders: [Int] = []

    init(of descriptor: Int32, shown path: String) throws(BuildError) {
        // The stream closes the descriptor it is given.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else {
            let code = errno
            if copy >= 0 { close(copy) }
            throw .file(.list, path: path, code: code)
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let start = bytes.count
            withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                }
            }
            if Self.isSelfOrParent(bytes[start...]) {
                bytes.removeSubrange(start...)
                continue
            }
            let type = Int(entry.pointee.d_type)
            if type == DT_UNKNOWN ? isFolder(start, in: descriptor) : type == DT_DIR {
                folders.append(start)
            } else {
                files.append((start, UInt64(entry.pointee.d_ino)))
            }
        }
    }

    private static func isSelfOrParent(_ name: ArraySlice<CChar>) -> Bool {
        let dot = CChar(UInt8(ascii: "."))
        return name.elementsEqual([dot, 0]) || name.elementsEqual([dot, dot, 0])
    }

    private func isFolder(_ name: Int, in folder: Int32) -> Bool {
        var status = stat()
        return withPointer(at: name) { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
            && status.st_mode & S_IFMT == S_IFDIR
    }

    func withPointer<Outcome>(at name: Int, _ body: (UnsafePointer<CChar>) -> Outcome) -> Outcome {
        bytes.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped + name) }
    }

    /// The bytes of a name, without the zero at its end.
    func withName<Outcome>(at name: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Outcome) -> Outcome {
        withPointer(at: name) { start in
            let count = strlen(start)
            return start.withMemoryRebound(to: UInt8.self, capacity: count) {
                body(UnsafeBufferPointer(start: $0, count: count))
            }
        }
    }

    /// The sum of the files with their stamps; those that are not there any more leave no trace.
    func sum(in folder: Int32, below prefix: StampSum.Path) -> StampSum {
        let sum = Mutex(StampSum())
        let most = 256
        DispatchQueue.concurrentPerform(iterations: (files.count + most - 1) / most) { part in
            var own = StampSum()
            for (name, _) in files[part * most..<min((part + 1) * most, files.count)] {
                var status = stat()
                guard withPointer(at: name, { fstatat(folder, $0, &status, 0) }) == 0 else { continue }
                var path = prefix
                withName(at: name) { path.append($0) }
                own += StampSum(path, FileStamp(status))
            }
            let part = own
            sum.withLock { $0 += part }
        }
        return sum.withLock { $0 }
    }
}
