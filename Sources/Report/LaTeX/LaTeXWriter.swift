import Notebook

/// Writes resolved prose as LaTeX. The commands it uses are those of `regbook.sty`.
struct LaTeXWriter {
    /// The slug of the page, by which its own figures are told.
    let page: String
    let notes: [[Block<Resolved>]]
    /// The sizes in points of the figures that have a file to include, by the stem of its name.
    let figures: [String: (width: Double, height: Double)]
    var out = ""
    var problems: [Problem] = []
    /// What is set, but can hardly be read.
    var warnings: [Problem] = []
    private(set) var citations: [String: Int]
    /// Whether notes in the margin are possible here: not inside boxes and floats.
    var hasMargin = true
    /// Whether what is written is the argument of a command: a note in the margin or at the foot.
    private(set) var isArgument = false
    /// Whether notes at the foot have to wait for the end of a box, a float or a table.
    private var isWaiting = false
    /// The notes that wait.
    private var waitingNotes: [Int] = []
    private var notesSeen: Set<Int> = []
    /// The room for text in points: less inside lists and boxes.
    var measure = LaTeXWriter.column
    /// Whether what is written stands in a box, which can't float and in which nothing else may be parted by itself.
    var isBoxed = false
    /// Whether the line above already says where the block that is written comes from.
    private var isMarked = false
    var margin = MarginSpace()
    /// Where what is written now comes from.
    private(set) var lastPlace = Place(file: "")

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
        case .heading(let level, let id, let content): heading(level, id, content)
        case .quote(let blocks): narrower(by: 50) { $0.environment("quotation") { $0.write(blocks) } }
        case .callout(let box, let blocks): callout(box, blocks)
        case .list(let start, _, let items): list(start, items)
        case .definitions(let entries):
            environment("definitions") { writer in
                for entry in entries {
                    writer.out += "\\definition{"
                    writer.bare { $0.write(entry.term) }
                    writer.out += "}"
                    writer.write(entry.text)
                    writer.out += "\n"
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

    // MARK: Headings, boxes and lists

    private mutating func heading(_ level: Int, _ id: String, _ content: [Inline<Resolved>]) {
        var short = LaTeXWriter(page: page)
        short.hasMargin = false
        short.write(content.bare)
        let words = LaTeX.escape(content.bare.plainText)
        out += level <= 2 ? "\\subsection" : "\\subsubsection"
        out += "[{\\texorpdfstring{\(short.out)}{\(words)}}]{\\target{\(Self.name("\(page)--\(id)"))}"
        waiting { writer in
            writer.bare { $0.write(content) }
        } ending: {
            $0.out += "}"
        }
    }

    private mutating func callout(_ box: Callout<Resolved>, _ blocks: [Block<Resolved>]) {
        let target = box.label.map { "\\target{\(Self.name($0.text))}" } ?? ""
        // A note longer than about a page of the margin stands in the column.
        let length = blocks.plainText.count
        if box.kind == .margin, length <= Self.marginLimit {
            margin.take(characters: length)
            out += hasMargin ? "\\marginnote{\\marginface " : "{\\marginface "
            waiting { writer in
                writer.narrower(to: 86) { $0.argument { $0.write(blocks) } }
            } ending: {
                $0.out += "}"
            }
            return
        }
        let room = room(beginning: blocks)
        if room > 0 { out += "\\needspace{\(room)bp}\n" }
        let style = box.kind == .margin ? "note" : box.kind.style
        out += "\\begin{callout}{\(style)}{\(target)"
        waiting { writer in
            writer.bare { $0.title(of: box) }
            writer.out += "}\n"
            let before = writer.isBoxed
            writer.isBoxed = true
            writer.narrower(by: 12) { writer in writer.bare { $0.write(blocks) } }
            writer.isBoxed = before
            if !writer.out.hasSuffix("\n") { writer.out += "\n" }
        } ending: {
            $0.out += "\\end{callout}"
        }
    }

    /// How many characters a note in the margin may have.
    private static let marginLimit = 1100

    private mutating func title(of box: Callout<Resolved>) {
        guard box.kind.prefix != nil || [.proof, .solution, .remark].contains(box.kind) else {
            if box.title.isEmpty { out += LaTeX.escape(box.kind.title) } else { write(box.title) }
            return
        }
        out += LaTeX.escape(box.number.isEmpty ? box.kind.title : box.number)
        guard !box.title.isEmpty else { return }
        out += " ("
        write(box.title)
        out += ")"
    }

    private mutating func list(_ start: Int?, _ items: [[Block<Resolved>]]) {
        narrower(by: 25) { writer in
            let options = start.map { $0 == 1 ? "" : "[start=\($0)]" } ?? ""
            writer.environment(start == nil ? "itemize" : "enumerate", options) { writer in
                for item in items {
                    writer.out += "\\item\\relax "
                    writer.write(item)
                }
            }
        }
    }

    /// Writes `content` where there is less room.
    mutating func narrower(by points: Double = 0, to width: Double? = nil, _ content: (inout LaTeXWriter) -> Void) {
        let before = measure
        measure = width ?? max(60, measure - points)
        content(&self)
        measure = before
    }

    /// Writes `content`, where no note can be set, and what ends it; then the notes that it mentions.
    mutating func waiting(_ content: (inout LaTeXWriter) -> Void, ending: (inout LaTeXWriter) -> Void) {
        let isOutermost = !isWaiting
        isWaiting = true
        content(&self)
        ending(&self)
        guard isOutermost else { return }
        isWaiting = false
        let waiting = waitingNotes
        waitingNotes = []
        for index in waiting {
            out += "\\notetext{\(noteName(index))}{"
            noteText(index)
            out += "}"
        }
    }

    private func noteName(_ index: Int) -> String { "\(Self.name(page))-\(index)" }

    private mutating func noteText(_ index: Int) {
        let before = (isWaiting, isBoxed)
        (isWaiting, isBoxed) = (false, true)
        argument { writer in
            for (count, block) in writer.notes[index].enumerated() {
                if count > 0 { writer.out += "\\par " }
                if case .paragraph(let content) = block { writer.write(content) } else { writer.write(block) }
            }
        }
        (isWaiting, isBoxed) = before
    }

    mutating func argument(_ content: (inout LaTeXWriter) -> Void) {
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
        lastPlace = place
        out += "% \(place.file):\(place.line)\(counting ? "+" : "")\n"
    }

    private mutating func mark(_ content: [Inline<Resolved>]) {
        for case .math(let math) in content { return mark(math.place) }
    }

    private mutating func table(
        _ alignments: [ColumnAlignment], _ rows: [[[Inline<Resolved>]]], caption: LaTeXTable.Caption? = nil
    ) {
        let head = (rows.first ?? []).map { LaTeXTable.Cell($0) }
        set(
            LaTeXTable(
                alignments: alignments, head: head, rows: rows.dropFirst().map { $0.map { LaTeXTable.Cell($0) } },
                caption: caption))
    }

    /// A table or a listing with its caption.
    mutating func captioned(
        _ id: String?, _ number: String, _ caption: [Inline<Resolved>], _ block: Block<Resolved>
    ) {
        let target = id.map { Self.name("\(page)-\($0)") } ?? ""
        if case .table(let alignments, let rows) = block {
            return table(alignments, rows, caption: .init(target: target, number: number, text: caption))
        }
        waiting { writer in
            writer.out += "\\listinghead{\(target)}{\(LaTeX.escape(number))}{"
            writer.bare { $0.write(caption) }
            writer.out += "}\n"
            writer.write(block)
        } ending: { _ in
        }
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
        case .leaf(.citation(let entries, let form)): cite(entries, form)
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

    private mutating func cite(_ entries: [CitationEntry], _ form: CitationForm) {
        if form == .bracketed { out += "(" }
        for (index, entry) in entries.enumerated() {
            if index > 0 { out += "; " }
            let id = entry.reference.id
            let count = citations[id, default: 0] + 1
            citations[id] = count
            out += "\\cited{\(Self.name(id))}{\(count)}{\(LaTeX.escape(entry.text(form)))}"
        }
        if form == .bracketed { out += ")" }
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
        let isLocal = ["fig-", "tbl-", "lst-", "box-"].contains { anchor.id.hasPrefix($0) }
        let isGlobal =
            ["eq-", "alg-", "claim-", "thm-", "lem-", "cor-", "prp-", "def-", "exm-", "exr-"].contains {
                anchor.id.hasPrefix($0)
            }
        return name(
            anchor.id.isEmpty
                ? "sec-\(anchor.page)"
                : isLocal ? "\(anchor.page)-\(anchor.id)" : isGlobal ? anchor.id : "\(anchor.page)--\(anchor.id)")
    }

    /// A name without what TeX would take for something else; letters of other alphabets are told by their numbers.
    static func name(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isPlain || "-.:".unicodeScalars.contains(scalar) { return String(scalar) }
            return scalar.isASCII ? "-" : "u" + String(scalar.value, radix: 16)
        }.joined()
    }
}
