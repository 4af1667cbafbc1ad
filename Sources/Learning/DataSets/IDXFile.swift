import Foundation
import LinearAlgebra

/// An array of unsigned bytes in the IDX format of the MNIST files: a magic number that gives the number of
/// dimensions, the dimensions as big-endian 32-bit numbers, then the bytes, last dimension fastest.
public struct IDXFile: Sendable, Equatable {
    /// The file's name, for messages.
    public let name: String
    /// Length along each dimension, slowest first.
    public let dimensions: [Int]
    /// The whole unpacked file, header included.
    public let unpacked: [UInt8]

    /// The bytes after the header.
    public var body: ArraySlice<UInt8> { unpacked[(4 + 4 * dimensions.count)...] }

    /// Bytes of the largest file that is read.
    private static let sizeLimit = 1 << 30

    /// Reads a file, unpacking it when it is gzip data.
    /// - Parameter rank: how many dimensions the file must have.
    /// - Throws: `LearningError.dataFile` with the file's name.
    public init(contentsOf url: URL, rank: Int) throws(LearningError) {
        let bytes: [UInt8]
        var status = stat()
        // A pipe would be waited for, and a device never ends.
        if stat(url.path(percentEncoded: false), &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .dataFile(name: url.lastPathComponent, .unreadable(reason: "it is no regular file"))
            }
            guard status.st_size <= IDXFile.sizeLimit else {
                throw .dataFile(name: url.lastPathComponent, .unpackedTooLarge(limit: IDXFile.sizeLimit))
            }
        }
        do { bytes = [UInt8](try Data(contentsOf: url)) } catch {
            throw .dataFile(name: url.lastPathComponent, .unreadable(reason: error.localizedDescription))
        }
        try self.init(bytes, name: url.lastPathComponent, rank: rank)
    }

    /// Reads `bytes`, unpacking them when they are gzip data.
    /// - Throws: `LearningError.dataFile` with `name`.
    public init(_ bytes: [UInt8], name: String, rank: Int) throws(LearningError) {
        let unpacked = Gzip.isCompressed(bytes) ? try Gzip.unpack(bytes, name: name) : bytes
        let header = 4 + 4 * rank
        // 0x08 stands for unsigned bytes.
        let expected = UInt32(0x0800 + rank)
        if let found = IDXFile.word(unpacked, at: 0), found != expected {
            throw .dataFile(name: name, .wrongMagic(found: found, expected: expected))
        }
        var dimensions: [Int] = []
        for index in 0..<rank {
            guard let word = IDXFile.word(unpacked, at: 4 + 4 * index) else {
                throw .dataFile(name: name, .headerCut(bytes: unpacked.count, needed: header))
            }
            dimensions.append(Int(word))
        }
        // Above 2³⁰ bytes the product stops growing, so that it cannot overflow.
        let size = dimensions.reduce(1) { $0 > 1 << 30 ? $0 : $0 * $1 }
        let rest = unpacked.count - header
        if rest < size { throw .dataFile(name: name, .bodyCut(dimensions: dimensions, bytes: rest)) }
        if rest > size { throw .dataFile(name: name, .trailingBytes(count: rest - size)) }
        self.name = name
        self.dimensions = dimensions
        self.unpacked = unpacked
    }

    private static func word(_ bytes: [UInt8], at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        return bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
