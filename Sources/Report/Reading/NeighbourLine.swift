/// A line that may begin with markup of another dialect.
struct NeighbourLine {
    private let bytes: ArraySlice<UInt8>
    private let isFirst: Bool

    /// Where such markup means something.
    enum Place {
        case anywhere
        /// Only where a block begins.
        case first
        /// Only where it makes up all of a block's lines.
        case whole
    }

    /// - Parameters:
    ///   - bytes: what is left of the block, from the line on.
    ///   - isFirst: whether the block begins with it.
    init(_ bytes: ArraySlice<UInt8>, isFirst: Bool) {
        self.bytes = bytes
        self.isFirst = isFirst
    }

    /// The markup at its beginning that `pattern` describes, which is looked at only where the line begins with `start` and,
    /// but for white space, ends with `end`.
    func markup(
        _ start: String, to end: String = "", _ pattern: @autoclosure () -> Regex<Substring>, instead: String,
        _ place: Place = .anywhere
    ) -> (markup: String, instead: String)? {
        // By bytes at first, for a book has thousands of lines, and each pattern is compiled when it is looked at.
        guard bytes.starts(with: start.utf8), place == .anywhere || isFirst else { return nil }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard place != .whole || line.count == bytes.count, line.trimmingSpace.ends(with: end.utf8) else { return nil }
        return String(decoding: line, as: UTF8.self).prefixMatch(of: pattern()).map {
            (String($0.output).trimming, instead)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingSpace: ArraySlice {
        self[..<(lastIndex { !" \t\r".utf8.contains($0) }.map { $0 + 1 } ?? startIndex)]
    }

    fileprivate func ends(with end: String.UTF8View) -> Bool { suffix(end.count).elementsEqual(end) }
}
