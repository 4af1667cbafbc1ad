import Dispatch
import Foundation
import Hashing
import Synchronization

/// Digests of files and folders that a report is made from besides sections.
public enum InputFiles {
    /// Bytes of the largest file that a report is made from.
    static let sizeLimit = 1 << 26

    /// The bytes of the file at `url`; nil for none.
    ///
    /// - Throws: `BuildError` for what is no regular file, too large or can't be read.
    public static func contents(of url: URL) throws(BuildError) -> Data? {
        try FileSystem.contents(of: url.path(percentEncoded: false), limit: sizeLimit)
    }

    /// The text of the file at `url`; nil for none.
    ///
    /// - Throws: as above, and `BuildError.notText`.
    public static func text(of url: URL) throws(BuildError) -> String? {
        guard let data = try contents(of: url) else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .notText(path: url.path(percentEncoded: false))
        }
        return text
    }

    /// The digest of the names and bytes of everything below `folder`.
    ///
    /// - Throws: `BuildError.file` when something cannot be read.
    public static func digest(of folder: URL) throws(BuildError) -> String {
        let base = folder.path(percentEncoded: false).withoutTrailingSlash
        let paths = try OutputFile.paths(in: base)
        let digests = Mutex([Result<Digest, BuildError>?](repeating: nil, count: paths.count))
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let digest = Result { () throws(BuildError) in
                Digest(of: try FileSystem.contents(of: "\(base)/\(paths[index])", limit: sizeLimit) ?? Data())
            }
            digests.withLock { $0[index] = digest }
        }
        var hasher = Digest.Hasher()
        for (path, digest) in zip(paths, digests.withLock { $0 }) {
            hasher.update(field: path)
            if let digest { hasher.update(try digest.get().bytes) }
        }
        return hasher.finalize().hex
    }

    /// What tells cheaply whether any of `paths` changed, came or went: size, time of change and inode, links followed.
    ///
    /// A path where nothing lies leaves no trace, so a further folder to look in changes nothing.
    public static func stamps(of paths: [String]) -> String {
        paths.compactMap { path in FileStamp(of: path).map { "\(path) \($0.text)" } }.joined(separator: "\n")
    }
}
