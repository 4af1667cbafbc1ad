import Foundation
import Synchronization

/// Hears from the kernel what changes below some folders, and in the files that links there lead to.
public final class FolderWatch: Sendable {
    private let descriptor: Int32
    private let state = Mutex(State())
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR | IN_EXCL_UNLINK)

    private struct State {
        /// The folder behind each watch.
        var folders: [Int32: Folder] = [:]
        /// Paths of links, by the files outside that they lead to.
        var links: [String: String] = [:]
    }

    private struct Folder {
        let path: String
        /// Whether folders that appear in it are watched as well.
        let isDeep: Bool
        /// Whether only files that links lead to are of interest.
        let isForLinks: Bool
    }

    /// What has changed.
    public struct Changes: Sendable, Equatable {
        public var paths: Set<String>
        /// Whether more has changed than the kernel remembers: anything may have.
        public var hasOverflown: Bool

        public init(paths: Set<String> = [], hasOverflown: Bool = false) {
            self.paths = paths
            self.hasOverflown = hasOverflown
        }

        var isEmpty: Bool { paths.isEmpty && !hasOverflown }

        /// Adds what else has changed.
        public mutating func formUnion(_ other: Changes) {
            paths.formUnion(other.paths)
            hasOverflown = hasOverflown || other.hasOverflown
        }
    }

    public init() throws(PreviewError) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { throw errno == EMFILE ? .tooManyWatchers : .system("inotify", code: errno) }
    }

    deinit { close(descriptor) }

    /// Watches `folder` and, when `isDeep`, everything below it and what links there lead to; a folder that is not there is no
    /// failure.
    public func watch(_ folder: String, isDeep: Bool) throws(PreviewError) {
        guard try add(folder, isDeep: isDeep, isForLinks: false), isDeep,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return }
        for name in names where !name.hasPrefix(".") { try look(at: "\(folder)/\(name)") }
    }

    /// Watches what lies at `path` in a deep folder, if that can change by itself: a folder, or what a link leads to.
    private func look(at path: String) throws(PreviewError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: try watch(path, isDeep: true)
        case S_IFLNK:
            let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
            guard stat(target, &status) == 0 else { return }
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            state.withLock { $0.links[target.withoutSlash] = path }
            try _ = add(
                isFolder ? target.withoutSlash : (target as NSString).deletingLastPathComponent, isDeep: false,
                isForLinks: !isFolder)
        default: return
        }
    }

    /// - Returns: whether there is such a folder that was not watched as much before.
    private func add(_ folder: String, isDeep: Bool, isForLinks: Bool) throws(PreviewError) -> Bool {
        let number = inotify_add_watch(descriptor, folder, Self.mask)
        guard number >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR, ELOOP: return false
            case ENOSPC: throw .tooManyFolders
            default: throw .system("inotify, '\(folder)'", code: errno)
            }
        }
        return state.withLock { state in
            if let known = state.folders[number] {
                // The same folder by two names, or asked for again: the wider watch stays.
                let isWider = known.isForLinks && !isForLinks || !known.isDeep && isDeep || known.path != folder
                guard isWider && !(isForLinks && !known.isForLinks) else { return isDeep }
            }
            state.folders[number] = Folder(path: folder, isDeep: isDeep, isForLinks: isForLinks)
            return true
        }
    }

    /// The paths that changed among those of interest, once no more of them has for `quiet` seconds, but `patience` seconds
    /// after the first at the latest. Waits for the first; hidden files and what editors leave meanwhile are left out.
    public func next(
        quiet: Double, patience: Double = 0.5, among isOfInterest: (String) -> Bool = { _ in true }
    ) throws(PreviewError) -> Changes {
        var changes = Changes()
        var first: ContinuousClock.Instant?
        var last = ContinuousClock.now
        while true {
            let now = ContinuousClock.now
            if let first {
                let left = min(quiet - (now - last) / .seconds(1), patience - (now - first) / .seconds(1))
                if left <= 0 || !wait(seconds: left) { return changes }
            } else {
                _ = wait(seconds: nil)
            }
            let news = try taken()
            let paths = news.paths.filter(isOfInterest)
            guard !paths.isEmpty || news.hasOverflown else { continue }
            changes.formUnion(Changes(paths: paths, hasOverflown: news.hasOverflown))
            last = ContinuousClock.now
            first = first ?? last
        }
    }

    /// Forgets what has changed so far; returns it.
    public func taken() throws(PreviewError) -> Changes {
        var changes = Changes()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return changes }
            var place = 0
            while place < count {
                let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: inotify_event.self) }
                let start = place + MemoryLayout<inotify_event>.size
                let name = String(decoding: buffer[start..<(start + Int(event.len))].prefix { $0 != 0 }, as: UTF8.self)
                place = start + Int(event.len)
                if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { changes.hasOverflown = true }
                if event.mask & UInt32(IN_IGNORED) != 0 { state.withLock { $0.folders[event.wd] = nil } }
                if let path = try path(of: event, name) { changes.paths.insert(path) }
            }
        }
    }

    private func path(of event: inotify_event, _ name: String) throws(PreviewError) -> String? {
        guard !name.isEmpty, let folder = state.withLock({ $0.folders[event.wd] }) else { return nil }
        let path = "\(folder.path)/\(name)"
        let (link, folderLink) = state.withLock { ($0.links[path], $0.links[folder.path]) }
        if let link, !folder.isDeep, event.mask & UInt32(IN_CREATE) == 0 { return link }
        if folder.isForLinks || Litter.holds(name) { return nil }
        let isFolder = event.mask & UInt32(IN_ISDIR) != 0
        if isFolder {
            if folder.isDeep { try watch(path, isDeep: true) }
        } else if event.mask & UInt32(IN_CREATE) != 0 {
            var status = stat()
            // A new file is told of when it is written, which follows; a link never is.
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
            if folder.isDeep { try look(at: path) }
        } else if folder.isDeep && event.mask & UInt32(IN_MOVED_TO) != 0 {
            try look(at: path)
        }
        return folderLink.map { "\($0)/\(name)" } ?? path
    }

    private func wait(seconds: Double?) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = Glibc.poll(&poll, 1, seconds.map { Int32(max(1, $0 * 1000)) } ?? -1)
            if ready >= 0 { return ready > 0 }
        }
    }
}

extension String {
    fileprivate var withoutSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
