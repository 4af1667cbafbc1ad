import Foundation

/// The files of a report that may serve the next one, too: what each was made from is known, and that it is still whole.
public struct StandingFiles: Sendable {
    private let files: [String: OutputFile]
    private let folder: String

    init(_ files: [OutputFile], in folder: String) {
        self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        self.folder = folder
    }

    /// The file at `path`, as it was when the report was made.
    subscript(path: String) -> OutputFile? { files[path] }

    /// Whether all files at `paths` were made from `key`.
    public func holds(_ paths: [String], madeFrom key: String) -> Bool {
        !key.isEmpty && paths.allSatisfy { files[$0]?.key == key }
    }

    /// Puts the files at `paths` into `other`, too, if all of them were made from `key` and nobody has changed them since:
    /// by a link where the file system has them, so that nothing is written.
    ///
    /// - Returns: false when one of them does not serve; none is put into `other` then.
    public func take(_ paths: [String], madeFrom key: String, into other: URL) throws(BuildError) -> Bool {
        guard holds(paths, madeFrom: key) else { return false }
        let target = other.path(percentEncoded: false).withoutTrailingSlash
        for (index, file) in paths.compactMap({ files[$0] }).enumerated() {
            // The file is looked at where it is put: another build may put its own into the folder it came from.
            if try link(file.path, into: target), try file.isIntact(in: target) { continue }
            for path in paths.prefix(index + 1) { try FileSystem.remove("\(target)/\(path)") }
            return false
        }
        return true
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
