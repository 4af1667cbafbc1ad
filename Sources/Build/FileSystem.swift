import CLinux
import Foundation

/// The few file operations that must be whole or not at all, on paths; every failure carries the path and its errno.
///
/// Only regular files are ever read: a pipe or a device would be waited for or never end.
enum FileSystem {
    /// Bytes of the largest file that is read where nothing else is said.
    static let readLimit = 1 << 30

    /// The bytes of the file at `path`, or nil when there is none.
    ///
    /// A file that another machine replaced while it was read, as on NFS, is read again.
    ///
    /// - Parameters:
    ///   - limit: how many bytes it may hold.
    ///   - followsLinks: whether a link is read as what it leads to.
    static func contents(
        of path: String, limit: Int = readLimit, followsLinks: Bool = true
    ) throws(BuildError) -> Data? {
        for _ in 0..<8 {
            do {
                return try contentsOnce(of: path, limit, followsLinks)
            } catch .file(_, _, ESTALE) {
                continue
            }
        }
        return try contentsOnce(of: path, limit, followsLinks)
    }

    private static func contentsOnce(
        of path: String, _ limit: Int, _ followsLinks: Bool
    ) throws(BuildError) -> Data? {
        // A pipe without a writer would be waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: return nil
            case ENXIO: throw .notRegular(path: path)
            case ELOOP where !followsLinks: throw .notRegular(path: path)
            default: throw .file(.read, path: path, code: errno)
            }
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(.read, path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
        guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
        // One byte more than there should be, so that the second reading finds the end.
        var data = Data(count: Int(status.st_size) + 1)
        var length = 0
        while true {
            if length == data.count { data.count = min(2 * length, limit + 1) }
            guard length <= limit else { throw .tooLarge(path: path, limit: limit) }
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

    /// Writes `data` to a new file `temporary` and renames it to `path`: nobody ever sees a part of it. What is no file at
    /// `path` goes.
    static func write(_ data: Data, to path: String, through temporary: String) throws(BuildError) {
        try create(temporary, holding: data, for: path)
        if rename(temporary, path) == 0 { return }
        var code = errno
        if code == EISDIR {
            do {
                try remove(path)
                if rename(temporary, path) == 0 { return }
                code = errno
            } catch {
                unlink(temporary)
                throw error
            }
        }
        unlink(temporary)
        throw .file(.write, path: path, code: code)
    }

    /// Writes `data` to a new file; on failure there is none.
    ///
    /// - Parameter path: what an error names, when not the file itself.
    static func create(_ file: String, holding data: Data, for path: String? = nil) throws(BuildError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .file(.write, path: path ?? file, code: errno) }
        var failure = data.withUnsafeBytes { writeAll($0, to: descriptor) }
        if close(descriptor) != 0 && failure == 0 { failure = errno }
        if failure != 0 {
            unlink(file)
            throw .file(.write, path: path ?? file, code: failure)
        }
    }

    /// Writes all of `bytes`; returns the errno of what failed, or 0.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
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
