extension ProseReader {
    enum Piece {
        case inline(Inline<Parsed>)
        case display(Math, values: [ValueQuery], labels: [Name], claims: [Name])
    }

    mutating func inlines(_ node: CMarkNode) -> [Inline<Parsed>] {
        pieces(node).map { piece in
            switch piece {
            case .inline(let inline): return inline
            case .display(let math, let values, _, _):
                extra.append(Problem(.displayInLine, at: math.place))
                return values.isEmpty ? .math(math) : .leaf(.math(math, values: values))
            }
        }
    }

    mutating func pieces(_ parent: CMarkNode) -> [Piece] { pieces(parent.children[...], in: parent) }

    private mutating func pieces(_ nodes: ArraySlice<CMarkNode>, in parent: CMarkNode) -> [Piece] {
        var pieces: [Piece] = []
        var rest = nodes
        while let node = rest.popFirst() {
            switch node.kind {
            case "text":
                for piece in uncover(node.literal, in: parent) { pieces.append(named(piece, after: pieces.last)) }
            case "softbreak": pieces.append(.inline(.softBreak))
            case "linebreak": pieces.append(.inline(.lineBreak))
            case "code": pieces.append(.inline(.code(uncovered(node.literal))))
            case "html_inline": pieces += html(node, &rest, in: parent)
            case "emph": pieces.append(.inline(.emphasis(inlines(node))))
            case "strong": pieces.append(.inline(.strong(inlines(node))))
            case "strikethrough": pieces.append(.inline(.struck(inlines(node))))
            case "link": pieces.append(.inline(link(node, in: parent)))
            case "image": extra.append(Problem(.mixedParagraph("figure or table"), at: place(parent)))
            default:
                pieces +=
                    node.children.isEmpty
                    ? uncover(node.literal, in: parent) : self.pieces(node.children[...], in: node)
            }
        }
        return pieces
    }

    /// A mark for the index with the words that are stressed before it, unless it names a term itself.
    private mutating func named(_ piece: Piece, after previous: Piece?) -> Piece {
        guard case .inline(.leaf(.term(let name, _))) = piece else { return piece }
        var words = name.text
        if words.isEmpty {
            switch previous {
            case .inline(.emphasis(let inner)), .inline(.strong(let inner)): words = Identifiers.words(of: inner)
            default: extra.append(Problem(.termWithoutWords, at: name.place))
            }
        }
        return .inline(.leaf(.term(Name(text: words, place: name.place), id: identifiers.next(forTerm: words))))
    }

    /// Breaks, raised and lowered words, and comments, which vanish; all other HTML is refused.
    private mutating func html(
        _ node: CMarkNode, _ rest: inout ArraySlice<CMarkNode>, in parent: CMarkNode
    ) -> [Piece] {
        let tag = uncovered(node.literal)
        if tag.hasPrefix("<!--") { return [] }
        if tag.wholeMatch(of: /<br\s*\/?>/.ignoresCase()) != nil { return [.inline(.lineBreak)] }
        for (name, isRaised) in [("sub", false), ("sup", true)] where tag.lowercased() == "<\(name)>" {
            guard let text = rest.first, text.kind == "text", rest.count > 1,
                rest[rest.startIndex + 1].literal.lowercased() == "</\(name)>",
                !text.literal.utf8.contains(where: Placeholder.holds)
            else { break }
            rest = rest.dropFirst(2)
            return [.inline(isRaised ? .raised(text.literal) : .lowered(text.literal))]
        }
        extra.append(Problem(.foreign(tag, instead: Self.instead(of: tag)), at: place(of: tag, in: parent)))
        return []
    }

    private mutating func link(_ node: CMarkNode, in parent: CMarkNode) -> Inline<Parsed> {
        let address = uncovered(node.address)
        let inner = inlines(node)
        let place = place(of: "](\(address)", in: parent)
        if !node.title.isEmpty { extra.append(Problem(.linkTitle(node.title), at: place)) }
        if inner.isEmpty { extra.append(Problem(.emptyLink, at: place)) }
        if Self.holdsLinks(inner) { extra.append(Problem(.linkInLink, at: place)) }
        let scheme = address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:/)
        guard scheme == nil, !address.hasPrefix("//") else {
            if !["http://", "https://", "mailto:"].contains(where: address.lowercased().hasPrefix) {
                extra.append(Problem(.badLink(address), at: place))
            }
            return .link(address, inner)
        }
        return .leaf(.local(Name(text: address, place: place), inner))
    }

    /// Whether links, references, citations, claims or notes stand in `inlines`.
    private static func holdsLinks(_ inlines: [Inline<Parsed>]) -> Bool {
        inlines.contains { inline in
            switch inline {
            case .link, .note, .leaf(.claim), .leaf(.reference), .leaf(.citation), .leaf(.local): true
            default: holdsLinks(inline.children)
            }
        }
    }

    // MARK: Masks

    enum Part {
        case left(String)
        /// The number of a mask.
        case right(Int)
    }

    /// The pieces that `text` and the masks in it stand for.
    private mutating func uncover(_ text: String, in parent: CMarkNode) -> [Piece] {
        var pieces: [Piece] = []
        for part in parts(of: text) {
            switch part {
            case .left(let text):
                if text.utf8.contains(UInt8(ascii: "[")),
                    let match = text.firstMatch(of: /(?:^|\W)(\[\p{L}[^\[\]]*\]\[[^\[\]]*\])/)
                {
                    extra.append(
                        Problem(
                            .foreign(String(match.1), instead: "[words](address)"),
                            at: self.place(of: String(match.1), in: parent)))
                }
                pieces.append(.inline(.text(text)))
            case .right(let index):
                seen.insert(index)
                if let piece = piece(of: masker.masks[index]) { pieces.append(piece) }
            }
        }
        return pieces
    }

    private mutating func piece(of mask: Mask) -> Piece? {
        switch mask.content {
        case .math(let math, let values):
            extra += math.problems
            return .inline(values.isEmpty ? .math(math) : .leaf(.math(math, values: values)))
        case .display(let math, let values, let labels, let claims):
            extra += math.problems
            for label in labels { check(label, prefix: "eq") }
            return .display(math, values: values, labels: labels, claims: claims)
        case .value(let query): return .inline(.leaf(.value(query)))
        case .claim(let name): return .inline(.leaf(.claim(name)))
        case .reference(let name): return .inline(.leaf(.reference(name)))
        case .citation(let queries, let form): return .inline(.leaf(.citation(queries, form)))
        case .note(let name):
            guard let index = notes.firstIndex(of: ProseMasker.key(name.text)) else { return nil }
            if isInNote {
                extra.append(Problem(.noteInNote, at: name.place))
                return nil
            }
            return .inline(.note(index))
        case .lowered(let text): return .inline(.lowered(text))
        case .raised(let text): return .inline(.raised(text))
        case .attributes(let found, let offset):
            attributes.append((found, offset))
            return nil
        case .term(let name): return .inline(.leaf(.term(name, id: "")))
        case .nothing: return nil
        }
    }

    /// `text` as it stands in the template.
    mutating func uncovered(_ text: String) -> String {
        parts(of: text).map { part in
            switch part {
            case .left(let text): return text
            case .right(let index):
                seen.insert(index)
                return source.text(masker.masks[index].range)
            }
        }.joined()
    }

    func parts(of text: String) -> [Part] {
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var plain = 0
        var at = 0
        while let next = bytes[at...].firstIndex(where: Placeholder.holds) {
            guard
                let index = Placeholder.index(
                    in: bytes[next...], count: masker.masks.count, short: masker.shortMasks)
            else {
                at = next + 1
                continue
            }
            if next > plain { parts.append(.left(String(decoding: bytes[plain..<next], as: UTF8.self))) }
            parts.append(.right(index))
            at = min(next + masker.masks[index].range.count, bytes.count)
            plain = at
        }
        if plain < bytes.count { parts.append(.left(String(decoding: bytes[plain...], as: UTF8.self))) }
        return parts
    }
}
