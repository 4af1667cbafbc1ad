import Notebook

extension LaTeXWriter {
    /// Figures, tables, displays and all else that a template asks for between paragraphs.
    mutating func write(_ leaf: Resolved.BlockLeaf) {
        switch leaf {
        case .figure(let entry, let caption): figure(entry, caption)
        case .table(let entry, let caption): table(entry, caption)
        case .claims(let entries):
            for entry in entries {
                card(entry)
                out += "\n"
            }
        case .display(let math, let labels, let claims): display(math, labels, claims)
        case .algorithm(let label, let title, let steps): algorithm(label, title, steps)
        case .snippet(let snippet):
            // A short listing stays whole, a long one begins with some lines.
            let lines = snippet.text.split(separator: "\n", omittingEmptySubsequences: false).count
            let place = "\(LaTeX.escape(snippet.file)), line \(snippet.line)"
            out += "\\source{\(lines <= 16 ? lines : 6)}{\(place)}\n"
            code(snippet.text, language: "swift", firstLine: snippet.line)
        }
    }

    /// About how many points a box needs that begins with `blocks`: a figure or a table can be parted neither from its
    /// caption nor from the box's title. 0 where the box can be parted.
    func room(beginning blocks: [Block<Resolved>]) -> Int {
        func caption(_ text: [Inline<Resolved>]) -> Double { 12 * (1 + Double(text.plainText.count) / 90) }
        let title = 40.0
        switch blocks.first {
        case .leaf(.figure(let entry, let text)):
            let frames = entry.multiples
            let heights = frames.compactMap { figures[entry.stem(frame: $0)] }.map { size in
                frames.count == 1
                    ? size.height * min(1, Self.column / size.width)
                    : size.height * 0.48 * Self.column / size.width + 12
            }
            let rows = frames.count == 1 ? 1 : (frames.count + 1) / 2
            return Int(title + Double(rows) * (heights.max() ?? 0) + caption(text))
        case .leaf(.table(let entry, let text)):
            return Int(title + 14 * Double(entry.table.rows.count + 2) + caption(text))
        default: return 0
        }
    }

    /// The width of a box's text in points.
    private static var column: Double { 408 }

    private mutating func figure(_ entry: FigureEntry, _ caption: [Inline<Resolved>]) {
        let anchor = page == entry.slug ? Self.target(Anchor(page: page, id: entry.id)) : ""
        out += "\\begin{bookfigure}{\(anchor)}\n"
        let frames = entry.multiples
        for (count, frame) in frames.enumerated() {
            let stem = entry.stem(frame: frame)
            guard let size = figures[stem] else { continue }
            if frames.count == 1 {
                out += "\\bookpicture{\(size.width)}{figures/\(stem).pdf}\n"
            } else {
                out += "\\smallpicture{figures/\(stem).pdf}{"
                bare { $0.write(entry.label(frame: frame)) }
                out += count % 2 == 0 ? "}\\hfill\n" : "}\\par\n"
            }
        }
        bare { writer in
            writer.out += "\\legend{\(LaTeX.escape(entry.number))}{"
            writer.write(caption)
            writer.out += "}\n"
        }
        out += "\\end{bookfigure}"
    }

    private mutating func table(_ entry: TableEntry, _ caption: [Inline<Resolved>]) {
        let anchor = page == entry.slug ? Self.target(Anchor(page: page, id: entry.id)) : ""
        let table = entry.table
        out += "\\begin{booktable}{\(anchor)}{\(LaTeX.escape(entry.number))}{"
        bare { $0.write(caption) }
        out += "}\n\\begin{datatable}{\(table.columns.indices.map { table.isNumeric($0) ? "r" : "l" }.joined())}\n"
        bare { writer in
            for (index, column) in table.columns.enumerated() {
                if index > 0 { writer.out += " & " }
                writer.out += "\\headcell{"
                writer.write(InlineText.read(column.heading, at: entry.place))
                writer.out += "}"
            }
            writer.out += " \\\\\n\\midrule\n"
            for row in table.rows {
                for (index, value) in row.enumerated() {
                    if index > 0 { writer.out += " & " }
                    switch table.cell(value, index) {
                    case .left(let number): writer.write(number)
                    case .right(let inlines): writer.write(inlines)
                    }
                }
                writer.out += " \\\\\n"
            }
        }
        out += "\\end{datatable}\n\\end{booktable}"
    }

    private mutating func display(_ math: Math, _ labels: [EquationLabel], _ claims: [ClaimEntry]) {
        mark(math.place)
        let targets = labels.map { "\\target{\(Self.name($0.id))}" }.joined()
        let isLow = !claims.isEmpty && !margin.isFree && hasMargin
        let badges = isLow ? "" : badges(claims)
        margin.pass(lines: 3)
        defer { if isLow { out += lowBadges(claims) } }
        if labels.count > 1 {
            let rows = math.numbered(labels) { label in
                "\\tag*{(\(label.number))\(label == labels.first ? badges : "")}"
            }
            out += targets + "%\n" + tex(rows, at: math.place)
            return
        }
        let tag =
            labels.first.map { "\\tag*{(\($0.number))\(badges)}" } ?? (badges.isEmpty ? "" : "\\tag*{\(badges)}")
        let body = tex(math)
        let isWhole = ["align", "gather", "equation", "multline", "alignat"].contains { name in
            ["{\(name)}", "{\(name)*}"].contains { body.hasPrefix("\\begin\($0)") }
        }
        out += targets.isEmpty ? "" : targets + "%\n"
        guard !isWhole else {
            out += body
            return
        }
        out += "\\["
        mark(math.place, counting: true)
        out += "\(body)\n\(tag)\\]"
    }

    private mutating func algorithm(
        _ label: AlgorithmLabel?, _ title: [Inline<Resolved>], _ steps: [AlgorithmStep<Resolved>]
    ) {
        let anchor = label.map { Self.name($0.id) } ?? ""
        out += "\\begin{algorithm}{\(anchor)}{Algorithm\(label.map { " \($0.number)" } ?? "")}{"
        bare { $0.write(title) }
        out += "}\n"
        bare { writer in
            for step in steps {
                writer.out += "\\step{\(step.depth)}{"
                writer.write(step.content)
                writer.out += "}\n"
            }
        }
        out += "\\end{algorithm}"
    }

    /// Source text in a face that is narrow enough for its longest line; numbered lines bear their numbers at the left.
    /// In an argument, which can't be verbatim, its lines are paragraphs that break.
    mutating func code(_ text: String, language: String, firstLine: Int? = nil) {
        if isArgument {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty {
                out += "\\codeline{\(LaTeX.escape(String(line)).replacing(" ", with: "\\ "))}\n"
            }
            return
        }
        let longest = text.split(separator: "\n").map(\.count).max() ?? 0
        let size = longest <= 86 ? 9 : longest <= 97 ? 8 : longest <= 112 ? 7 : 6
        let numbers = firstLine.map { ",numbers=left,firstnumber=\($0)" } ?? ""
        out += "\\begin{Verbatim}[commandchars=\\\\\\{\\},fontsize=\\codeface{\(size)}\(numbers)]\n"
        for token in CodeToken.tokens(of: text, language: language) {
            // A command must not reach over the end of a line.
            let lines = token.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                guard let name = token.kind.className, !line.isEmpty else { return Self.verbatim(line) }
                return "\\code\(name){\(Self.verbatim(line))}"
            }
            out += lines.joined(separator: "\n")
        }
        out += (out.hasSuffix("\n") ? "" : "\n") + "\\end{Verbatim}"
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
