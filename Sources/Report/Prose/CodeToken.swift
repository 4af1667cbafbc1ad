/// A piece of source text, with what it is for colouring.
struct CodeToken: Hashable, Sendable {
    let text: String
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case plain, keyword, type, string, number, comment

        /// The style sheet's name; nil for what has no colour.
        var className: String? {
            switch self {
            case .plain: nil
            case .keyword: "k"
            case .type: "t"
            case .string: "s"
            case .number: "n"
            case .comment: "c"
            }
        }
    }

    /// The tokens of each line, without the line ends.
    static func lines(of tokens: [CodeToken]) -> [[CodeToken]] {
        var lines: [[CodeToken]] = [[]]
        for token in tokens {
            for (index, part) in token.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append(CodeToken(text: String(part), kind: token.kind)) }
            }
        }
        return lines.last?.isEmpty == true ? lines.dropLast() : lines
    }

    private static let keywords: Set<Substring> = [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue",
        "default", "defer", "do", "else", "enum", "extension", "false", "fileprivate", "final", "for", "func", "guard",
        "if", "import", "in", "indirect", "init", "inout", "internal", "is", "lazy", "let", "mutating", "nil",
        "nonisolated", "package", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "some",
        "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var",
        "where", "while",
    ]

    /// The tokens of `text`, which together are `text` again. Only Swift is coloured.
    static func tokens(of text: String, language: String) -> [CodeToken] {
        guard language == "swift" else { return [CodeToken(text: text, kind: .plain)] }
        var tokens: [CodeToken] = []
        var plain = ""
        var rest = text[...]
        func take(_ count: Int, _ kind: Kind) {
            if kind == .plain {
                plain += rest.prefix(count)
            } else {
                if !plain.isEmpty { tokens.append(CodeToken(text: plain, kind: .plain)) }
                plain = ""
                tokens.append(CodeToken(text: String(rest.prefix(count)), kind: kind))
            }
            rest = rest.dropFirst(count)
        }
        while let first = rest.first {
            if rest.hasPrefix("//") {
                take(rest.prefix { $0 != "\n" }.count, .comment)
            } else if first == "\"" {
                take(stringLength(rest), .string)
            } else if first.isNumber {
                take(rest.prefix { $0.isHexDigit || "._xe".contains($0) }.count, .number)
            } else if first.isLetter || first == "_" || first == "@" || first == "#" {
                let word = rest.prefix { $0.isLetter || $0.isNumber || "_@#".contains($0) }
                let kind: Kind =
                    keywords.contains(word) || "@#".contains(first)
                    ? .keyword : first.isUppercase ? .type : .plain
                take(word.count, kind)
            } else {
                take(1, .plain)
            }
        }
        if !plain.isEmpty { tokens.append(CodeToken(text: plain, kind: .plain)) }
        return tokens
    }

    private static func stringLength(_ text: Substring) -> Int {
        var length = 1
        var escaped = false
        for character in text.dropFirst() {
            if character == "\n" { return length }
            length += 1
            if character == "\"", !escaped { return length }
            escaped = character == "\\" && !escaped
        }
        return length
    }
}
