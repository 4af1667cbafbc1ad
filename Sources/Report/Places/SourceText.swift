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
        let bytes = [UInt8](data)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText(file) }
        self.init(file: file, bytes: bytes)
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
