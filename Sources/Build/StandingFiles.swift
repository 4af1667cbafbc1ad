import Foundation

/// The files of a report that may serve the next one, too: what each was made from is known, and that it is still whole.
public struct StandingFiles: Sendable {
    private let files: [String: OutputFile]
    private let folder: String
    private let previous: PreviousReport?

    init(_ files: [OutputFile], in folder: String, previous: PreviousReport?) {
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        self.folder = folder
        self.previous = previous
    }

    /// The file at `path`, as it was when the report was made.
    subscript(path: String) -> OutputFile? { files[path] }

    /// Whether all files at `paths` were made from `key`.
    public func holds(_ paths: [String], madeFrom key: String) -> Bool {
        !key.isEmpty && paths.allSatisfy { files[$0]?.key == key }
    }

    /// Puts the files of `batches` into the empty folder `other`, too, where all of a batch were made from its key and nobody
    /// has changed them since: by links where the file system has them, so that nothing is written. The report before this
    /// one is used up.
    ///
    /// - Returns: for each batch whether it serves; of one that doesn't, nothing is put into `other`.
    public func take(
        _ batches: [(paths: [String], key: String)], into other: URL
    ) throws(BuildError) -> [Bool] {
        let target = other.path(percentEncoded: false).withoutTrailingSlash
        let held = batches.map { holds($0.paths, madeFrom: $0.key) ? $0.paths.compactMap { files[$0] } : nil }
        let wanted = held.compactMap(\.self).joined()
        let moved =
            try previous?.move(
                Dictionary(wanted.map { ($0.path, $0.stamp) }) { first, _ in first }, into: target) ?? []
        let missing = wanted.map(\.path).filter { !moved.contains($0) }
        for name in Set(missing.map { ($0 as NSString).deletingLastPathComponent }).sorted() where !name.isEmpty {
            try FileSystem.createFolder("\(target)/\(name)")
        }
        var taken: [Bool] = []
        for files in held {
            var serves = files != nil
            for file in files ?? [] where !moved.contains(file.path) {
                // The file is looked at where it is put: another build may put its own into the folder it came from.
                if try link(file.path, into: target), try file.isIntact(in: target) { continue }
                serves = false
                break
            }
            if !serves { for file in files ?? [] { try FileSystem.remove("\(target)/\(file.path)") } }
            taken.append(serves)
        }
        return taken
    }

    /// Whether `path` is in `target`, too, now.
    private func link(_ path: String, into target: String) throws(BuildError) -> Bool {
        if Glibc.link("\(folder)/\(path)", "\(target)/\(path)") == 0 { return true }
        switch errno {
        // Nothing there, or a file system without links.
        case ENOENT, ENOTDIR, EPERM, EXDEV, EMLINK, ENOSYS, EOPNOTSUPP: return false
        default: throw .file(.write, path: "\(target)/\(path)", code: errno)
        }
    }
}
