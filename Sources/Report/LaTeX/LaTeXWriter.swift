import Notebook

/// Writes resolved prose as LaTeX. The commands it uses are those of `regbook.sty`.
struct LaTeXWriter {
    /// The slug of the page, by which its own figures are told.
    let page: String
    let notes: [[Block<Resolved>]]
    /// The sizes in points of the figures that have a file to include, by the stem of its name.
    let figures: [String: (width: Double, height: Double)]
    var out = ""
    private(set) var problems: [Problem] = []
    private(set) var citations: [String: Int]
    /// Whether notes in the margin are possible here: not inside boxes and floats.
    var hasMargin = true
    /// Whether what is written is the argument of a command: a note in the margin or at the foot.
    private(set) var isArgument = false
    /// Whether the line above already says where the block that is written comes from.
    private var isMarked = false
    var margin = MarginSpace()

    /// - Parameter citations: how often each source was cited by what stands before.
    init(
        page: String, notes: [[Block<Resolved>]] = [], figures: [String: (width: Double, height: Double)] = [:],
        citations: [String: Int] = [:]
    ) {
        self.page = page
        self.notes = notes
        self.figures = figures
        self.citations = citations
    }

    // MARK: Blocks

    /// - Parameter places: where the blocks begin in their template, if that is known.
    mutating func write(_ blocks: [Block<Resolved>], at places: [Place] = []) {
        for (index, block) in blocks.enumerated() {
            if places.indices.contains(index), places[index].line > 0 {
                if case .paragraph = block { mark(places[index], counting: true) } else { mark(places[index]) }
                isMarked = true
            }
            write(block)
            isMarked = false
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            out += Self.isOneParagraph(block, next) ? "%\n" : "\n\n"
        }
    }

    /// Whether a display belongs to the paragraph before it, or a paragraph goes on after its display.
    private static func isOneParagraph(_ block: Block<Resolved>, _ next: Block<Resolved>?) -> Bool {
        switch (block, next) {
        case (.paragraph, .leaf(.display)?): return true
        case (.leaf(.display), .paragraph(let content)?):
            guard case .text(let text)? = content.first else { return false }
            return text.first?.isLowercase ?? false || ",;".contains(text.first ?? " ")
        default: return false
        }
    }

    mutating func write(_ block: Block<Resolved>) {
        switch block {
        case .paragraph(let content):
            if !isMarked { mark(content) }
            margin.pass(characters: content.plainText.count)
            write(content)
        case .heading(let level, _, let content):
            out += level <= 2 ? "\\subsection{" : "\\subsubsection{"
            bare { $0.write(content) }
            out += "}"
        case .quote(let blocks): environment("quotation") { $0.write(blocks) }
        case .callout(.margin, let blocks):
            margin.take(characters: blocks.plainText.count)
            out += hasMargin ? "\\marginnote{\\marginface " : "{\\marginface "
            argument { $0.write(blocks) }
            out += "}"
        case .callout(let kind, let blocks):
            let room = room(beginning: blocks)
            if room > 0 { out += "\\needspace{\(room)bp}\n" }
            environment("callout", "{\(kind.rawValue.lowercased())}{\(LaTeX.escape(kind.title))}") { writer in
                writer.bare { $0.write(blocks) }
            }
        case .list(let start, _, let items):
            environment(start == nil ? "itemize" : "enumerate") { writer in
                if let start, start != 1 { writer.out += "\\setcounter{enumi}{\(start - 1)}\n" }
                for item in items {
                    writer.out += "\\item\\relax "
                    writer.write(item)
                }
            }
        case .code(let language, let text): code(text, language: language)
        case .table(let alignments, let rows): table(alignments, rows)
        case .rule: out += "\\pause"
        case .leaf(let leaf): write(leaf)
        }
    }

    mutating func environment(_ name: String, _ arguments: String = "", _ content: (inout LaTeXWriter) -> Void) {
        out += "\\begin{\(name)}\(arguments)\n"
        content(&self)
        if !out.hasSuffix("\n") { out += "\n" }
        out += "\\end{\(name)}"
    }

    /// Writes `content` where nothing can stand in the margin.
    mutating func bare(_ content: (inout LaTeXWriter) -> Void) {
        let before = hasMargin
        hasMargin = false
        content(&self)
        hasMargin = before
    }

    private mutating func argument(_ content: (inout LaTeXWriter) -> Void) {
        let before = isArgument
        isArgument = true
        bare(content)
        isArgument = before
    }

    /// A comment that says where in the templates the next lines come from; what LaTeX complains of is reported there.
    ///
    /// - Parameter counting: whether each line below stands in a line of its own in the template, too.
    mutating func mark(_ place: Place, counting: Bool = false) {
        guard place.line > 0 else { return }
        if !out.isEmpty, !out.hasSuffix("\n") { out += "%\n" }
        out += "% \(place.file):\(place.line)\(counting ? "+" : "")\n"
    }

    private mutating func mark(_ content: [Inline<Resolved>]) {
        for case .math(let math) in content { return mark(math.place) }
    }

    private mutating func table(_ alignments: [ColumnAlignment], _ rows: [[[Inline<Resolved>]]]) {
        let columns = alignments.map { $0 == .leading ? "l" : $0 == .centre ? "c" : "r" }.joined()
        out += "\\begin{datatable}{\(columns)}\n"
        bare { writer in
            for (index, row) in rows.enumerated() {
                for (column, cell) in row.enumerated() {
                    if column > 0 { writer.out += " & " }
                    if index == 0 { writer.out += "\\headcell{" }
                    writer.write(cell)
                    if index == 0 { writer.out += "}" }
                }
                writer.out += index == 0 ? " \\\\\n\\midrule\n" : " \\\\\n"
            }
        }
        out += "\\end{datatable}"
    }

    // MARK: Inlines

    mutating func write(_ inlines: [Inline<Resolved>]) {
        for (index, inline) in inlines.enumerated() {
            if let tie = Self.tie(at: index, of: inlines) { out += tie } else { write(inline) }
        }
    }

    /// What keeps a number on the line of the formula that it completes, `$\alpha =$ {{alpha}}`; nil where none does.
    private static func tie(at index: Int, of inlines: [Inline<Resolved>]) -> String? {
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

    private mutating func write(_ inline: Inline<Resolved>) {
        switch inline {
        case .text(let text): out += LaTeX.escape(text)
        case .emphasis(let inner): wrap("\\emph{", inner)
        case .strong(let inner): wrap("\\textbf{", inner)
        case .struck(let inner): wrap("\\struck{", inner)
        case .code(let text): out += "\\texttt{\(LaTeX.escape(text))}"
        case .softBreak: out += "\n"
        case .lineBreak: out += "\\newline\n"
        case .math(let math): out += "\\(\(tex(math))\\)"
        case .link(let address, let inner): wrap("\\href{\(LaTeX.address(address))}{", inner)
        case .note(let index):
            guard notes.indices.contains(index) else { return }
            out += "\\footnote{"
            argument { writer in
                for (count, block) in writer.notes[index].enumerated() {
                    if count > 0 { writer.out += "\\par " }
                    if case .paragraph(let content) = block { writer.write(content) } else { writer.write(block) }
                }
            }
            out += "}"
        case .leaf(.value(let number)): write(number)
        case .leaf(.claim(let entry)): badge(entry)
        case .leaf(.link(let anchor, let text, _)):
            out += "\\hyperlink{\(Self.target(anchor))}{\(LaTeX.escape(text).replacing(" ", with: "~"))}"
        case .leaf(.citation(let entries, let narrative)): cite(entries, narrative: narrative)
        }
    }

    private mutating func wrap(_ opening: String, _ inner: [Inline<Resolved>]) {
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

    private mutating func cite(_ entries: [CitationEntry], narrative: Bool) {
        if !narrative { out += "(" }
        for (index, entry) in entries.enumerated() {
            if index > 0 { out += "; " }
            let id = entry.reference.id
            let count = citations[id, default: 0] + 1
            citations[id] = count
            let year = "\(entry.year)\(entry.locator)"
            let text = LaTeX.escape(entry.authors + (narrative ? " (\(year))" : ", \(year)"))
            out += "\\cited{\(Self.name(id))}{\(count)}{\(text)}"
        }
        if !narrative { out += ")" }
    }

    /// The TeX of a formula; what LaTeX has no character for is a problem.
    mutating func tex(_ math: Math) -> String { tex(math.tex, at: math.place) }

    mutating func tex(_ tex: String, at place: Place) -> String {
        if tex.contains("^^") { problems.append(Problem(.latex("'^^' names characters by their codes"), at: place)) }
        guard let text = LaTeX.math(tex) else {
            problems.append(Problem(.latex("a character of this formula has no command"), at: place))
            return ""
        }
        // A comment at the end would take what follows with it.
        return text.contains("%") ? text + "\n" : text
    }

    /// The name by which a place of the report is known in the PDF.
    static func target(_ anchor: Anchor) -> String {
        let isLocal = anchor.id.hasPrefix("fig-") || anchor.id.hasPrefix("tbl-")
        return name(anchor.id.isEmpty ? "sec-\(anchor.page)" : isLocal ? "\(anchor.page)-\(anchor.id)" : anchor.id)
    }

    /// A name without what TeX would take for something else.
    static func name(_ text: String) -> String {
        text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0)) ? String($0) : "-" }.joined()
    }
}
