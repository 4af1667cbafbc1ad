import Notebook

extension HTMLWriter {
    /// Figures, tables, displays and all else that a template asks for between paragraphs.
    mutating func write(_ leaf: Resolved.BlockLeaf) {
        switch leaf {
        case .figure(let entry, let caption): figure(entry, caption)
        case .table(let entry, let caption): table(entry, caption)
        case .claims(let entries): for entry in entries { card(entry, isPopover: false) }
        case .display(let math, let labels, let claims): display(math, labels, claims)
        case .algorithm(let label, let title, let steps): algorithm(label, title, steps)
        case .snippet(let snippet): self.snippet(snippet)
        }
    }

    private mutating func figure(_ entry: FigureEntry, _ caption: [Inline<Resolved>]) {
        let stem = entry.stem(frame: entry.figure.initial)
        guard let view = figures[stem] else { return }
        element("figure", ["id": page == entry.slug ? entry.id : nil, "class": "figure"]) { writer in
            writer.drawing(view)
            writer.slider(entry)
            writer.element("figcaption") { writer in
                writer.number(entry.number)
                writer.write(caption)
                writer.out.element("span", ["class": "downloads"]) { out in
                    for download in view.downloads {
                        let label = "\(download.kind) of \(entry.number.isEmpty ? entry.figure.name : entry.number)"
                        out.element("a", ["href": download.path, "aria-label": label]) { $0.text(download.kind) }
                        out.raw(" ")
                    }
                }
                writer.provenance(view.provenance)
            }
        }
    }

    /// What the figure was made from and how to make it again, unfolded on demand.
    private mutating func provenance(_ provenance: Provenance) {
        out.element("details", ["class": "provenance"]) { out in
            out.element("summary") { $0.text("How it was made") }
            out.text("Seed \(provenance.seed), profile \(provenance.profile.rawValue), inputs ")
            let digest = provenance.inputDigest
            out.element("code", ["title": digest]) { $0.text(String(digest.prefix(12))) }
            out.text("; again with ")
            out.element("code") { $0.text(provenance.command) }
        }
    }

    /// The picture: in the page when it is small, else its file.
    mutating func drawing(_ view: FigureView) {
        if let svg = view.inlineSVG {
            out.element("div", ["class": "drawing"]) { $0.raw(svg) }
        } else {
            let path = view.downloads.first { $0.kind == "SVG" }?.path
            out.element("div", ["class": "drawing"]) {
                $0.open(
                    "img",
                    [
                        "src": path, "alt": view.altText, "width": "\(Int(view.size.width))",
                        "height": "\(Int(view.size.height))", "loading": "lazy",
                    ])
            }
        }
    }

    /// The control that swaps the frames of a figure. It stands idle until a script finds it.
    private mutating func slider(_ entry: FigureEntry) {
        let figure = entry.figure
        guard figure.frames.count > 1 else { return }
        let frames = figure.frames.indices.map { figures[entry.stem(frame: $0)] }
        let sources = frames.map { view in view?.downloads.first { $0.kind == "SVG" }?.path ?? "" }
        element("p", ["class": "slider", "hidden": ""]) { writer in
            writer.element("label") { writer in
                writer.element("span") {
                    $0.write(InlineText.read(figure.parameter ?? "", at: Place(file: "figure \(figure.name)")))
                }
                writer.out.open(
                    "input",
                    [
                        "type": "range", "min": "0", "max": "\(figure.frames.count - 1)", "step": "1",
                        "value": "\(figure.initial)", "data-frames": sources.joined(separator: "\n"),
                        "data-labels": figure.frames.map(\.label).joined(separator: "\n"),
                        "data-texts": frames.map { $0?.altText.replacing("\n", with: " ") ?? "" }
                            .joined(separator: "\n"),
                    ])
            }
            writer.out.element("output") { $0.text(figure.frames[figure.initial].label) }
        }
    }

    private mutating func number(_ text: String) {
        guard !text.isEmpty else { return }
        out.element("span", ["class": "number"]) { $0.text(text + ".") }
        out.raw(" ")
    }

    private mutating func table(_ entry: TableEntry, _ caption: [Inline<Resolved>]) {
        element("figure", ["id": page == entry.slug ? entry.id : nil, "class": "table"]) { writer in
            writer.element("figcaption") { writer in
                writer.number(entry.number)
                writer.write(caption)
            }
            writer.element(
                "div", ["class": "table-scroll", "tabindex": "0", "role": "group", "aria-label": entry.number]
            ) { $0.element("table") { $0.cells(entry.table) } }
        }
    }

    private mutating func cells(_ table: Table) {
        element("thead") {
            $0.element("tr") { writer in
                for (index, column) in table.columns.enumerated() {
                    writer.element("th", ["scope": "col", "class": table.isNumeric(index) ? "trailing" : nil]) {
                        $0.write(InlineText.read(column.heading, at: Place(file: "table \(table.name)")))
                    }
                }
            }
        }
        element("tbody") { writer in
            for row in table.rows {
                writer.element("tr") { writer in
                    for (index, value) in row.enumerated() {
                        writer.element("td", ["class": table.isNumeric(index) ? "trailing" : nil]) { writer in
                            switch table.cell(value, index) {
                            case .left(let number): writer.write(number)
                            case .right(let inlines): writer.write(inlines)
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func display(_ math: Math, _ labels: [EquationLabel], _ claims: [ClaimEntry]) {
        let html = formulas[math.formula(labels: labels)] ?? HTML.escape(math.tex)
        element("div", ["class": "equation", "id": labels.first?.id]) { writer in
            writer.out.element("div", ["class": "formula", "tabindex": "0", "role": "group", "aria-label": "formula"]) {
                for label in labels.dropFirst() { $0.element("span", ["id": label.id]) { _ in } }
                $0.raw(html)
            }
            if labels.count == 1 {
                writer.out.element("span", ["class": "equation-number"]) { $0.text("(\(labels[0].number))") }
            }
            guard !claims.isEmpty else { return }
            writer.element("span", ["class": "badges"]) { writer in
                for entry in claims { writer.badge(entry) }
            }
        }
    }

    private mutating func algorithm(
        _ label: AlgorithmLabel?, _ title: [Inline<Resolved>], _ steps: [AlgorithmStep<Resolved>]
    ) {
        element("figure", ["class": "algorithm", "id": label?.id]) { writer in
            writer.element("figcaption") { writer in
                writer.number(label.map { "Algorithm \($0.number)" } ?? "Algorithm")
                writer.write(title)
            }
            writer.element("ol") { writer in
                for step in steps {
                    writer.element("li", ["style": "--depth: \(step.depth)"]) { $0.write(step.content) }
                }
            }
        }
    }

    private mutating func snippet(_ snippet: Snippet) {
        element("figure", ["class": "snippet"]) { writer in
            writer.element("details", ["open": ""]) { writer in
                writer.out.element("summary") { out in
                    out.text("Swift, from ")
                    out.element("code") { $0.text(snippet.file) }
                    out.text(", line \(snippet.line)")
                }
                writer.code(snippet.text, language: "swift")
            }
        }
    }

    mutating func code(_ text: String, language: String) {
        out.element("pre", ["class": "code", "tabindex": "0"]) {
            $0.element("code") { out in
                for token in CodeToken.tokens(of: text, language: language) {
                    if let name = token.kind.className {
                        out.element("span", ["class": name]) { $0.text(token.text) }
                    } else {
                        out.text(token.text)
                    }
                }
            }
        }
    }
}
