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

    /// Makes the folders below `folder` that `paths` need.
    ///
    /// - Throws: `ReportError.cannotWrite`.
    static func makeFolders(for paths: [String], in folder: URL) throws(ReportError) {
        for name in Set(paths.map { ($0 as NSString).deletingLastPathComponent }).sorted() {
            do {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: true)
            } catch {
                throw .cannotWrite(name, reason: cause(of: error))
            }
        }
    }

    /// The system's own words for why a folder can't be made, such as "No space left on device".
    private static func cause(of error: any Error) -> String {
        guard let system = (error as? CocoaError)?.underlying as? POSIXError else { return error.localizedDescription }
        return String(cString: strerror(system.code.rawValue))
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
