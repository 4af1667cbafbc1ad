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
}

extension [ProductFile] {
    /// Writes every file below `folder`.
    ///
    /// - Throws: `ReportError.cannotWrite`.
    func write(to folder: URL) throws(ReportError) {
        let base = folder.path(percentEncoded: false)
        var made: Set<String> = []
        for file in self {
            let parent = (file.path as NSString).deletingLastPathComponent
            if made.insert(parent).inserted {
                do {
                    try FileManager.default.createDirectory(
                        at: folder.appending(path: parent), withIntermediateDirectories: true)
                } catch {
                    throw .cannotWrite(file.path, reason: Self.cause(of: error))
                }
            }
            let code = Self.write(file.data, to: "\(base)/\(file.path)")
            guard code == 0 else { throw .cannotWrite(file.path, reason: String(cString: strerror(code))) }
        }
    }

    /// Writes a whole new file without waiting for the disk, as Foundation would for each file; returns the system's error.
    private static func write(_ data: Data, to path: String) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return errno }
        let failure = data.withUnsafeBytes { bytes -> Int32 in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno != EINTR { return errno }
                done += Swift.max(count, 0)
            }
            return 0
        }
        return close(descriptor) != 0 && failure == 0 ? errno : failure
    }

    /// The system's own words for why a folder can't be made, such as "No space left on device".
    private static func cause(of error: any Error) -> String {
        guard let system = (error as? CocoaError)?.underlying as? POSIXError else { return error.localizedDescription }
        return String(cString: strerror(system.code.rawValue))
    }
}
