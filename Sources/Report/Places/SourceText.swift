import Foundation

/// The text of a file, with the place of each of its bytes.
struct SourceText: Sendable {
    /// The file as a reader names it.
    let file: String
    let bytes: [UInt8]
    private let lineStarts: [Int]

    /// Bytes of a line that are kept with a place in it.
    private static let lineLimit = 10_000

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The text of the file at `url`.
    ///
    /// - Throws: `ReportError.unreadable` when there is no such file or it is not UTF-8.
    init(contentsOf url: URL, named file: String) throws(ReportError) {
        guard let data = FileManager.default.contents(atPath: url.path) else { throw .missingFile(file) }
        guard let bytes = Self.normal([UInt8](data)) else { throw .notText(file) }
        self.init(file: file, bytes: bytes)
    }

    /// `bytes` without a mark of their order, with line feeds alone at the ends of lines, and with accents on their letters (NFC);
    /// nil where they are not UTF-8.
    static func normal(_ bytes: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var bytes = bytes
        if bytes.contains(where: { $0 >= 0xCC }), !text.unicodeScalars.allSatisfy(\.properties.isNormal) {
            bytes = Array(text.precomposedStringWithCanonicalMapping.utf8)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\r") {
                lines.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
                lines.append(byte)
            }
            previous = byte
        }
        return lines
    }

    /// The bytes of `range` as text.
    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
    }

    /// The offset of the first byte of `line`, counted from 1.
    func offset(line: Int, column: Int) -> Int {
        guard lineStarts.indices.contains(line - 1) else { return bytes.count }
        return min(lineStarts[line - 1] + max(column - 1, 0), bytes.count)
    }

    /// The offset of the first byte of the line in which byte `offset` stands.
    func lineStart(of offset: Int) -> Int {
        lineStarts[lineIndex(of: offset)]
    }

    /// The place of byte `offset`.
    func place(_ offset: Int) -> Place {
        let index = lineIndex(of: offset)
        let start = lineStarts[index]
        let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
        return Place(
            file: file, line: index + 1, column: text(start..<max(start, min(offset, end))).count + 1,
            text: text(start..<max(start, min(end, start + Self.lineLimit))))
    }

    /// The place that another one was in a text of the same bytes.
    func place(line: Int, column: Int) -> Place {
        Place(file: file, line: line, column: column, text: place(offset(line: line, column: 1)).text)
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

extension Unicode.Scalar.Properties {
    /// Whether the letter joins no other and is no other's compound, so that a text of such letters is normal as it is.
    fileprivate var isNormal: Bool { canonicalCombiningClass == .notReordered && !isFullCompositionExclusion }
}
