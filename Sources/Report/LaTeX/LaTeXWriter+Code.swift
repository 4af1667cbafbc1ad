extension LaTeXWriter {
    /// Source text; numbered lines bear their numbers at the left, lines wider than the column go on behind a mark. In an
    /// argument, which can't be verbatim, its lines are paragraphs that break.
    mutating func code(_ text: String, language: String, firstLine: Int? = nil) {
        if isArgument {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
                out += "\\codeline{\(LaTeX.breakable(String(line)).replacing(" ", with: "\\ "))}\n"
            }
            return
        }
        let longest = text.split(separator: "\n").map(LaTeXTable.letters).max() ?? 0
        // Letters of 9, 8 and 7 points: a letter of the face is 0.525 of its size wide.
        let sizes = [9.0, 8, 7].map { (size: $0, letters: (measure + 12) / ($0 * 0.525)) }
        let fitting = sizes.first { longest <= $0.letters }
        let (size, room) = fitting ?? (9, sizes[0].letters)
        out += "\\begin{Verbatim}[commandchars=\\\\\\{\\},fontsize=\\codeface{\(Int(size))}]\n"
        for (index, line) in CodeToken.lines(of: CodeToken.tokens(of: text, language: language)).enumerated() {
            if let firstLine { out += "\\linenumber{\(firstLine + index)}" }
            code(line, room: room)
            out += "\n"
        }
        out += "\\end{Verbatim}"
    }

    /// One line, in as many as it takes.
    private mutating func code(_ tokens: [CodeToken], room: Double) {
        var used = 0.0
        for token in tokens {
            var rest = token.text[...]
            while !rest.isEmpty {
                var part = rest[..<rest.startIndex]
                while part.endIndex < rest.endIndex {
                    let next = rest[...part.endIndex]
                    if used + LaTeXTable.letters(next) > room, used > 0 || !part.isEmpty { break }
                    part = next
                }
                if !part.isEmpty {
                    let text = Self.verbatim(part)
                    out += token.kind.className.map { "\\code\($0){\(text)}" } ?? text
                }
                used += LaTeXTable.letters(part)
                rest = rest[part.endIndex...]
                if !rest.isEmpty {
                    out += "\n\\goeson{}"
                    used = 2
                }
            }
        }
    }

    private static func verbatim(_ text: Substring) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\textbackslash{}"
            case "{": "\\{"
            case "}": "\\}"
            case "'": "\\textquotesingle{}"
            case "`": "\\textasciigrave{}"
            default: scalar.isASCII ? String(scalar) : LaTeX.escape(String(scalar))
            }
        }.joined()
    }
}
