import Foundation
import Hashing

/// What the pages of a report can be made again with, each under its name, in one note of the store: its first lines say where
/// each begins, so that one is read without the others.
public struct Excerpts: Sendable {
    private let data: Data
    /// Hexadecimal digest of the lines that say where each begins and what its digest is.
    public let digest: String
    private let indexEnd: Int

    /// - Parameter texts: by names without spaces.
    public init(_ texts: [String: Data]) {
        var (index, bodies) = ("", Data())
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            index += "\(name) \(bodies.count) \(text.count) \(Digest(of: text).hex)\n"
            bodies += text
        }
        index += "\n"
        data = Data(index.utf8) + bodies
        indexEnd = index.utf8.count
        digest = Digest(of: index).hex
    }

    /// What was kept for `output` with an index of the digest; nil when there is nothing or it is damaged, which is told.
    public init?(of output: OutputFolder, digest: String, in store: Store) throws(BuildError) {
        let name = Self.name(output, store)
        guard !digest.isEmpty, let data = try store.note(name) else { return nil }
        let end = data.range(of: Data("\n\n".utf8))?.upperBound ?? 0
        guard Digest(of: data[..<end]).hex == digest else {
            store.reportDamaged(note: name)
            return nil
        }
        (self.data, self.digest, indexEnd) = (data, digest, end)
    }

    /// What was kept under `name`; nil for nothing, and for what is not what was kept.
    public subscript(name: String) -> Data? {
        guard let range = data.range(of: Data("\n\(name) ".utf8), in: 0..<indexEnd) ?? first(name) else { return nil }
        let line = data[range.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
        let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard fields.count == 3, let start = Int(fields[0]), let count = Int(fields[1]), start >= 0, count >= 0,
            start <= data.count - indexEnd, count <= data.count - indexEnd - start
        else { return nil }
        let text = data[(indexEnd + start)..<(indexEnd + start + count)]
        return Digest(of: text).hex == fields[2] ? Data(text) : nil
    }

    private func first(_ name: String) -> Range<Int>? {
        data.starts(with: "\(name) ".utf8) ? 0..<(name.utf8.count + 1) : nil
    }

    /// Keeps them for `output`.
    public func keep(for output: OutputFolder, in store: Store) throws(BuildError) {
        try store.keepNote(data, Self.name(output, store))
    }

    private static func name(_ output: OutputFolder, _ store: Store) -> String { "pages-\(store.name(of: output))" }
}
