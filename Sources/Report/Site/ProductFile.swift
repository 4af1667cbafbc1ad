import Foundation

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
        var made: Set<String> = []
        for file in self {
            let url = folder.appending(path: file.path)
            let parent = url.deletingLastPathComponent()
            do {
                if made.insert(parent.path).inserted {
                    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                }
                try file.data.write(to: url)
            } catch {
                throw .cannotWrite(file.path, reason: Self.cause(of: error))
            }
        }
    }

    /// The system's own words for why a file can't be written, such as "No space left on device".
    private static func cause(of error: any Error) -> String {
        guard let system = (error as? CocoaError)?.underlying as? POSIXError else { return error.localizedDescription }
        return String(cString: strerror(system.code.rawValue))
    }
}
