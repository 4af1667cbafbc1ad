import Foundation

/// What has arrived of a file, locked: of two fetches at once one waits for the other.
final class PartFile {
    let path: String
    private let descriptor: Int32

    /// Opens the file at `path`, empty where there is none.
    ///
    /// - Parameter waits: called once when another process has it.
    /// - Throws: `FetchError.partIsNoFile` for a link or a device, `FetchError.cannotWrite`.
    init(_ path: String, waits: () -> Void) throws(FetchError) {
        self.path = path
        while true {
            let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
            guard file >= 0 else {
                throw [ELOOP, EISDIR, ENXIO].contains(errno)
                    ? .partIsNoFile(path) : .cannotWrite(path: path, code: errno)
            }
            var (own, named) = (stat(), stat())
            guard fstat(file, &own) == 0, own.st_mode & S_IFMT == S_IFREG else {
                close(file)
                throw .partIsNoFile(path)
            }
            if flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                waits()
                while flock(file, LOCK_EX) != 0, errno == EINTR {}
            }
            // Whoever had it may have given it its name meanwhile.
            if lstat(path, &named) == 0, named.st_ino == own.st_ino {
                descriptor = file
                return
            }
            close(file)
        }
    }

    deinit { close(descriptor) }

    /// Bytes that have arrived.
    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Forgets what has arrived.
    func empty() throws(FetchError) {
        guard ftruncate(descriptor, 0) == 0 else { throw .cannotWrite(path: path, code: errno) }
    }

    /// Removes the file if nothing has arrived.
    func removeIfEmpty() {
        if size == 0 { unlink(path) }
    }

    /// Gives the file its name, once its bytes are on the disk.
    func settle(as target: String) throws(FetchError) {
        guard fsync(descriptor) == 0, rename(path, target) == 0 else {
            throw .cannotWrite(path: target, code: errno)
        }
    }
}
