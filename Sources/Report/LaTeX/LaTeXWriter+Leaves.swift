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
        case .picture(let picture, let caption): self.picture(picture, caption)
        case .captioned(let id, let number, let caption, let block): captioned(id, number, caption, block)
        }
    }

    private mutating func picture(_ picture: Picture, _ caption: [Inline<Resolved>]) {
        let anchor = picture.id.map { Self.name("\(page)-\($0)") } ?? ""
        out += "\\begin{bookfigure}{\(anchor)}\n"
        let width = picture.width.map { "\($0)\\linewidth" } ?? "\(picture.size.width)bp"
        out += "\\filepicture{\(width)}{\(picture.paperFile)}\n"
        waiting { writer in
            writer.bare { writer in
                writer.out += "\\legend{\(LaTeX.escape(picture.number))}{"
                writer.write(caption)
                writer.out += "}\n"
            }
        } ending: {
            $0.out += "\\end{bookfigure}"
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
    static var column: Double { 408 }

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
        waiting { writer in
            writer.bare { writer in
                writer.out += "\\legend{\(LaTeX.escape(entry.number))}{"
                writer.write(caption)
                writer.out += "}\n"
            }
        } ending: {
            $0.out += "\\end{bookfigure}"
        }
    }

    private mutating func table(_ entry: TableEntry, _ caption: [Inline<Resolved>]) {
        let anchor = page == entry.slug ? Self.target(Anchor(page: page, id: entry.id)) : ""
        let table = entry.table
        let columns = table.columns.indices.map { table.isNumeric($0) ? ColumnAlignment.trailing : .leading }
        let head = table.columns.map { LaTeXTable.Cell(InlineText.read($0.heading, at: entry.place)) }
        let rows = table.rows.map { row in
            row.enumerated().map { index, value -> LaTeXTable.Cell in
                switch table.cell(value, index) {
                case .left(let number): .number(number)
                case .right(let inlines): .words(inlines)
                }
            }
        }
        let isLong = rows.count > LaTeXTable.longest || isBoxed
        let heading = LaTeXTable.Caption(target: anchor, number: entry.number, text: caption)
        let set = LaTeXTable(alignments: columns, head: head, rows: rows, caption: isLong ? heading : nil)
        guard !isLong else { return self.set(set) }
        waiting { writer in
            writer.out += "\\begin{booktable}{\(anchor)}{\(LaTeX.escape(entry.number))}{"
            writer.bare { $0.write(caption) }
            writer.out += "}\n"
            writer.set(set)
        } ending: {
            $0.out += "\n\\end{booktable}"
        }
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
        out += targets.isEmpty ? "" : targets + "%\n"
        out += "\\["
        mark(math.place, counting: true)
        out += "\(body)\n\(tag)\\]"
    }

    private mutating func algorithm(
        _ label: AlgorithmLabel?, _ title: [Inline<Resolved>], _ steps: [AlgorithmStep<Resolved>]
    ) {
        let anchor = label.map { Self.name($0.id) } ?? ""
        // A long one is parted over pages, and so is any in a box, where nothing floats.
        let isLong = steps.count > 30
        let name = isBoxed || isArgument ? "boxedalgorithm" : isLong ? "longalgorithm" : "algorithm"
        let number = "Algorithm\(label.map { " \($0.number)" } ?? "")"
        waiting { writer in
            writer.out += "\\begin{\(name)}{\(anchor)}{\(number)}{"
            writer.bare { writer in
                writer.write(title)
                writer.out += "}\n"
                for step in steps {
                    writer.out += "\\step{\(step.depth)}{"
                    writer.write(step.content)
                    writer.out += name == "longalgorithm" ? "}\\\\\n" : "}\n"
                }
            }
        } ending: {
            $0.out += "\\end{\(name)}"
        }
    }

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

    /// Warns that what is written next is too small to be read.
    mutating func warnOfSize(_ points: Double) {
        let place = lastPlace
        warnings.append(Problem(.tooSmall(points: points), at: place))
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
