import Foundation
import LinearAlgebra

/// A NumPy array of one or two dimensions in the NPY format, versions 1 to 3: real numbers of 4 or 8 bytes, integers of up to
/// 8 bytes and truth values, in either byte order and either order of the dimensions.
public struct NPYFile: Sendable, Equatable {
    /// A matrix; one dimension is a column.
    public let values: Matrix
    /// Whether the array has one dimension.
    public let isVector: Bool

    private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

    /// Reads a file.
    /// - Throws: `LearningError.dataFile` with the file's name.
    public init(contentsOf url: URL) throws(LearningError) {
        let name = url.lastPathComponent
        let bytes: [UInt8]
        do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
            throw .dataFile(name: name, .unreadable(reason: error.localizedDescription))
        }
        try self.init(bytes, name: name)
    }

    /// Reads bytes.
    /// - Throws: `LearningError.dataFile` with `name`.
    public init(_ bytes: [UInt8], name: String) throws(LearningError) {
        let start: Int
        let header: NPYHeader
        do throws(DataFileFault) {
            (header, start) = try NPYFile.header(bytes)
        } catch { throw .dataFile(name: name, error) }
        // Two dimensions below 2³¹ don't overflow, but their bytes may.
        let count = header.shape.reduce(1, *)
        let size = min(count, 1 << 59) * header.type.size
        let rest = bytes.count - start
        if rest < size { throw .dataFile(name: name, .bodyCut(dimensions: header.shape, bytes: rest)) }
        if rest > size { throw .dataFile(name: name, .trailingBytes(count: rest - size)) }
        let numbers = bytes[start...].withUnsafeBytes { body in
            (0..<count).map { header.type.number(body, at: $0 * header.type.size) }
        }
        isVector = header.shape.count == 1
        let (rows, columns) = (header.shape[0], isVector ? 1 : header.shape[1])
        values =
            header.isFortranOrder
            ? Matrix(rows: columns, columns: rows, elements: numbers).transposed
            : Matrix(rows: rows, columns: columns, elements: numbers)
    }

    /// The bytes of an NPY file of little-endian doubles, row by row.
    public static func bytes(of matrix: Matrix) -> [UInt8] {
        bytes(shape: "(\(matrix.rows), \(matrix.columns))", matrix.elements)
    }

    /// The bytes of an NPY file of one dimension.
    public static func bytes(of vector: [Double]) -> [UInt8] { bytes(shape: "(\(vector.count),)", vector) }

    private static func bytes(shape: String, _ numbers: [Double]) -> [UInt8] {
        var header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }"
        // Magic, version, length and header together are a multiple of 64 bytes long.
        let prefix = magic.count + 4
        header += String(repeating: " ", count: 63 - (prefix + header.utf8.count) % 64) + "\n"
        let length = UInt16(header.utf8.count)
        let body = numbers.map { $0.bitPattern.littleEndian }.withUnsafeBytes { Array($0) }
        return magic + [1, 0, UInt8(length & 0xff), UInt8(length >> 8)] + Array(header.utf8) + body
    }

    private static func header(_ bytes: [UInt8]) throws(DataFileFault) -> (NPYHeader, Int) {
        guard bytes.starts(with: magic) else { throw .notNPY }
        guard bytes.count >= 10 else { throw .headerCut(bytes: bytes.count, needed: 10) }
        guard 1...3 ~= bytes[6] else { throw .otherVersion(Int(bytes[6])) }
        let width = bytes[6] == 1 ? 2 : 4
        let start = 8 + width
        guard bytes.count >= start else { throw .headerCut(bytes: bytes.count, needed: start) }
        let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count - start >= length else { throw .headerCut(bytes: bytes.count, needed: start + length) }
        return (try NPYHeader(String(decoding: bytes[start..<start + length], as: UTF8.self)), start + length)
    }
}
