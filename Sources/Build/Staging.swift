import CLinux
import Foundation

/// A report in the making: a folder beside the output that takes its place in one step, or disappears.
///
/// A lock on the folder says that its build still runs; it ends with the process, however that ends.
public struct Staging: Sendable {
    /// The folder to write the report into.
    public let path: String
    public var url: URL { URL(filePath: path, directoryHint: .isDirectory) }
    private let output: String
    private let lock: Int32

    init(path: String, output: String) throws(BuildError) {
        self.path = path
        self.output = output
        try FileSystem.createFolder(path)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .file(.create, path: path, code: errno) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0, FileSystem.kind(of: path) == .folder else {
            let code = errno
            close(lock)
            throw .file(.create, path: path, code: code)
        }
        OpenStagings.add(path)
    }

    /// Puts the report in the output's place and removes the one that was there.
    ///
    /// - Throws: `BuildError.file`; the output then is what it was, and the staging waits to be discarded.
    public func commit() throws(BuildError) {
        try OpenStagings.close(path) { () throws(BuildError) in try putInPlace() }
        close(lock)
    }

    private func putInPlace() throws(BuildError) {
        if rename(path, output) == 0 { return }
        let code = errno
        guard code == ENOTEMPTY || code == EEXIST else { throw .file(.exchange, path: output, code: code) }
        if linux_exchange(path, output) == 0 {
            removeOld(path)
        } else if errno == EINVAL || errno == ENOSYS {
            try replaceInTwoSteps()
        } else {
            throw .file(.exchange, path: output, code: errno)
        }
    }

    /// For file systems that can't exchange two folders: the output is missing for a moment.
    private func replaceInTwoSteps() throws(BuildError) {
        let old = path + ".old"
        guard rename(output, old) == 0 else { throw .file(.exchange, path: output, code: errno) }
        guard rename(path, output) == 0 else {
            let code = errno
            rename(old, output)
            throw .file(.exchange, path: output, code: code)
        }
        removeOld(old)
    }

    /// Removes the report that was replaced. The new one stands, so what can't be removed is left to the next build.
    private func removeOld(_ path: String) {
        _ = Result { try FileSystem.remove(path) }
    }

    /// Removes what was written; the output stays as it is.
    public func discard() throws(BuildError) {
        defer { close(lock) }
        try OpenStagings.close(path) { () throws(BuildError) in try FileSystem.remove(path) }
    }

    /// Removes every unfinished report of this process and ends it by `end`.
    public static func abandonAll(_ end: () -> Never) -> Never {
        OpenStagings.abandonAll(end)
    }

    /// Removes the staging folder at `path` unless a running build holds it.
    static func removeIfAbandoned(_ path: String) throws(BuildError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { close(folder) }
        if flock(folder, LOCK_EX | LOCK_NB) == 0 { try FileSystem.remove(path) }
    }
}
