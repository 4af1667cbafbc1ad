/// The text of a Swift file without what can't matter: comments, blank lines, indentation, and where lines break inside
/// parentheses and brackets.
///
/// Where it could be mistaken it leaves things as they are: a line with something like a regular expression stays whole, and
/// so does the rest of a file from the first thing on that it doesn't know the end of.
struct SwiftTokens {
    private let source: [UInt8]
    private var at = 0
    private var brackets: [UInt8] = []
    private var out: [UInt8] = []
    /// White space and comments since the last byte that was kept.
    private var gap = Gap.none
    private var keepsNewlines = false

    private enum Gap { case none, space, newline }

    /// The tokens of `source`, with a space or a new line between them where there was one or more.
    static func text(of source: some Sequence<UInt8>) -> [UInt8] {
        var tokens = SwiftTokens(Array(source))
        tokens.read()
        return tokens.out
    }

    private init(_ source: [UInt8]) {
        self.source = source
        out.reserveCapacity(source.count)
    }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        at + ahead < source.count ? source[at + ahead] : nil
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { source[at...].starts(with: $0) }
    }

    private mutating func read() {
        while let next = byte() {
            switch next {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                if gap == .none { gap = .space }
                at += 1
            case UInt8(ascii: "\n"):
                gap = .newline
                at += 1
            case UInt8(ascii: "/") where starts(with: "//"): skipLineComment()
            case UInt8(ascii: "/") where starts(with: "/*"): if !skipBlockComment() { keepRest() }
            case UInt8(ascii: "/") where mayBeginRegex: keepLine()
            case UInt8(ascii: "#") where mayBeginRawLiteral, UInt8(ascii: "`"): keepLine()
            case UInt8(ascii: "\""): if !keepString() { keepRest() }
            default: keepToken(next)
            }
        }
    }

    // MARK: What is left out

    private mutating func skipLineComment() {
        while let next = byte(), next != UInt8(ascii: "\n") { at += 1 }
        if gap == .none { gap = .space }
    }

    /// - Returns: false when the comment doesn't end.
    private mutating func skipBlockComment() -> Bool {
        let start = at
        var (depth, hasNewline) = (0, false)
        repeat {
            if starts(with: "/*") {
                depth += 1
                at += 2
            } else if starts(with: "*/") {
                depth -= 1
                at += 2
            } else if let next = byte() {
                hasNewline = hasNewline || next == UInt8(ascii: "\n")
                at += 1
            } else {
                at = start
                return false
            }
        } while depth > 0
        if hasNewline { gap = .newline } else if gap == .none { gap = .space }
        return true
    }

    // MARK: What is kept

    private mutating func keepToken(_ byte: UInt8) {
        let isClosing = byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        keepGap(before: byte)
        if isClosing { _ = brackets.popLast() }
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets.append(byte) }
        out.append(byte)
        at += 1
    }

    /// A new line means something between statements only.
    private mutating func keepGap(before next: UInt8) {
        defer { gap = .none }
        guard gap != .none, let last = out.last else { return }
        let isInside = !keepsNewlines && brackets.last.map { $0 != UInt8(ascii: "{") } ?? false
        let isAtEdge = last == UInt8(ascii: "{") || next == UInt8(ascii: "}")
        out.append(gap == .newline && !isInside && !isAtEdge ? UInt8(ascii: "\n") : UInt8(ascii: " "))
    }

    private mutating func keepLine() {
        keepGap(before: UInt8(ascii: "/"))
        let line = source[at...].prefix { $0 != UInt8(ascii: "\n") }
        // What goes on in the next line has no end that could be told here.
        let quotes = Array("\"\"\"".utf8)
        let goesOn =
            line.indices.contains { source[$0...].starts(with: quotes) || source[$0...].starts(with: "/*".utf8) }
            || line.first == UInt8(ascii: "#")
        guard !goesOn else { return keepRest() }
        // Its brackets were passed over uncounted, so nothing behind it can be said to lie inside parentheses.
        keepsNewlines = true
        out += line
        at += line.count
    }

    private mutating func keepRest() {
        keepGap(before: UInt8(ascii: "/"))
        out += source[at...]
        at = source.count
    }

    /// A string between quotation marks with what is interpolated, as it stands.
    ///
    /// - Returns: false when it doesn't end.
    private mutating func keepString() -> Bool {
        guard let end = endOfString(from: at) else { return false }
        keepGap(before: UInt8(ascii: "\""))
        out += source[at..<end]
        at = end
        return true
    }

    /// The place behind the string that begins at `start`; nil when it can't be found.
    private func endOfString(from start: Int) -> Int? {
        let isLong = source[start...].starts(with: "\"\"\"".utf8)
        var at = start + (isLong ? 3 : 1)
        while at < source.count {
            switch source[at] {
            case UInt8(ascii: "\"") where !isLong: return at + 1
            case UInt8(ascii: "\"") where source[at...].starts(with: "\"\"\"".utf8): return at + 3
            case UInt8(ascii: "\n") where !isLong: return nil
            case UInt8(ascii: "\\") where at + 1 < source.count && source[at + 1] == UInt8(ascii: "("):
                guard let end = endOfInterpolation(from: at + 2) else { return nil }
                at = end
            case UInt8(ascii: "\\"): at += 2
            default: at += 1
            }
        }
        return nil
    }

    /// The place behind the parenthesis that closes an interpolation whose code begins at `start`.
    private func endOfInterpolation(from start: Int) -> Int? {
        var (at, depth) = (start, 1)
        while at < source.count {
            switch source[at] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\""):
                guard let end = endOfString(from: at) else { return nil }
                at = end - 1
            // Comments, regular expressions and raw strings inside an interpolation.
            case UInt8(ascii: "#"), UInt8(ascii: "`"): return nil
            case UInt8(ascii: "/") where at + 1 < source.count && source[at + 1] != UInt8(ascii: " "): return nil
            default: break
            }
            at += 1
            if depth == 0 { return at }
        }
        return nil
    }

    // MARK: What might be something else

    /// Whether the slash here is no division for certain.
    private var mayBeginRegex: Bool {
        guard let next = byte(1), next != UInt8(ascii: " "), next != UInt8(ascii: "\n") else { return false }
        guard gap == .none, let last = out.last else { return true }
        let isOperand =
            last.isIdentifier || last == UInt8(ascii: ")") || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"")
        return !isOperand
    }

    private var mayBeginRawLiteral: Bool {
        byte(1) == UInt8(ascii: "\"") || byte(1) == UInt8(ascii: "#") || byte(1) == UInt8(ascii: "/")
    }
}

extension UInt8 {
    /// Whether the byte is part of a name or number.
    var isIdentifier: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }
}
