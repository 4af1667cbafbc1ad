extension HTMLWriter {
    mutating func write(_ inlines: [Inline<Resolved>]) {
        var rest = inlines.closedUp[...]
        while let inline = rest.popFirst() {
            guard case .math = inline, case .text(let text)? = rest.first else {
                write(inline)
                continue
            }
            // Browsers break a line after a formula, even before a full stop: the style sheet joins the two.
            let signs = text.prefix { ".,;:!?)]”’".contains($0) }
            rest[rest.startIndex] = .text(String(text.dropFirst(signs.count)))
            guard !signs.isEmpty else {
                write(inline)
                continue
            }
            element("span", ["class": "joined"]) {
                $0.write(inline)
                $0.out.element("span", ["class": "sign"]) { $0.text(String(signs)) }
            }
        }
    }

    mutating func write(_ inline: Inline<Resolved>) {
        switch inline {
        case .text(let text): out.text(text)
        case .emphasis(let inner): element("em") { $0.write(inner) }
        case .strong(let inner): element("strong") { $0.write(inner) }
        case .struck(let inner): element("s") { $0.write(inner) }
        case .raised(let text): out.element("sup") { $0.text(text) }
        case .lowered(let text): out.element("sub") { $0.text(text) }
        case .code(let text): out.element("code") { $0.text(text) }
        case .softBreak: out.raw("\n")
        case .lineBreak: out.empty("br")
        case .math(let math): out.raw(formulas[Formula(math, display: false)] ?? HTML.escape(math.tex))
        case .link(let address, let inner): element("a", ["href": Address.encoded(address)]) { $0.write(inner) }
        case .leaf(.local(let anchor?, let inner)): element("a", ["href": href(anchor)]) { $0.write(inner) }
        case .leaf(.local(nil, let inner)): write(inner)
        case .note(let index): note(index)
        case .leaf(.value(let number)): write(number)
        case .leaf(.claim(let entry)): badge(entry)
        case .leaf(.link(let anchor, let text, let title)):
            out.element("a", ["class": "reference", "href": href(anchor), "title": title.isEmpty ? nil : title]) {
                $0.text(text)
            }
        case .leaf(.citation(let citation)): cite(citation)
        case .leaf(.mark(let entry)): chip(entry)
        case .leaf(.file(let path)): file(path)
        case .leaf(.term(let id)): out.element("span", ["id": id]) { _ in }
        }
    }

    mutating func write(_ number: NumberText) {
        out.element("span", ["class": number.isNumber ? "value" : "words"]) { out in
            for (index, part) in number.parts.enumerated() {
                switch part {
                case .text(let text): out.text(text)
                case .power(let exponent):
                    if index == 0 || number.parts[index - 1].isDigits { out.raw("\u{202F}×\u{202F}") }
                    out.raw("10<sup>\(exponent < 0 ? "−" : "")\(exponent.magnitude)</sup>")
                }
            }
        }
    }

    mutating func note(_ index: Int) {
        guard notes.indices.contains(index) else { return }
        let isSimple =
            notes[index].count <= 1 && notes[index].allSatisfy { if case .paragraph = $0 { true } else { false } }
        let isFirst = notesSeen.insert(index).inserted
        guard isSimple else {
            out.element("sup", ["class": "note-mark"]) {
                $0.element("a", ["href": "#note-\(index + 1)"]) { $0.text("\(index + 1)") }
            }
            if isFirst { waitingNotes.append(index) }
            return
        }
        out.element("sup", ["class": "note-mark"]) { $0.text("\(index + 1)") }
        guard isFirst else { return }
        element("span", ["class": "sidenote", "role": "note"]) { writer in
            writer.out.element("span", ["class": "note-number"]) { $0.text("\(index + 1)") }
            for case .paragraph(let content) in writer.notes[index] {
                writer.out.raw(" ")
                writer.write(content)
            }
        }
    }

    mutating func cite(_ citation: Citation) {
        for entry in citation.unnamed {
            let id = mention(entry)
            out.element("span", ["id": id]) { _ in }
        }
        for piece in citation.pieces {
            switch piece {
            case .words(let words): write(words)
            case .source(let id, let words):
                guard let entry = citation.entries.first(where: { $0.reference.id == id }) else {
                    write(words)
                    continue
                }
                let place = mention(entry)
                let address = "#\(Address.encoded("ref-\(Address.id(id))"))"
                element("a", ["class": "citation", "id": place, "href": address]) { $0.write(words) }
            }
        }
    }

    /// Notes that the page cites `entry`; the id of the element that does.
    private mutating func mention(_ entry: CitationEntry) -> String {
        let id = entry.reference.id
        let count = citations[id, default: 0] + 1
        citations[id] = count
        if count == 1 { cited.append(entry) }
        return "cite-\(Address.id(id))-\(count)"
    }

    /// Notes that `entry` was mentioned; the element's id where that is for the first time.
    mutating func mention(_ entry: ClaimEntry) -> String? {
        mentioned.insert(entry.id).inserted ? entry.place(on: page).id : nil
    }

    /// Notes that `entry` bears a badge.
    mutating func mark(_ entry: ClaimEntry) {
        if !marked.contains(where: { $0.id == entry.id }) { marked.append(entry) }
    }

    /// The address of `anchor` as seen from this page.
    func href(_ anchor: Anchor) -> String {
        let fragment = anchor.id.isEmpty ? "" : "#\(Address.encoded(anchor.id))"
        return anchor.page == page && !fragment.isEmpty ? fragment : "\(anchor.page).\(medium.ending)\(fragment)"
    }

    /// A file of the site, which only pages beside it can lead to.
    mutating func file(_ path: String) {
        switch medium {
        case .browser: out.element("a", ["href": Address.encoded(path)]) { $0.text(path) }
        case .ebook: out.element("code") { $0.text(path) }
        }
    }
}
