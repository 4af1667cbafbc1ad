import Foundation

/// What a reader has put into an output: all that its last build did not write there. It stands in the next report, too.
struct OwnFiles {
    private let folder: String
    private let target: String
    /// What the report in `folder` lists, and the folders that hold it.
    private let listed: Set<String>
    private let listedFolders: Set<String>

    /// - Parameters:
    ///   - listed: the paths of all files that a build wrote into `folder`.
    ///   - target: the next report, whole.
    init(of folder: String, besides listed: [String], for target: String) {
        self.folder = folder
        self.target = target
        self.listed = Set(listed)
        var folders: Set<String> = []
        for path in listed {
            var above = (path as NSString).deletingLastPathComponent
            while !above.isEmpty, above != "/", folders.insert(above).inserted {
                above = (above as NSString).deletingLastPathComponent
            }
        }
        listedFolders = folders
    }

    /// Puts all of it into the next report by links, or copies where the file system has none.
    ///
    /// - Throws: `BuildError.outputHoldsOwn` for a name that the report has, too; nothing of the reader's has changed then.
    func carryOver() throws(BuildError) {
        let (from, into) = (open(folder, Self.asFolder), open(target, Self.asFolder))
        defer { for descriptor in [from, into] where descriptor >= 0 { close(descriptor) } }
        guard from >= 0 else { throw .file(.list, path: folder, code: errno) }
        guard into >= 0 else { throw .file(.write, path: target, code: errno) }
        try carry(from, into, below: "")
    }

    private static let asFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    private func carry(_ from: Int32, _ into: Int32, below prefix: String) throws(BuildError) {
        for entry in try FileSystem.entries(of: from, shown: "\(folder)/\(prefix)") {
            let path = prefix + entry.name
            if entry.isFolder {
                if mkdirat(into, entry.bytes, 0o777) != 0 {
                    guard errno == EEXIST else { throw .file(.create, path: "\(target)/\(path)", code: errno) }
                } else if listedFolders.contains(path) {
                    // A build's folder without a file in the next report: it stays only if it holds a reader's.
                    defer { unlinkat(into, entry.bytes, AT_REMOVEDIR) }
                    try carry(inner: entry, from, into, below: path)
                    continue
                }
                try carry(inner: entry, from, into, below: path)
            } else if !listed.contains(path) {
                try put(entry, from, into, path)
            }
        }
    }

    private func carry(inner entry: FolderEntry, _ from: Int32, _ into: Int32, below path: String) throws(BuildError) {
        let inner = openat(from, entry.bytes, Self.asFolder)
        let target = openat(into, entry.bytes, Self.asFolder)
        defer { for descriptor in [inner, target] where descriptor >= 0 { close(descriptor) } }
        guard inner >= 0 else { throw .file(.list, path: "\(folder)/\(path)", code: errno) }
        guard target >= 0 else { throw .outputHoldsOwn(path: folder, name: path) }
        try carry(inner, target, below: path + "/")
    }

    private func put(_ entry: FolderEntry, _ from: Int32, _ into: Int32, _ path: String) throws(BuildError) {
        if linkat(from, entry.bytes, into, entry.bytes, 0) == 0 { return }
        switch errno {
        case EEXIST: throw .outputHoldsOwn(path: folder, name: path)
        // A file system without links, or another user's file.
        case EPERM, EACCES, EXDEV, EMLINK, ENOSYS, EOPNOTSUPP: break
        default: throw .file(.write, path: "\(target)/\(path)", code: errno)
        }
        var status = stat()
        guard fstatat(from, entry.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw .file(.read, path: "\(folder)/\(path)", code: errno)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: try copy(entry, from, into, status, path)
        case S_IFLNK: try copyLink(entry, from, into, path)
        default: throw .notRegular(path: "\(folder)/\(path)")
        }
    }

    private func copyLink(_ entry: FolderEntry, _ from: Int32, _ into: Int32, _ path: String) throws(BuildError) {
        var destination = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        guard readlinkat(from, entry.bytes, &destination, destination.count - 1) >= 0 else {
            throw .file(.read, path: "\(folder)/\(path)", code: errno)
        }
        guard symlinkat(destination, into, entry.bytes) == 0 else {
            throw .file(.write, path: "\(target)/\(path)", code: errno)
        }
    }

    private func copy(
        _ entry: FolderEntry, _ from: Int32, _ into: Int32, _ status: stat, _ path: String
    ) throws(BuildError) {
        let source = openat(from, entry.bytes, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard source >= 0 else { throw .file(.read, path: "\(folder)/\(path)", code: errno) }
        defer { close(source) }
        let copy = openat(into, entry.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
        guard copy >= 0 else { throw .file(.write, path: "\(target)/\(path)", code: errno) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var failure: BuildError?
        while failure == nil {
            let count = read(source, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { failure = .file(.read, path: "\(folder)/\(path)", code: errno) }
            if count <= 0 { break }
            let code = buffer.withUnsafeBytes {
                FileSystem.writeAll(UnsafeRawBufferPointer(rebasing: $0[..<count]), to: copy)
            }
            if code != 0 { failure = .file(.write, path: "\(target)/\(path)", code: code) }
        }
        if close(copy) != 0 && failure == nil { failure = .file(.write, path: "\(target)/\(path)", code: errno) }
        if let failure { throw failure }
    }
}
