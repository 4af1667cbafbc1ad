import CLinux
import Foundation

/// The few file operations that must be whole or not at all, on paths; every failure carries the path and its errno.
enum FileSystem {
    /// The bytes of the file at `path`, or nil when there is none.
    ///
    /// A file that another machine replaced while it was read, as on NFS, is read again.
    static func contents(of path: String) throws(BuildError) -> Data? {
        for _ in 0..<8 {
            do {
                return try contentsOnce(of: path)
            } catch .file(_, _, ESTALE) {
                continue
            }
        }
        return try contentsOnce(of: path)
    }

    private static func contentsOnce(of path: String) throws(BuildError) -> Data? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .file(.read, path: path, code: errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(.read, path: path, code: errno) }
        // One byte more than there should be, so that the second reading finds the end.
        var data = Data(count: Int(status.st_size) + 1)
        var length = 0
        while true {
            if length == data.count { data.count *= 2 }
            let count = data.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: length), $0.count - length)
            }
            if count == 0 { return data.prefix(length) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .file(.read, path: path, code: errno)
            }
            length += count
        }
    }

    /// Writes `data` to a new file `temporary` and renames it to `path`: nobody ever sees a part of it.
    static func write(_ data: Data, to path: String, through temporary: String) throws(BuildError) {
        try create(temporary, holding: data, for: path)
        if rename(temporary, path) != 0 {
            let code = errno
            unlink(temporary)
            throw .file(.write, path: path, code: code)
        }
    }

    /// Writes `data` to a new file; on failure there is none.
    ///
    /// - Parameter path: what an error names, when not the file itself.
    static func create(_ file: String, holding data: Data, for path: String? = nil) throws(BuildError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .file(.write, path: path ?? file, code: errno) }
        var failure = writeAll(data, to: descriptor)
        if close(descriptor) != 0 && failure == 0 { failure = errno }
        if failure != 0 {
            unlink(file)
            throw .file(.write, path: path ?? file, code: failure)
        }
    }

    private static func writeAll(_ data: Data, to descriptor: Int32) -> Int32 {
        data.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return 0
        }
    }

    /// Makes the folder `path` and those above it that are missing.
    static func createFolder(_ path: String) throws(BuildError) {
        if mkdir(path, 0o777) == 0 { return }
        switch errno {
        case EEXIST:
            guard kind(of: path) == .folder else { throw .file(.create, path: path, code: ENOTDIR) }
        case ENOENT:
            let parent = (path as NSString).deletingLastPathComponent
            guard !parent.isEmpty, parent != path else { throw .file(.create, path: path, code: ENOENT) }
            try createFolder(parent)
            if mkdir(path, 0o777) != 0 && errno != EEXIST { throw .file(.create, path: path, code: errno) }
        default:
            throw .file(.create, path: path, code: errno)
        }
    }

    /// Removes `path` and everything below it; nothing there is no failure.
    static func remove(_ path: String) throws(BuildError) {
        guard let kind = kind(of: path) else { return }
        if kind == .folder { try removeFolder(path) } else { try removeFile(path) }
    }

    private static func removeFolder(_ path: String) throws(BuildError) {
        for entry in try entries(in: path) {
            let inner = path + "/" + entry.name
            if entry.isFolder { try removeFolder(inner) } else { try removeFile(inner) }
        }
        if rmdir(path) != 0 && errno != ENOENT { throw .file(.remove, path: path, code: errno) }
    }

    private static func removeFile(_ path: String) throws(BuildError) {
        if unlink(path) != 0 && errno != ENOENT { throw .file(.remove, path: path, code: errno) }
    }

    /// The names in the folder `path`, sorted; none when it is not there.
    static func names(in path: String) throws(BuildError) -> [String] {
        try entries(in: path).map(\.name)
    }

    /// What lies in the folder `path`, sorted by name; nothing when it is not there.
    static func entries(in path: String) throws(BuildError) -> [(name: String, isFolder: Bool)] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw .file(.list, path: path, code: errno)
        }
        defer { closedir(folder) }
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            // Some file systems don't tell.
            let type = Int(entry.pointee.d_type)
            let isFolder = type == DT_UNKNOWN ? kind(of: path + "/" + name) == .folder : type == DT_DIR
            entries.append((name, isFolder))
        }
        return entries.sorted { $0.name < $1.name }
    }

    enum Kind { case file, folder, other }

    /// What lies at `path`, links not followed; nil for nothing.
    static func kind(of path: String) -> Kind? {
        FileStamp.status(of: path).map { status in
            switch status.st_mode & S_IFMT {
            case S_IFDIR: .folder
            case S_IFREG: .file
            default: .other
            }
        }
    }
}
