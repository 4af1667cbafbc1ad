import Notebook

extension LaTeXWriter {
    mutating func write(_ inlines: [Inline<Resolved>]) {
        let inlines = inlines.closedUp
        for (index, inline) in inlines.enumerated() {
            if let tie = Self.tie(at: index, of: inlines) { out += tie } else { write(inline) }
        }
    }

    /// What keeps a number on the line of the formula that it completes, `$\alpha =$ {{alpha}}`; nil where none does.
    static func tie(at index: Int, of inlines: [Inline<Resolved>]) -> String? {
        guard index > 0, index + 1 < inlines.count, case .math(let math) = inlines[index - 1],
            ["=", "<", ">", "\\le", "\\ge", "\\approx"].contains(where: math.tex.hasSuffix),
            case .leaf(.value) = inlines[index + 1]
        else { return nil }
        switch inlines[index] {
        case .text(" "): return "~"
        // Lines are counted for the places of what TeX complains of.
        case .softBreak: return "~%\n"
        default: return nil
        }
    }

    mutating func write(_ inline: Inline<Resolved>) {
        switch inline {
        case .text(let text): out += LaTeX.breakable(text)
        case .emphasis(let inner): wrap("\\emph{", inner)
        case .strong(let inner): wrap("\\textbf{", inner)
        case .struck(let inner): wrap("\\struck{", inner)
        case .raised(let text): out += "\\textsuperscript{\(LaTeX.escape(text))}"
        case .lowered(let text): out += "\\textsubscript{\(LaTeX.escape(text))}"
        case .code(let text): out += "\\texttt{\(LaTeX.breakable(text))}"
        case .softBreak: out += "\n"
        case .lineBreak: out += "\\newline\n"
        case .math(let math): out += "\\(\(tex(math))\\)"
        case .link(let address, let inner): wrap("\\href{\(LaTeX.address(address))}{", inner)
        case .note(let index):
            guard notes.indices.contains(index) else { return }
            guard notesSeen.insert(index).inserted else {
                out += "\\noteagain{\(noteName(index))}"
                return
            }
            out += "\\notemark{\(noteName(index))}"
            if isWaiting {
                waitingNotes.append(index)
            } else {
                out += "\\notetext{\(noteName(index))}{"
                noteText(index)
                out += "}"
            }
        case .leaf(.local(let anchor?, let inner)): wrap("\\hyperlink{\(Self.target(anchor))}{", inner)
        case .leaf(.local(nil, let inner)): write(inner)
        case .leaf(.value(let number)): write(number)
        case .leaf(.claim(let entry)): badge(entry)
        case .leaf(.link(let anchor, let text, _)):
            out += "\\hyperlink{\(Self.target(anchor))}{\(LaTeX.escape(text).replacing(" ", with: "~"))}"
        case .leaf(.citation(let citation)): cite(citation)
        case .leaf(.mark(let entry)):
            out += "\\inlinebadge{\\verdict{\(entry.verdict.rawValue)}{\(Self.target(entry.anchor))}"
            out += "{\(LaTeX.escape(entry.verdict.glyph))}{\(LaTeX.escape(entry.id))}}"
        case .leaf(.term(let id)): out += "\\target{\(Self.name("\(page)--\(id)"))}"
        case .leaf(.file(let path)): out += "\\texttt{\(LaTeX.breakable(path))}"
        }
    }

    mutating func wrap(_ opening: String, _ inner: [Inline<Resolved>]) {
        out += opening
        write(inner)
        out += "}"
    }

    mutating func write(_ number: NumberText) {
        var text = ""
        for part in number.parts {
            switch part {
            case .text(let words): text += LaTeX.escape(words)
            case .power(let exponent):
                text += text.last?.isNumber == true ? "\\(\\,\\times 10^{\(exponent)}\\)" : "\\(10^{\(exponent)}\\)"
            }
        }
        out += number.isNumber ? "\\mbox{\(text)}" : text
    }

    mutating func cite(_ citation: Citation) {
        for entry in citation.unnamed { cite(entry.reference.id, []) }
        for piece in citation.pieces {
            switch piece {
            case .words(let words): write(words)
            case .source(let id, let words): cite(id, words)
            }
        }
    }

    private mutating func cite(_ id: String, _ words: [Inline<Resolved>]) {
        let count = citations[id, default: 0] + 1
        citations[id] = count
        wrap("\\cited{\(Self.name(id))}{\(Self.name(page))-\(count)}{", words)
    }

    /// The TeX of a formula; what LaTeX has no character for is a problem.
    mutating func tex(_ math: Math) -> String { tex(math.tex, at: math.place) }

    mutating func tex(_ tex: String, at place: Place) -> String {
        if tex.contains("^^") { problems.append(Problem(.latex("'^^' names characters by their codes"), at: place)) }
        guard let named = LaTeX.math(tex) else {
            problems.append(Problem(.latex("a character of this formula has no command"), at: place))
            return ""
        }
        // KaTeX takes lengths in braces, too.
        let text =
            named.contains("kern") || named.contains("skip")
            ? named.replacing(/\\(m?kern|[hm]skip)\s*\{([^{}]*)\}/) { "\\\($0.1) \($0.2) " } : named
        let coloured = text.contains("color") ? Self.coloured(text) : text
        // A comment at the end would take what follows with it.
        return coloured.contains("%") ? coloured + "\n" : coloured
    }

    /// Colours by their numbers, "#f00", as LaTeX has them.
    private static func coloured(_ tex: String) -> String {
        tex.replacing(/(color(?:box)?(?:\{[^{}#]*\})?)\s*\{#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\}/) { match in
            let digits = match.2.count == 3 ? match.2.map { "\($0)\($0)" }.joined() : String(match.2)
            return "\(match.1)[HTML]{\(digits.uppercased())}"
        }
    }
}
