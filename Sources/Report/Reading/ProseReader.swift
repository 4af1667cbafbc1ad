/// Reads a template: masks what Markdown must not see, lets cmark-gfm read the rest, and makes a prose tree of both.
struct ProseReader {
    let source: SourceText
    private let masker: ProseMasker
    /// The text that cmark-gfm reads: as long as the template, but of fewer lines where a cover hides several.
    private let masked: [UInt8]
    /// Where its lines begin.
    private let lineStarts: [Int]
    private var extra: [Problem] = []
    private var identifiers: Set<String> = []
    private var isInNote = false

    /// The prose of `source` and everything wrong with it.
    ///
    /// - Parameter window: the bytes to read, when not all of them.
    static func read(_ source: SourceText, window: Range<Int>? = nil) -> (prose: Prose<Parsed>, problems: [Problem]) {
        var reader = ProseReader(source, window: window ?? 0..<source.bytes.count)
        let root = CMarkNode.parse(reader.masked)
        var blocks: [Block<Parsed>] = []
        var places: [Place] = []
        var notes: [[Block<Parsed>]] = []
        for node in root?.children ?? [] {
            if node.kind == "footnote_definition" {
                reader.isInNote = true
                notes.append(reader.blocks(node.children))
                reader.isInNote = false
            } else {
                let parts = reader.block(node)
                blocks += parts
                places += parts.indices.map { $0 == 0 ? reader.place(node) : Place(file: source.file) }
            }
        }
        return (Prose(blocks: blocks, places: places, notes: notes), reader.masker.problems + reader.extra)
    }

    private init(_ source: SourceText, window: Range<Int>) {
        self.source = source
        masker = ProseMasker(source, window: window)
        let masked = masker.masked
        self.masked = masked
        lineStarts = [0] + masked.indices.filter { masked[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    // MARK: Blocks

    private mutating func blocks(_ nodes: [CMarkNode]) -> [Block<Parsed>] {
        var blocks: [Block<Parsed>] = []
        for node in nodes { blocks += block(node) }
        return blocks
    }

    private mutating func block(_ node: CMarkNode) -> [Block<Parsed>] {
        switch node.kind {
        case "paragraph": return paragraph(node)
        case "heading":
            let content = inlines(node)
            return [.heading(level: node.number, id: identifier(for: content), content)]
        case "block_quote": return [quotation(node)]
        case "list":
            let items = node.children.map { blocks($0.children) }
            return [.list(start: node.number >= 0 ? node.number : nil, tight: node.isTight, items: items)]
        case "code_block": return [code(node)]
        case "table":
            let rows = node.children.map { $0.children.map { inlines($0) } }
            return [.table(alignments: node.alignments, rows: rows)]
        case "thematic_break": return [.rule]
        case "html_block":
            let text = uncovered(node.literal).trimming
            return [.paragraph([.text(text)])]
        default:
            if !node.children.isEmpty { return blocks(node.children) }
            extra.append(Problem(.tooDeep, at: place(node)))
            return []
        }
    }

    /// A paragraph, or what stands alone in one; displays inside it part it.
    private mutating func paragraph(_ node: CMarkNode) -> [Block<Parsed>] {
        if node.children.count == 1, let image = node.children.first, image.kind == "image" {
            return [leaf(of: image, in: node)]
        }
        var parts: [Block<Parsed>] = []
        var run: [Inline<Parsed>] = []
        for piece in pieces(node) {
            switch piece {
            case .inline(let inline): run.append(inline)
            case .display(let math, let labels, let claims):
                if let words = Self.words(run) { parts.append(.paragraph(words)) }
                parts.append(.leaf(.display(math, labels: labels, claims: claims)))
                run = []
            }
        }
        if let words = Self.words(run) { parts.append(Self.claims(in: words) ?? .paragraph(words)) }
        return parts
    }

    /// `run` without breaks at its ends; nil when nothing is left.
    private static func words(_ run: [Inline<Parsed>]) -> [Inline<Parsed>]? {
        var run = run[...]
        while case .softBreak? = run.first { run.removeFirst() }
        while case .softBreak? = run.last { run.removeLast() }
        return run.isEmpty ? nil : Array(run)
    }

    /// Cards when a paragraph holds nothing but claims.
    private static func claims(in words: [Inline<Parsed>]) -> Block<Parsed>? {
        var names: [Name] = []
        for word in words {
            switch word {
            case .leaf(.claim(let name)): names.append(name)
            case .softBreak, .lineBreak: continue
            case .text(let text) where text.trimming.isEmpty: continue
            default: return nil
            }
        }
        return .leaf(.claims(names))
    }

    private mutating func leaf(of image: CMarkNode, in paragraph: CMarkNode) -> Block<Parsed> {
        let parts = image.address.split(separator: ":", maxSplits: 1).map(String.init)
        let name = Name(text: parts.last ?? "", place: place(paragraph))
        let caption = inlines(image)
        switch parts.first {
        case "figure" where parts.count == 2: return .leaf(.figure(name, caption: caption))
        case "table" where parts.count == 2: return .leaf(.table(name, caption: caption))
        default:
            extra.append(Problem(.unknown(.figure, image.address, suggestion: "figure:\(name.text)"), at: name.place))
            return .paragraph(caption)
        }
    }

    /// A quotation, or a callout when it begins with `[!NOTE]` or the like.
    private mutating func quotation(_ node: CMarkNode) -> Block<Parsed> {
        var inner = blocks(node.children)
        guard case .paragraph(var content)? = inner.first, case .text(let text)? = content.first,
            let kind = CalloutKind.allCases.first(where: { text.hasPrefix("[!\($0.rawValue)]") })
        else { return .quote(inner) }
        let rest = text.dropFirst(kind.rawValue.count + 3).trimming
        content.removeFirst()
        if rest.isEmpty {
            while case .softBreak? = content.first { content.removeFirst() }
        } else {
            content.insert(.text(rest), at: 0)
        }
        inner.removeFirst()
        return .callout(kind, content.isEmpty ? inner : [.paragraph(content)] + inner)
    }

    private mutating func code(_ node: CMarkNode) -> Block<Parsed> {
        let words = node.info.split(separator: " ", maxSplits: 1).map(String.init)
        switch words.first {
        case "algorithm": return algorithm(node, attributes: words.count == 2 ? words[1] : "{}")
        case "snippet" where words.count == 2:
            return .leaf(.snippet(Name(text: words[1].trimming, place: place(node))))
        default: return .code(language: words.first ?? "", uncovered(node.literal))
        }
    }

    private mutating func algorithm(_ node: CMarkNode, attributes text: String) -> Block<Parsed> {
        let place = place(node)
        let read = Attributes.read(Array(text.utf8)[...])
        if read == nil || !text.hasPrefix("{") { extra.append(Problem(.badAttributes(text), at: place)) }
        let label = read?.0.labels.first.map { Name(text: $0.text, place: place) }
        let title = fragment(read?.0.texts["title"]?.text ?? "", line: node.line)
        var steps: [AlgorithmStep<Parsed>] = []
        for (index, line) in node.literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.trimming
            guard !words.isEmpty else { continue }
            let indentation = line.prefix { $0 == " " }.count
            steps.append(
                AlgorithmStep(depth: indentation, content: fragment(words, line: node.line + 1 + index)))
        }
        return .leaf(.algorithm(label, title: title, steps: Self.nested(steps)))
    }

    /// Depths of 0, 1, 2 … instead of numbers of spaces.
    private static func nested(_ steps: [AlgorithmStep<Parsed>]) -> [AlgorithmStep<Parsed>] {
        var open: [Int] = []
        return steps.map { step in
            while let last = open.last, last >= step.depth { open.removeLast() }
            open.append(step.depth)
            return AlgorithmStep(depth: open.count - 1, content: step.content)
        }
    }

    /// `text` out of `line`, which Markdown has kept as it is, read as prose now.
    private mutating func fragment(_ text: String, line: Int) -> [Inline<Parsed>] {
        let start = source.offset(line: line, column: 1)
        let raw = source.bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
        guard !text.isEmpty, let range = raw.firstRange(of: Array(text.utf8)) else { return [] }
        let inner = ProseReader.read(source, window: range)
        extra += inner.problems
        guard case .paragraph(let content)? = inner.prose.blocks.first else { return [.text(text)] }
        return content
    }

    // MARK: Inlines

    private enum Piece {
        case inline(Inline<Parsed>)
        case display(Math, labels: [Name], claims: [Name])
    }

    private mutating func inlines(_ node: CMarkNode) -> [Inline<Parsed>] {
        pieces(node).map { piece in
            switch piece {
            case .inline(let inline): inline
            case .display(let math, _, _): .math(math)
            }
        }
    }

    private mutating func pieces(_ parent: CMarkNode) -> [Piece] {
        var pieces: [Piece] = []
        for node in parent.children {
            switch node.kind {
            case "text": pieces += uncover(node.literal)
            case "softbreak": pieces.append(.inline(.softBreak))
            case "linebreak": pieces.append(.inline(.lineBreak))
            case "code": pieces.append(.inline(.code(uncovered(node.literal))))
            case "html_inline": pieces.append(.inline(.text(uncovered(node.literal))))
            case "emph": pieces.append(.inline(.emphasis(inlines(node))))
            case "strong": pieces.append(.inline(.strong(inlines(node))))
            case "strikethrough": pieces.append(.inline(.struck(inlines(node))))
            case "link": pieces.append(.inline(link(node, in: parent)))
            case "image":
                extra.append(Problem(.mixedParagraph("figure or table"), at: place(parent)))
            case "footnote_reference" where isInNote: extra.append(Problem(.noteInNote, at: place(parent)))
            case "footnote_reference":
                pieces.append(.inline(.note((Int(node.literal) ?? 1) - 1)))
            default: pieces += node.children.isEmpty ? uncover(node.literal) : self.pieces(node)
            }
        }
        return pieces
    }

    private mutating func link(_ node: CMarkNode, in parent: CMarkNode) -> Inline<Parsed> {
        let address = uncovered(node.address)
        let isLocal = address.hasPrefix("#") || !address.contains(":") && !address.hasPrefix("//")
        if !isLocal, !["http://", "https://", "mailto:"].contains(where: address.lowercased().hasPrefix) {
            extra.append(Problem(.badLink(address), at: place(parent)))
        }
        return .link(address, inlines(node))
    }

    // MARK: Masks

    /// The pieces that `text` and the masks in it stand for.
    private func uncover(_ text: String) -> [Piece] {
        parts(of: text).map { part in
            switch part {
            case .left(let text): .inline(.text(text))
            case .right(let mask):
                switch mask.content {
                case .math(let math): .inline(.math(math))
                case .display(let math, let labels, let claims): .display(math, labels: labels, claims: claims)
                case .value(let query): .inline(.leaf(.value(query)))
                case .claim(let name): .inline(.leaf(.claim(name)))
                case .reference(let name): .inline(.leaf(.reference(name)))
                case .citation(let queries, let narrative):
                    .inline(.leaf(.citation(queries, narrative: narrative)))
                case .literal(let text): .inline(.text(text))
                }
            }
        }
    }

    /// `text` as it stands in the template.
    private func uncovered(_ text: String) -> String {
        parts(of: text).map { part in
            switch part {
            case .left(let text): text
            case .right(let mask): source.text(mask.range)
            }
        }.joined()
    }

    private enum Part {
        case left(String)
        case right(Mask)
    }

    private func parts(of text: String) -> [Part] {
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var plain = 0
        var at = 0
        while let next = bytes[at...].firstIndex(where: Placeholder.holds) {
            guard let index = Placeholder.index(in: bytes[next...]), masker.masks.indices.contains(index) else {
                at = next + 1
                continue
            }
            let mask = masker.masks[index]
            if next > plain { parts.append(.left(String(decoding: bytes[plain..<next], as: UTF8.self))) }
            parts.append(.right(mask))
            at = min(next + mask.range.count, bytes.count)
            plain = at
        }
        if plain < bytes.count { parts.append(.left(String(decoding: bytes[plain...], as: UTF8.self))) }
        return parts
    }

    // MARK: Places

    private func place(_ node: CMarkNode) -> Place {
        let line = lineStarts.indices.contains(node.line - 1) ? lineStarts[node.line - 1] : 0
        return source.place(masker.window.lowerBound + line + max(0, node.column - 1))
    }

    /// A name for a heading that no other heading of the page bears.
    private mutating func identifier(for content: [Inline<Parsed>]) -> String {
        var words = ""
        func collect(_ inlines: [Inline<Parsed>]) {
            for inline in inlines {
                switch inline {
                case .text(let text), .code(let text): words += text
                default: collect(inline.children)
                }
            }
        }
        collect(content)
        let parts = words.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let base = parts.isEmpty ? "part" : parts.joined(separator: "-")
        var name = base
        var count = 2
        while !identifiers.insert(name).inserted {
            name = "\(base)-\(count)"
            count += 1
        }
        return name
    }
}
