import Foundation
import Hashing

/// Digests of files and folders that a report is made from besides sections.
public enum InputFiles {
    /// The digest of the names and bytes of everything below `folder`.
    ///
    /// - Throws: `BuildError.file` when something cannot be read.
    public static func digest(of folder: URL) throws(BuildError) -> String {
        let base = folder.path(percentEncoded: false).withoutTrailingSlash
        var hasher = Digest.Hasher()
        for path in try OutputFile.paths(in: base) {
            hasher.update(field: path)
            hasher.update(Digest(of: try FileSystem.contents(of: "\(base)/\(path)") ?? Data()).bytes)
        }
        return hasher.finalize().hex
    }

    /// What tells cheaply whether any of `paths` changed: size, time of change and inode, links followed.
    public static func stamps(of paths: [String]) -> String {
        paths.map { "\($0) \(FileStamp(of: $0)?.text ?? "none")" }.joined(separator: "\n")
    }
}
