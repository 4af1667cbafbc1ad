import Foundation

/// The source files below a folder, named by their paths within it, so that a digest depends neither on where the
/// folder lies nor on when its files were written.
public struct SourceTree: Sendable {
    /// Paths below the root with their contents' digests, sorted by path.
    public let files: [(path: String, digest: Digest)]

    /// Reads every regular file below `root`; hidden ones are left out.
    ///
    /// - Throws: when a file cannot be read.
    public init(root: URL) throws {
        let base = root.standardizedFileURL.path(percentEncoded: false)
        let prefix = base.hasSuffix("/") ? base : base + "/"
        var files: [(path: String, digest: Digest)] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: base) {
            var isFolder: ObjCBool = false
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            guard !isHidden, FileManager.default.fileExists(atPath: prefix + path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files.append((path, Digest(of: try Data(contentsOf: URL(filePath: prefix + path)))))
        }
        self.files = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    }

    /// The digest of the names and contents of the files that `belongs` admits.
    public func digest(where belongs: (String) -> Bool) -> Digest {
        var hasher = Digest.Hasher()
        for file in files where belongs(file.path) {
            hasher.update(field: file.path)
            hasher.update(file.digest.bytes)
        }
        return hasher.finalize()
    }
}
