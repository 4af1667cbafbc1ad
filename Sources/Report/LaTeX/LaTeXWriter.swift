import Notebook

/// Writes resolved prose as LaTeX. The commands it uses are those of `edition.sty`.
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
    /// How often the page cites each source so far.
    var citations: [String: Int] = [:]
    /// The claims that the page has mentioned so far.
    var mentioned: Set<String> = []
    /// Whether notes in the margin are possible here: not inside boxes and floats.
    var hasMargin = true
    /// Whether what is written is the argument of a command: a note in the margin or at the foot.
    var isArgument = false
    /// Whether notes at the foot have to wait for the end of a box, a float or a table.
    var isWaiting = false
    /// The notes that wait.
    var waitingNotes: [Int] = []
    var notesSeen: Set<Int> = []
    /// The room for text in points: less inside lists and boxes.
    var measure = LaTeXWriter.column
    /// Whether what is written stands in a box, which can't float and in which nothing else may be parted by itself.
    var isBoxed = false
    /// Whether the line above already says where the block that is written comes from.
    var isMarked = false
    var margin = MarginSpace()
    /// Where what is written now comes from.
    var lastPlace = Place(file: "")

    init(
        page: String, notes: [[Block<Resolved>]] = [], figures: [String: (width: Double, height: Double)] = [:]
    ) {
        self.page = page
        self.notes = notes
        self.figures = figures
    }

    // MARK: Blocks

    /// - Parameter places: where the blocks begin in their template, if that is known.
    mutating func write(_ blocks: [Block<Resolved>], at places: [Place] = []) {
        for (index, block) in blocks.enumerated() {
            if places.indices.contains(index), places[index].line > 0 {
                if case .paragraph = block { mark(places[index], counting: true) } else { mark(places[index]) }
                isMarked = true
            }
            let next = index + 1 < blocks.count ? blocks[index + 1] : nil
            if let lines = linesNeeded(by: block, before: next) { out += "\\needspace{\(lines)\\baselineskip}\n" }
            write(block)
            isMarked = false
            out += Self.isOneParagraph(block, next) ? "%\n" : "\n\n"
        }
    }

    /// How many lines a page must have left for a paragraph that leads to what stands below it; nil for other paragraphs, and
    /// where the two stay together anyway.
    private func linesNeeded(by block: Block<Resolved>, before next: Block<Resolved>?) -> Int? {
        guard !isBoxed, !isArgument, case .paragraph = block, let next else { return nil }
        let text = [block].plainText
        guard text.hasSuffix(":") else { return nil }
        let follower: Int
        switch next {
        case .code(_, let code), .leaf(.captioned(_, _, _, .code(_, let code))):
            follower = Self.linesKeptTogether(of: code)
        case .leaf(.snippet(let snippet)): follower = Self.linesKeptTogether(of: snippet.text) + 2
        case .table(_, let rows): follower = min(rows.count, LaTeXTable.longest) + 2
        case .list, .definitions, .quote, .callout, .leaf(.algorithm): follower = 3
        default: return nil
        }
        return text.count / 85 + 1 + follower
    }

    /// A short listing stays whole, a long one begins with some lines.
    static func linesKeptTogether(of code: String) -> Int {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).count
        return lines <= 16 ? lines : 6
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
                    if entry.term.isEmpty {
                        writer.out += "\\par "
                    } else {
                        writer.out += "\\definition{"
                        writer.bare { $0.write(entry.term) }
                        writer.out += "}"
                    }
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

    /// A comment that says where in the templates the next lines come from; what LaTeX complains of is reported there.
    ///
    /// - Parameter counting: whether each line below stands in a line of its own in the template, too.
    mutating func mark(_ place: Place, counting: Bool = false) {
        guard place.line > 0 else { return }
        if !out.isEmpty, !out.hasSuffix("\n") { out += "%\n" }
        lastPlace = place
        out += "% \(place.file):\(place.line)\(counting ? "+" : "")\n"
    }

    mutating func mark(_ content: [Inline<Resolved>]) {
        for case .math(let math) in content { return mark(math.place) }
    }
}
