import Notebook

extension LaTeXWriter {
    /// Figures, tables, displays and all else that a template asks for between paragraphs.
    mutating func write(_ leaf: Resolved.BlockLeaf) {
        switch leaf {
        case .figure(let entry, let caption): figure(entry, caption)
        case .table(let entry, let caption): table(entry, caption)
        case .claims(let cards):
            for card in cards {
                self.card(card)
                out += "\n"
            }
        case .display(let math, let labels, let claims): display(math, labels, claims)
        case .algorithm(let label, let title, let steps): algorithm(label, title, steps)
        case .snippet(let snippet):
            let place = "\(LaTeX.escape(snippet.file)), line \(snippet.line)"
            out += "\\source{\(Self.linesKeptTogether(of: snippet.text))}{\(place)}\n"
            code(snippet.text, language: "swift", firstLine: snippet.line)
        case .picture(let picture, let caption): self.picture(picture, caption)
        case .captioned(let id, let number, let caption, let block): captioned(id, number, caption, block)
        case .group(let id, let number, let caption, let parts): group(id, number, caption, parts)
        case .counts(let counts): self.counts(counts)
        case .columns(let lines): columns(lines)
        case .files(let entry):
            out += "\\method{\\texttt{\(LaTeX.breakable("figures/\(entry.stem(frame: entry.figure.initial)).csv"))}}"
        }
    }

    /// Figures or pictures side by side, in rows of two, under one caption.
    private mutating func group(
        _ id: String, _ number: String, _ caption: [Inline<Resolved>], _ parts: [Block<Resolved>]
    ) {
        out += "\\begin{bookfigure}{\(Self.name("\(page)-\(id)"))}\\unfloated\n"
        waiting { writer in
            for (index, part) in parts.enumerated() {
                writer.out += "\\begin{minipage}[t]{.48\\linewidth}\n"
                writer.bare { $0.write(part) }
                writer.out += "\n\\end{minipage}\(index % 2 == 0 ? "\\hfill" : "\\par")\n"
            }
            writer.bare { writer in
                writer.out += "\\legend{\(LaTeX.escape(number))}{"
                writer.write(caption)
                writer.out += "}\n"
            }
        } ending: {
            $0.out += "\\end{bookfigure}"
        }
    }

    /// Short lines, one behind the other.
    private mutating func columns(_ lines: [[Inline<Resolved>]]) {
        out += "\\begin{shortlines}\n"
        for line in lines {
            out += "\\shortline{"
            bare { $0.write(line) }
            out += "}\n"
        }
        out += "\\end{shortlines}"
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
        for run in entry.runs {
            if entry.runs.count > 1 { out += "\\runname{\(LaTeX.escape(run.runName))}\n" }
            pictures(of: run)
        }
        waiting { writer in
            writer.bare { writer in
                writer.out += "\\legend{\(LaTeX.escape(entry.number))}{"
                writer.write(entry.wholeCaption(caption))
                writer.out += "}\n"
            }
        } ending: {
            $0.out += "\\end{bookfigure}"
        }
    }

    private mutating func pictures(of entry: FigureEntry) {
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
    }

    private mutating func display(_ math: Math, _ labels: [EquationLabel], _ claims: [ClaimEntry]) {
        mark(math.place)
        let targets =
            labels.map { "\\target{\(Self.name($0.id))}" }.joined() + claims.map { place(of: $0) }.joined()
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
        out += body.hasSuffix("\n") ? body : "\(body)\n"
        // Where TeX ends the display, it tells how wide it is.
        mark(math.place)
        out += "\(tag)\\]"
    }

    private mutating func algorithm(
        _ label: AlgorithmLabel?, _ title: [Inline<Resolved>], _ steps: [AlgorithmStep<Resolved>]
    ) {
        let anchor = label.map { Self.name($0.id) } ?? ""
        // A long one is parted over pages, and so is any in a box, where nothing floats.
        let isLong = steps.count > 30
        let name = isBoxed || isArgument ? "boxedalgorithm" : isLong ? "longalgorithm" : "algorithm"
        let number = LaTeX.escape(label?.text ?? "Algorithm")
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

    /// Warns that what is written next is too small to be read.
    mutating func warnOfSize(_ points: Double) {
        let place = lastPlace
        warnings.append(Problem(.tooSmall(points: points), at: place))
    }
}
