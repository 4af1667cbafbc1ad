import Build
import Foundation
import Hashing
import Learning
import Notebook

/// A folder in which the files of a data set lie, packed or not.
struct DataFolder: Sendable {
    let url: URL

    init(_ url: URL) { self.url = url }

    /// Bytes of the largest file once it is unpacked: no more are unpacked to learn their checksum.
    private static let unpackedLimit = 1 << 26

    /// Where the file called `name` lies.
    func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

    /// Whether the file is there, packed or not.
    ///
    /// - Throws: `FetchError.otherFile` when another is.
    func holds(_ file: DataSet.File) throws -> Bool {
        for name in [file.name, file.fetchedName] {
            guard let found = try Self.checksum(of: path(name)) else { continue }
            guard found == .sum(file.checksum) else {
                throw FetchError.otherFile(path: path(name), found: found.text, expected: file.checksum)
            }
            return true
        }
        return false
    }

    /// What a file's unpacked bytes are.
    enum Checksum: Equatable {
        case sum(String)
        /// They can't be unpacked, or are more than any file of a data set holds.
        case none

        var text: String? { if case .sum(let text) = self { text } else { nil } }
    }

    /// SHA-256 of the unpacked bytes of the file at `path`; nil where there is none.
    static func checksum(of path: String) throws -> Checksum? {
        guard let data = try InputFiles.contents(of: URL(filePath: path)) else { return nil }
        let bytes = [UInt8](data)
        guard Gzip.isCompressed(bytes) else { return .sum(Digest(of: bytes).hex) }
        do {
            let name = URL(filePath: path).lastPathComponent
            return .sum(Digest(of: try Gzip.unpack(bytes, name: name, limit: unpackedLimit)).hex)
        } catch LearningError.dataFile {
            return Checksum.none
        }
    }
}
