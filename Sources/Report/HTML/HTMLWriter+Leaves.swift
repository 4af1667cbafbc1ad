import Notebook

extension HTMLWriter {
    /// Figures, tables, displays and all else that a template asks for between paragraphs.
    mutating func write(_ leaf: Resolved.BlockLeaf) {
        switch leaf {
        case .figure(let entry, let caption): figure(entry, caption)
        case .table(let entry, let caption): table(entry, caption)
        case .claims(let cards): for card in cards { self.card(card, isPopover: false) }
        case .display(let math, let labels, let claims): display(math, labels, claims)
        case .algorithm(let label, let title, let steps): algorithm(label, title, steps)
        case .snippet(let snippet): self.snippet(snippet)
        case .picture(let picture, let caption): self.picture(picture, caption)
        case .captioned(let id, let number, let caption, let block): captioned(id, number, caption, block)
        case .group(let id, let number, let caption, let parts):
            element("figure", ["class": "group", "id": id]) { writer in
                writer.element("div", ["class": "parts"]) { $0.write(parts) }
                writer.element("figcaption") { writer in
                    writer.number(number)
                    writer.write(caption)
                }
            }
        case .counts(let counts): self.counts(counts)
        case .columns(let lines):
            element("ul", ["class": "columns"]) { writer in
                for line in lines { writer.element("li") { $0.write(line) } }
            }
        case .files(let entry): downloads(entry)
        }
    }

    mutating func number(_ text: String) {
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
            ) { $0.cells(entry.alignments, entry.cells) }
        }
    }

    /// A picture from a file.
    private mutating func picture(_ picture: Picture, _ caption: [Inline<Resolved>]) {
        element("figure", ["id": picture.id, "class": "figure"]) { writer in
            writer.out.element("div", ["class": "drawing"]) { out in
                out.empty(
                    "img",
                    [
                        "src": Address.encoded(picture.file), "alt": picture.alt,
                        "width": "\(Int((picture.size.width * 4 / 3).rounded()))",
                        "height": "\(Int((picture.size.height * 4 / 3).rounded()))",
                        "style": picture.width.map { "width: \(Int(($0 * 100).rounded()))%; height: auto" },
                    ])
            }
            guard !caption.isEmpty || !picture.number.isEmpty else { return }
            writer.element("figcaption") { writer in
                writer.number(picture.number)
                writer.write(caption)
            }
        }
    }

    /// A table or a listing of the prose with its caption.
    private mutating func captioned(
        _ id: String?, _ number: String, _ caption: [Inline<Resolved>], _ block: Block<Resolved>
    ) {
        let isTable = if case .table = block { true } else { false }
        element("figure", ["id": id, "class": isTable ? "table" : "listing"]) { writer in
            writer.element("figcaption") { writer in
                writer.number(number)
                writer.write(caption)
            }
            writer.write(block)
        }
    }

    private mutating func display(_ math: Math, _ labels: [EquationLabel], _ claims: [ClaimEntry]) {
        let html = formulas[math.formula(labels: labels)] ?? HTML.escape(math.tex)
        let medium = medium
        element("div", ["class": "equation", "id": labels.first?.id]) { writer in
            if !claims.isEmpty {
                writer.element("div", ["class": "badges"]) { writer in
                    for entry in claims { writer.badge(entry) }
                }
            }
            writer.out.element("div", ["class": "display"]) { out in
                out.element("div", ["class": "formula", "tabindex": "0", "role": "group", "aria-label": "formula"]) {
                    for label in labels.dropFirst() { $0.element("span", ["id": label.id]) { _ in } }
                    $0.raw(medium == .browser ? DisplayParts.parted(html) : html)
                }
                if labels.count == 1 {
                    out.element("span", ["class": "equation-number"]) { $0.text("(\(labels[0].number))") }
                }
            }
        }
    }

    private mutating func algorithm(
        _ label: AlgorithmLabel?, _ title: [Inline<Resolved>], _ steps: [AlgorithmStep<Resolved>]
    ) {
        element("figure", ["class": "algorithm", "id": label?.id]) { writer in
            writer.element("figcaption") { writer in
                writer.number(label?.text ?? "Algorithm")
                writer.write(title)
            }
            writer.element("ol") { writer in
                for step in steps {
                    let indentation =
                        writer.medium == .browser
                        ? "--depth: \(step.depth)" : "margin-left: \(Double(step.depth) * 1.5)em"
                    writer.element("li", ["style": indentation]) { $0.write(step.content) }
                }
            }
        }
    }
}
