import CLinux
import Dispatch
import Foundation

/// A report in the making: a folder beside the output that takes its place in one step, or disappears.
///
/// A lock on the folder says that its build still runs; it ends with the process, however that ends. A network file system
/// may know no locks on folders: there a folder counts as left behind when nothing was added to it for a day.
public struct Staging: Sendable {
    /// The folder to write the report into.
    public let path: String
    public var url: URL { URL(filePath: path, directoryHint: .isDirectory) }
    private let output: String
    private let lock: Int32
    /// What is listed of the report that stands in the output.
    private let listing: ReportListing?
    private let obstacle: @Sendable (Obstacle) -> Void
    /// What the name of a report ends with that is replaced in two steps.
    static let replacedSuffix = ".old"

    /// - Returns: nil when another build took the folder for one left behind before the lock was on it.
    init?(
        path: String, output: String, listing: ReportListing?, obstacle: @escaping @Sendable (Obstacle) -> Void
    ) throws(BuildError) {
        self.path = path
        self.output = output
        self.listing = listing
        self.obstacle = obstacle
        try FileSystem.createFolder(path)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else {
            let code = errno
            if code == ENOENT { return nil }
            throw .file(.create, path: path, code: code)
        }
        let isLocked = flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        guard isLocked, FileSystem.kind(of: path) == .folder else {
            close(lock)
            return nil
        }
        OpenStagings.add(path)
    }

    /// The report kept at `place` as the beginning of another one.
    ///
    /// - Parameter isWanted: whether it serves; if not, it goes back to its place.
    /// - Returns: nil when it doesn't serve, or another build has it.
    init?(
        path: String, output: String, listing: ReportListing, obstacle: @escaping @Sendable (Obstacle) -> Void,
        taking place: String, if isWanted: (String) throws(BuildError) -> Bool
    ) throws(BuildError) {
        self.path = path
        self.output = output
        self.listing = listing
        self.obstacle = obstacle
        // What a link leads to is no report. It is locked before it can be met under its new name.
        lock = open(place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard lock >= 0 else { return nil }
        let isLocked = flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        guard isLocked, try isWanted(place), rename(place, path) == 0 else {
            close(lock)
            return nil
        }
        OpenStagings.add(path)
    }

    /// Writes `data` to the new file `name` of the report.
    public func write(_ data: Data, to name: String) throws(BuildError) {
        try FileSystem.create("\(path)/\(name)", holding: data)
    }

    /// The paths of all files of the report so far.
    public func files() throws(BuildError) -> [String] { try OutputFile.paths(in: path) }

    /// Takes over what a reader has put into the report that stands now. The report is whole but for that.
    public func takeOverOwnFiles() throws(BuildError) {
        guard let listing = try ReportListing(of: output) ?? listing else { return }
        try OwnFiles(of: output, besides: listing.files, for: path).carryOver()
    }

    /// Puts the report in the output's place and removes the one that was there.
    ///
    /// - Parameters:
    ///   - place: where the report that was there is kept instead of being removed.
    ///   - work: done once the report stands, while the one that was there is put away.
    /// - Returns: what `work` made.
    /// - Throws: `BuildError.file`; the output then is what it was, and the staging waits to be discarded.
    public func commit<Outcome>(
        keepingOldAt place: String? = nil, meanwhile work: () -> Outcome
    ) throws(BuildError) -> Outcome {
        let old = try OpenStagings.close(path) { () throws(BuildError) in try putInPlace() }
        let puttingAway = DispatchGroup()
        // An empty folder was no report to compare with.
        let kept = listing == nil ? nil : place
        if let old { DispatchQueue.global().async(group: puttingAway) { putAway(old, kept) } }
        let outcome = work()
        puttingAway.wait()
        close(lock)
        return outcome
    }

    /// Puts the report in the output's place as `commit(keepingOldAt:meanwhile:)` does.
    public func commit(keepingOldAt place: String? = nil) throws(BuildError) {
        try commit(keepingOldAt: place) {}
    }

    /// - Returns: where the report is now that was in the output's place; nil when there was none.
    private func putInPlace() throws(BuildError) -> String? {
        if rename(path, output) == 0 { return nil }
        let code = errno
        // sshfs says EPERM for whatever a server refuses, and so for a folder that holds something.
        let isTaken = code == EPERM && FileSystem.kind(of: output) == .folder
        guard isTaken || code == ENOTEMPTY || code == EEXIST else { throw .file(.exchange, path: output, code: code) }
        if linux_exchange(path, output) == 0 { return path }
        guard errno == EINVAL || errno == ENOSYS else { throw .file(.exchange, path: output, code: errno) }
        return try replaceInTwoSteps()
    }

    /// For file systems that can't exchange two folders: the output is missing for a moment.
    private func replaceInTwoSteps() throws(BuildError) -> String {
        let old = path + Self.replacedSuffix
        guard rename(output, old) == 0 else { throw .file(.exchange, path: output, code: errno) }
        guard rename(path, output) == 0 else {
            let code = errno
            rename(old, output)
            throw .file(.exchange, path: output, code: code)
        }
        return old
    }

    /// Keeps the report that was replaced at `place`, or removes it. The new one stands, so what can't be removed is left
    /// to its reader.
    private func putAway(_ old: String, _ place: String?) {
        do {
            if let place {
                try FileSystem.remove(place)
                try FileSystem.createFolder((place as NSString).deletingLastPathComponent)
                if rename(old, place) == 0 { return }
                if errno != EXDEV { obstacle(.notKept(path: place, code: errno)) }
            }
            try FileSystem.remove(old)
        } catch {
            if case .file(_, _, let code) = error { obstacle(.stays(path: old, code: code)) }
        }
    }

    /// Removes what was written; the output stays as it is.
    public func discard() {
        defer { close(lock) }
        do {
            try OpenStagings.close(path) { () throws(BuildError) in try FileSystem.remove(path) }
        } catch {
            if case .file(_, _, let code) = error { obstacle(.stays(path: path, code: code)) }
        }
    }

    /// Removes every unfinished report of this process and ends it by `end`.
    public static func abandonAll(_ end: () -> Never) -> Never {
        OpenStagings.abandonAll(end)
    }

    /// Removes the staging folder `entry` of `parent` unless a running build holds it.
    static func removeIfAbandoned(_ entry: FolderEntry, of parent: String) throws(BuildError) {
        let path = "\(parent)/\(entry.name)"
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else {
            if errno == EACCES { throw .file(.remove, path: path, code: EACCES) }
            return
        }
        defer { close(folder) }
        if flock(folder, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK && isOld(folder) {
            try FileSystem.remove(entry, of: parent)
        }
    }

    private static func isOld(_ folder: Int32) -> Bool {
        var status = stat()
        return fstat(folder, &status) == 0 && time(nil) - status.st_mtim.tv_sec > 86_400
    }
}
