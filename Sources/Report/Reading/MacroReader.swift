/// Reads the book's own commands for formulas: `\newcommand{\norm}[1]{\lVert #1 \rVert}` and
/// `\DeclareMathOperator{\rank}{rank}`, with comments behind per cent signs.
struct MacroReader {
    private let source: SourceText
    private let bytes: [UInt8]
    private var at = 0
    private var macros: [Macro] = []
    private var problems: [Problem] = []

    static func read(_ source: SourceText) -> (macros: [Macro], problems: [Problem]) {
        var reader = MacroReader(source)
        while reader.next() {}
        return (reader.macros, reader.problems)
    }

    private init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
    }

    /// Reads a definition; false at the end of the file or where nothing can be made of it.
    private mutating func next() -> Bool {
        skipSpace()
        guard at < bytes.count else { return false }
        let start = at
        let place = source.place(start)
        guard let command = command() else { return refuse(place) }
        let isStarred = take(UInt8(ascii: "*"))
        guard ["\\newcommand", "\\DeclareMathOperator"].contains(command), let name = name() else {
            return refuse(place)
        }
        var count = 0
        skipSpace()
        if command == "\\newcommand", take(UInt8(ascii: "[")) {
            guard at + 1 < bytes.count, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[at]),
                bytes[at + 1] == UInt8(ascii: "]")
            else { return refuse(place) }
            count = Int(bytes[at] - UInt8(ascii: "0"))
            at += 2
        }
        guard let inner = group() else { return refuse(place) }
        let highest = inner.matches(of: /#([1-9])/).compactMap { Int($0.1) }.max() ?? 0
        if highest > count { problems.append(Problem(.missingArgument(name, number: highest), at: place)) }
        let isOperator = command == "\\DeclareMathOperator"
        let body = isOperator ? "\\operatorname\(isStarred ? "*" : ""){\(inner)}" : inner
        if macros.contains(where: { $0.name == name }) { problems.append(Problem(.duplicate(.macro, name), at: place)) }
        problems += Math(tex: body, place: place).problems
        macros.append(Macro(name: name, arguments: count, body: body, place: place))
        return true
    }

    private mutating func refuse(_ place: Place) -> Bool {
        problems.append(Problem(.badMacro, at: place))
        return false
    }

    /// `{\name}` or `\name`.
    private mutating func name() -> String? {
        skipSpace()
        let isBraced = take(UInt8(ascii: "{"))
        skipSpace()
        guard let name = command(), !isBraced || take(UInt8(ascii: "}")) else { return nil }
        return name
    }

    /// A backslash and the letters behind it.
    private mutating func command() -> String? {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\\") else { return nil }
        let end = bytes[(at + 1)...].firstIndex { !Self.isLetter($0) } ?? bytes.count
        guard end > at + 1 else { return nil }
        defer { at = end }
        return source.text(at..<end)
    }

    /// What stands in the braces that open here.
    private mutating func group() -> String? {
        skipSpace()
        guard take(UInt8(ascii: "{")) else { return nil }
        let start = at
        var depth = 1
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: break
            }
            at += 1
            if depth == 0 { return source.text(start..<(at - 1)).oneLine.trimming }
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    /// Steps over white space and comments.
    private mutating func skipSpace() {
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%") {
                at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else if " \t\n".utf8.contains(bytes[at]) {
                at += 1
            } else {
                return
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
