import Foundation
import Hashing
import Learning
import Notebook
import Tables

/// A table that the book declares, and where its file lies.
public struct BookTable: Sendable {
    public let set: DataSet
    private let folder: URL
    private let columns: [String]

    /// Nil for a data set that is no table.
    ///
    /// - Parameter data: the folder of the book's data sets.
    public init?(_ set: DataSet, in data: URL) {
        guard case .table(let columns) = set.contents else { return nil }
        self.set = set
        self.columns = columns
        folder = data.appending(path: set.name, directoryHint: .isDirectory)
    }

    /// All that decides what a study reads, as one text of its key.
    var key: String {
        ([set.name] + set.files.map(\.checksum) + columns).joined(separator: " ")
    }

    /// Reads the file, after its checksum.
    ///
    /// - Throws: `TableError` for a file that is missing or is another than the book declares, or that holds no table.
    public func read() throws -> DataTable {
        let file = set.files[0]
        let names = [file.name, file.fetchedName]
        for name in names {
            let url = folder.appending(path: name)
            guard let data = try InputFiles.contents(of: url) else { continue }
            let path = url.path(percentEncoded: false)
            let bytes = try unpacked([UInt8](data), path: path, expected: file.checksum)
            let found = Digest(of: bytes).hex
            guard found == file.checksum else {
                throw TableError.damaged(path: path, found: found, expected: file.checksum)
            }
            return try DataTable(bytes, file: file.name, names: columns)
        }
        throw TableError.missing(path: folder.appending(path: file.name).path(percentEncoded: false))
    }

    private func unpacked(_ bytes: [UInt8], path: String, expected: String) throws -> [UInt8] {
        guard Gzip.isCompressed(bytes) else { return bytes }
        do { return try Gzip.unpack(bytes, name: path, limit: InputFiles.sizeLimit) } catch {
            throw TableError.damaged(path: path, found: nil, expected: expected)
        }
    }
}
