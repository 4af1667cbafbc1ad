import Foundation

/// Something in a folder. Its name is kept byte by byte, for not every name is UTF-8.
struct FolderEntry {
    /// With the zero at its end.
    let bytes: [CChar]
    /// The name as text, repaired where it is none.
    let name: String
    let isFolder: Bool
}

extension FileSystem {
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

    /// Makes the folder `path`, and says whether it was not there before; of several who try one alone succeeds.
    static func claimFolder(_ path: String) throws(BuildError) -> Bool {
        if mkdir(path, 0o777) == 0 { return true }
        guard errno == EEXIST else { throw .file(.create, path: path, code: errno) }
        return false
    }

    /// Removes `path` and everything below it, links themselves and never what they lead to; nothing there is no failure.
    static func remove(_ path: String) throws(BuildError) {
        try remove(Array(path.utf8CString), in: AT_FDCWD, isFolder: kind(of: path) == .folder, shown: path)
    }

    /// Removes `entry` of the folder `path` and everything below it.
    static func remove(_ entry: FolderEntry, of path: String) throws(BuildError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { throw .file(.remove, path: "\(path)/\(entry.name)", code: errno) }
        defer { close(folder) }
        try remove(entry.bytes, in: folder, isFolder: entry.isFolder, shown: "\(path)/\(entry.name)")
    }

    private static func remove(
        _ name: [CChar], in folder: Int32, isFolder: Bool, shown path: String
    ) throws(BuildError) {
        if isFolder {
            let inner = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard inner >= 0 else {
                if errno == ENOENT { return }
                throw .file(.remove, path: path, code: errno)
            }
            defer { close(inner) }
            for entry in try entries(of: inner, shown: path) {
                try remove(entry.bytes, in: inner, isFolder: entry.isFolder, shown: "\(path)/\(entry.name)")
            }
        }
        if unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0) != 0 && errno != ENOENT {
            throw .file(.remove, path: path, code: errno)
        }
    }

    /// The names in the folder `path`, sorted; none when it is not there.
    static func names(in path: String) throws(BuildError) -> [String] {
        try entries(in: path).map(\.name)
    }

    /// What lies in the folder `path`, sorted by name; nothing when it is not there.
    static func entries(in path: String) throws(BuildError) -> [FolderEntry] {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            if errno == ENOENT { return [] }
            throw .file(.list, path: path, code: errno)
        }
        defer { close(folder) }
        return try entries(of: folder, shown: path)
    }

    /// What lies in the open folder `descriptor`, sorted by name.
    static func entries(of descriptor: Int32, shown path: String) throws(BuildError) -> [FolderEntry] {
        // The stream closes the descriptor it is given, and a copy would share its place in the folder.
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let folder = fdopendir(copy) else {
            let code = errno
            if copy >= 0 { close(copy) }
            throw .file(.list, path: path, code: code)
        }
        defer { closedir(folder) }
        var entries: [FolderEntry] = []
        while let entry = readdir(folder) {
            let bytes = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                }
            }
            let name = bytes.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
            if name == "." || name == ".." { continue }
            // Some file systems don't tell.
            let type = Int(entry.pointee.d_type)
            let isFolder =
                type == DT_UNKNOWN ? isFolder(bytes, in: descriptor) : type == DT_DIR
            entries.append(FolderEntry(bytes: bytes, name: name, isFolder: isFolder))
        }
        return entries.sorted { $0.name < $1.name }
    }

    private static func isFolder(_ name: [CChar], in folder: Int32) -> Bool {
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
