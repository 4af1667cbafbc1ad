import Foundation
import Synchronization

/// Hears from the kernel what changes below some folders.
public final class FolderWatch: Sendable {
    private let descriptor: Int32
    /// The folder behind each watch, and whether folders that appear in it are watched as well.
    private let folders = Mutex<[Int32: (path: String, isDeep: Bool)]>([:])
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ONLYDIR | IN_EXCL_UNLINK)

    public init() throws(PreviewError) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { throw .system("inotify", code: errno) }
    }

    deinit { close(descriptor) }

    /// Watches `folder` and, when `isDeep`, everything below it, links not followed; a folder that is not there is no failure.
    public func watch(_ folder: String, isDeep: Bool) throws(PreviewError) {
        let number = inotify_add_watch(descriptor, folder, Self.mask)
        guard number >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return }
            throw .system("inotify, '\(folder)'", code: errno)
        }
        folders.withLock { $0[number] = (folder, isDeep) }
        guard isDeep, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
            try watch(path, isDeep: true)
        }
    }

    /// The paths that changed, once nothing more has for `quiet` seconds. Waits for the first; hidden files and editors'
    /// backups are left out.
    public func next(quiet: Double) throws(PreviewError) -> Set<String> {
        var changed: Set<String> = []
        while true {
            guard wait(seconds: changed.isEmpty ? nil : quiet) else { return changed }
            changed.formUnion(try taken())
        }
    }

    /// Forgets what has changed so far; returns it.
    public func taken() throws(PreviewError) -> Set<String> {
        var changed: Set<String> = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return changed }
            var place = 0
            while place < count {
                let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: inotify_event.self) }
                let start = place + MemoryLayout<inotify_event>.size
                let name = String(decoding: buffer[start..<(start + Int(event.len))].prefix { $0 != 0 }, as: UTF8.self)
                place = start + Int(event.len)
                if let path = try path(of: event, name) { changed.insert(path) }
            }
        }
    }

    private func path(of event: inotify_event, _ name: String) throws(PreviewError) -> String? {
        guard let folder = folders.withLock({ $0[event.wd] }), !name.isEmpty else { return nil }
        let path = "\(folder.path)/\(name)"
        let isFolder = event.mask & UInt32(IN_ISDIR) != 0
        if isFolder && folder.isDeep && !name.hasPrefix(".") { try watch(path, isDeep: true) }
        // A new file is told of when it is written, which follows.
        if !isFolder && event.mask & UInt32(IN_CREATE) != 0 { return nil }
        return name.hasPrefix(".") || name.hasSuffix("~") ? nil : path
    }

    private func wait(seconds: Double?) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = Glibc.poll(&poll, 1, seconds.map { Int32($0 * 1000) } ?? -1)
            if ready >= 0 { return ready > 0 }
        }
    }
}
