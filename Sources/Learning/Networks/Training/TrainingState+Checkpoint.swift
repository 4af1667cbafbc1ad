import Foundation
import Hashing
import LinearAlgebra

/// A run's state as a file: a line that names the format, the SHA-256 of the rest, a line of JSON that tells the layout,
/// then parameters, velocity and squares as little-endian scalars. A run that is read back goes on to the same bytes.
extension TrainingState {
    private static var signature: String { "regbook checkpoint 1\n" }

    private struct Layout: Codable {
        let bits: Int
        let step: Int
        let blocks: [ParameterBlock]
        /// Whether squares of gradients follow the velocity.
        let hasSquares: Bool?
    }

    /// The whole state, every bit of it.
    public func checkpoint() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let layout = Layout(
            bits: MemoryLayout<Scalar>.size * 8, step: step, blocks: parameters.blocks,
            hasSquares: squares.isEmpty ? nil : true)
        var body = try encoder.encode(layout) + Data([UInt8(ascii: "\n")])
        for numbers in [parameters.values, velocity, squares] {
            numbers.withUnsafeBytes { body.append(contentsOf: $0) }
        }
        return Data(Self.signature.utf8) + Digest(of: body).bytes + body
    }

    /// Reads what `checkpoint()` wrote.
    ///
    /// - Parameter name: the file's name, for messages.
    /// - Throws: `LearningError.dataFile` when it is no checkpoint, damaged, or one of other scalars.
    public init(checkpoint data: Data, name: String) throws(LearningError) {
        let signature = Data(Self.signature.utf8)
        guard data.starts(with: signature) else { throw .dataFile(name: name, .notACheckpoint) }
        let rest = data.dropFirst(signature.count)
        let body = rest.dropFirst(32)
        guard rest.count > 32, Digest(of: body).bytes.elementsEqual(rest.prefix(32)),
            let end = body.firstIndex(of: UInt8(ascii: "\n")), let (layout, count) = Self.layout(body[..<end])
        else { throw .dataFile(name: name, .checkpointDamaged(bytes: data.count)) }
        let wanted = MemoryLayout<Scalar>.size
        guard layout.bits == wanted * 8 else {
            throw .dataFile(name: name, .otherScalars(bits: layout.bits, expected: wanted * 8))
        }
        let numbers = body[(end + 1)...]
        let arrays = layout.hasSquares == true ? 3 : 2
        guard layout.step >= 0, numbers.count % (arrays * wanted) == 0, numbers.count / (arrays * wanted) == count
        else {
            throw .dataFile(name: name, .checkpointDamaged(bytes: data.count))
        }
        let all = numbers.withUnsafeBytes { bytes in
            (0..<arrays * count).map { bytes.loadUnaligned(fromByteOffset: $0 * wanted, as: Scalar.self) }
        }
        self.init(NetworkParameters(blocks: layout.blocks, values: Array(all[..<count])))
        velocity = Array(all[count..<2 * count])
        squares = Array(all[(2 * count)...])
        step = layout.step
    }

    /// Writes the checkpoint to `file`: whole or not at all.
    public func write(to file: URL) throws { try checkpoint().write(to: file, options: .atomic) }

    /// Reads the checkpoint `file`.
    /// - Throws: as `init(checkpoint:name:)`.
    public init(contentsOf file: URL) throws(LearningError) {
        let data: Data
        do { data = try Data(contentsOf: file) } catch {
            throw .dataFile(name: file.lastPathComponent, .unreadable(reason: error.localizedDescription))
        }
        try self.init(checkpoint: data, name: file.lastPathComponent)
    }

    /// The layout and how many parameters it has.
    private static func layout(_ json: Data) -> (Layout, Int)? {
        do {
            let layout = try JSONDecoder().decode(Layout.self, from: json)
            return (layout, try NetworkParameters<Scalar>.count(of: layout.blocks))
        } catch {
            return nil
        }
    }
}
