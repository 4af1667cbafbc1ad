import Foundation
import Glibc

/// A file of the report.
struct ProductFile: Sendable {
    /// Its path in the output folder: "figures/x.svg".
    let path: String
    let data: Data

    init(_ path: String, _ data: Data) {
        self.path = path
        self.data = data
    }

    init(_ path: String, _ text: String) {
        self.init(path, Data(text.utf8))
    }

    /// Writes the file below `folder`, whose folders exist, without waiting for the disk. It is a new one: what other
    /// folders hold of the file that was there stays as it is.
    ///
    /// - Throws: `ReportError.cannotWrite`.
    func write(to folder: URL) throws(ReportError) {
        let target = "\(folder.path(percentEncoded: false))/\(path)"
        var descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0, errno == EEXIST, unlink(target) == 0 {
            descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        }
        guard descriptor >= 0 else { throw .cannotWrite(path, reason: String(cString: strerror(errno))) }
        var failure = data.withUnsafeBytes { bytes -> Int32 in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno != EINTR { return errno }
                done += Swift.max(count, 0)
            }
            return 0
        }
        if close(descriptor) != 0 && failure == 0 { failure = errno }
        guard failure == 0 else { throw .cannotWrite(path, reason: String(cString: strerror(failure))) }
    }

    /// Makes the folders below `folder` that `paths` need, and `folder` itself.
    ///
    /// - Throws: `ReportError.cannotWrite`.
    static func makeFolders(for paths: [String], in folder: URL) throws(ReportError) {
        let base = folder.standardizedFileURL.path(percentEncoded: false)
        let names = Set(paths.map { ($0 as NSString).deletingLastPathComponent })
        for name in names.sorted() {
            let code = makeFolder("\(base)/\(name)")
            guard code == 0 else {
                throw .cannotWrite(name.isEmpty ? base : name, reason: String(cString: strerror(code)))
            }
        }
    }

    /// Makes a folder and those above it that are missing; returns the system's error.
    private static func makeFolder(_ path: String) -> Int32 {
        if mkdir(path, 0o777) == 0 || errno == EEXIST { return 0 }
        let parent = (path as NSString).deletingLastPathComponent
        guard errno == ENOENT, !parent.isEmpty, parent != path else { return errno }
        let code = makeFolder(parent)
        guard code == 0 else { return code }
        return mkdir(path, 0o777) == 0 || errno == EEXIST ? 0 : errno
    }
}

extension [ProductFile] {
    /// Writes every file below `folder`.
    ///
    /// - Throws: `ReportError.cannotWrite`.
    func write(to folder: URL) throws(ReportError) {
        try ProductFile.makeFolders(for: map(\.path), in: folder)
        for file in self { try file.write(to: folder) }
    }
}
