/// Goes through the text of one block and finds what Markdown must not see.
struct LeafScanner {
    let leaf: LeafText
    let source: SourceText
    /// Where in the source the text begins that cmark was given.
    let base: Int
    let window: Range<Int>
    let bytes: [UInt8]
    var masks: [Mask] = []
    var problems: [Problem] = []
    /// Whether the last mask reaches beyond this block, so that the rest of the page is other blocks than cmark said.
    var reachesFurther = false
    var at = 0

    /// - Parameter done: the offset in the source from which on it is scanned.
    init(_ leaf: LeafText, source: SourceText, window: Range<Int>, from done: Int) {
        self.leaf = leaf
        self.source = source
        self.window = window
        base = window.lowerBound
        bytes = leaf.bytes
        at = leaf.offsets.firstIndex { $0 + base >= done } ?? bytes.count
    }

    /// Where in the source byte `index` stands.
    func offset(_ index: Int) -> Int { leaf.offsets[min(index, bytes.count)] + base }

    mutating func scan() {
        while at < bytes.count, !reachesFurther {
            if isLineStart(at), leaf.kind != .cell,
                let (markup, instead) = Neighbour.block(bytes[at...], isFirst: at == 0)
            {
                add(.foreign(markup, instead: instead), at: at)
                at += markup.utf8.count
                continue
            }
            if "[=+%'^{#".utf8.contains(bytes[at]),
                let (markup, instead) = Neighbour.inline(bytes[at...], before: at > 0 ? bytes[at - 1] : nil)
            {
                add(.foreign(markup, instead: instead), at: at)
                at += markup.utf8.count
                continue
            }
            switch bytes[at] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "<"): address()
            case UInt8(ascii: "$"): formula()
            case UInt8(ascii: "{"): brace()
            case UInt8(ascii: "["): bracket()
            case UInt8(ascii: "]"): linkTarget()
            case UInt8(ascii: "@"): mention()
            case UInt8(ascii: "~"), UInt8(ascii: "^"): shifted()
            case UInt8(ascii: "&"): entity()
            default: at += 1
            }
        }
    }

    mutating func cover(_ range: Range<Int>, _ content: Mask.Content) {
        let last = offset(range.upperBound - 1) + 1
        masks.append(Mask(range: offset(range.lowerBound)..<last, content: content))
        at = range.upperBound
    }

    mutating func add(_ kind: Problem.Kind, at index: Int) {
        problems.append(Problem(kind, at: place(index)))
    }

    func place(_ index: Int) -> Place { source.place(offset(index)) }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func starts(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    func isLineStart(_ index: Int) -> Bool { index == 0 || bytes[index - 1] == UInt8(ascii: "\n") }

    /// The index of `mark`, over escaped characters.
    func closing(_ mark: String, from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var next = start
        while next + mark.count <= bytes.count {
            if bytes[next...].starts(with: mark) { return next }
            next += bytes[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    func endOfLine(_ index: Int) -> Int {
        bytes[min(index, bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    func isSpace(_ index: Int) -> Bool { " \n\t".utf8.contains(bytes[index]) }
    func isDigit(_ byte: UInt8) -> Bool { "0123456789".utf8.contains(byte) }
}
