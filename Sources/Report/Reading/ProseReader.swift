import Notebook

/// Reads a template: masks what Markdown must not see, lets cmark-gfm read the rest, and makes a prose tree of both.
struct ProseReader {
    let source: SourceText
    let language: Language
    let masker: ProseMasker
    /// The text that cmark-gfm reads: as long as the template, but of fewer lines where a cover hides several.
    private let masked: [UInt8]
    /// Where its lines begin.
    private let lineStarts: [Int]
    var extra: [Problem] = []
    /// The masks that came out of cmark again.
    var seen: Set<Int> = []
    var identifiers = Identifiers()
    var isInNote = false
    /// Braces that were read and wait for the heading or the caption they belong to.
    var attributes: [(Attributes, offset: Int)] = []
    /// The labels of headings so far.
    private var headings: Set<String> = []
    /// How many numbered boxes without a label there were.
    private var boxes = 0
    /// The notes of the template, in their order.
    let notes: [String]

    /// The prose of `source` and everything wrong with it.
    ///
    /// - Parameters:
    ///   - window: the bytes to read, when not all of them.
    ///   - notes: the notes of the template that the window is of.
    static func read(
        _ source: SourceText, window: Range<Int>? = nil, notes: [String]? = nil, in language: Language = .english
    ) -> (prose: Prose<Parsed>, problems: [Problem]) {
        var reader = ProseReader(source, window: window ?? 0..<source.bytes.count, notes: notes, language)
        var nodes = CMarkNode.parse(reader.masked, in: language)?.children ?? []
        // The mentions that keep cmark from dropping notes.
        if !reader.masker.notes.isEmpty, let last = nodes.lastIndex(where: { $0.kind != "footnote_definition" }) {
            nodes.remove(at: last)
        }
        var blocks: [Block<Parsed>] = []
        var places: [Place] = []
        var texts: [[Block<Parsed>]] = []
        for node in nodes where node.kind == "footnote_definition" {
            reader.isInNote = true
            texts.append(reader.blocks(node.children))
            reader.isInNote = false
        }
        for (parts, place) in reader.captioned(nodes.filter { $0.kind != "footnote_definition" }) {
            blocks += parts
            places += parts.indices.map { $0 == 0 ? place : Place(file: source.file) }
        }
        reader.lookForLostMasks()
        return (Prose(blocks: blocks, places: places, notes: texts), reader.masker.problems + reader.extra)
    }

    private init(_ source: SourceText, window: Range<Int>, notes: [String]?, _ language: Language) {
        self.source = source
        self.language = language
        masker = ProseMasker(source, window: window, notes: notes)
        self.notes = notes ?? masker.notes
        let masked = masker.masked
        self.masked = masked
        for case .attributes(let attributes, _) in masker.masks.map(\.content) {
            for label in attributes.labels { identifiers.keep(label.text) }
        }
        lineStarts = [0] + masked.indices.filter { masked[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// What was covered and did not come out again would be missing on the page.
    private mutating func lookForLostMasks() {
        for (_, offset) in attributes {
            let text = source.bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
            extra.append(Problem(.strayAttributes(String(decoding: text, as: UTF8.self)), at: source.place(offset)))
        }
        for (index, mask) in masker.masks.enumerated() where !seen.contains(index) {
            extra.append(Problem(.lostMarkup, at: source.place(mask.range.lowerBound)))
        }
    }

    // MARK: Blocks

    mutating func blocks(_ nodes: [CMarkNode]) -> [Block<Parsed>] { captioned(nodes).flatMap(\.blocks) }

    /// The blocks of each of `nodes`; a paragraph "Table: …" behind a table is its caption.
    private mutating func captioned(_ nodes: [CMarkNode]) -> [(blocks: [Block<Parsed>], place: Place)] {
        var all: [(blocks: [Block<Parsed>], place: Place)] = []
        for node in nodes {
            let parts = block(node)
            if case .paragraph(let content)? = parts.first, parts.count == 1, case .text(let text)? = content.first,
                let mark = ["Table: ", ": "].first(where: { text.hasPrefix($0) }),
                case .table? = all.last?.blocks.last, let table = all[all.count - 1].blocks.popLast()
            {
                var caption = content
                caption[0] = .text(String(text.dropFirst(mark.count)))
                let label = takeLabel(from: &caption, prefix: "tbl")
                all[all.count - 1].blocks.append(.leaf(.captioned(label, caption: caption, table)))
                continue
            }
            if case .paragraph(let content)? = parts.first, parts.count == 1, Self.isMeaning(content),
                let before = all.last?.blocks, let blocks = defined(before, by: content)
            {
                all[all.count - 1].blocks = blocks
                continue
            }
            if case .paragraph(let content)? = parts.last,
                let index = Self.lines(of: content).firstIndex(where: Self.isMeaning)
            {
                let place = source.place(offset(ofLine: node.line + index) + max(0, node.column - 1))
                extra.append(Problem(.foreign(":", instead: "the term that it explains in the line above"), at: place))
            }
            all.append((parts, place(node)))
        }
        return all
    }

    mutating func block(_ node: CMarkNode) -> [Block<Parsed>] {
        switch node.kind {
        case "paragraph": return paragraph(node)
        case "heading":
            var content = inlines(node)
            let label = takeLabel(from: &content, prefix: nil)
            if Identifiers.words(of: content).trimming.isEmpty, content.allSatisfy(Self.isText) {
                extra.append(Problem(.emptyHeading, at: place(node)))
            }
            if let label { check(ofHeading: label) }
            return [.heading(level: node.number, id: identifiers.next(for: content, label: label?.text), content)]
        case "block_quote": return [quotation(node)]
        case "list":
            let items = node.children.map { task(blocks($0.children)) }
            return [.list(start: node.number >= 0 ? node.number : nil, tight: node.isTight, items: items)]
        case "code_block": return [code(node)]
        case "table":
            let rows = node.children.map { $0.children.map { inlines($0) } }
            return [.table(alignments: node.alignments, rows: rows)]
        case "thematic_break": return [.rule]
        case "html_block":
            html(node)
            return []
        default:
            if !node.children.isEmpty { return blocks(node.children) }
            if node.kind != "item" { extra.append(Problem(.tooDeep, at: place(node))) }
            return []
        }
    }

    private static func isText(_ inline: Inline<Parsed>) -> Bool {
        switch inline {
        case .text, .softBreak, .lineBreak: true
        default: false
        }
    }

    /// The label of a heading is its own, on its page and among the names that pages give.
    private mutating func check(ofHeading label: Name) {
        let own = label.text.hasPrefix("sec-") ? String(label.text.dropFirst(4)) : label.text
        if !headings.insert(own).inserted { extra.append(Problem(.duplicate(.heading, label.text), at: label.place)) }
        if Identifiers.isTaken(label.text) { extra.append(Problem(.takenLabel(label.text), at: label.place)) }
    }

    /// A paragraph, or what stands alone in one; displays inside it part it.
    private mutating func paragraph(_ node: CMarkNode) -> [Block<Parsed>] {
        if let picture = lonePicture(node) { return [picture] }
        var parts: [Block<Parsed>] = []
        var run: [Inline<Parsed>] = []
        for piece in pieces(node) {
            switch piece {
            case .inline(let inline): run.append(inline)
            case .display(let math, let values, let labels, let claims):
                if let words = Self.words(run) { parts.append(.paragraph(words)) }
                parts.append(.leaf(.display(math, values: values, labels: labels, claims: claims)))
                run = []
            }
        }
        if let words = Self.words(run) {
            parts.append(Self.claims(in: words) ?? definitions(in: words) ?? .paragraph(words))
        }
        return parts
    }

    /// `run` without breaks at its ends; nil when nothing is left.
    static func words(_ run: [Inline<Parsed>]) -> [Inline<Parsed>]? {
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

    /// Terms, each with lines below it that begin with colons; a line without one goes on with what stands above it.
    private func definitions(in words: [Inline<Parsed>]) -> Block<Parsed>? {
        let lines = Self.lines(of: words)
        guard lines.count > 1, !Self.isMeaning(lines[0]), Self.isMeaning(lines[1]) else { return nil }
        var entries: [Definition<Parsed>] = []
        var term: [Inline<Parsed>] = []
        for (index, line) in lines.enumerated() {
            if Self.isMeaning(line), case .text(let text)? = line.first {
                let rest = [.text(String(text.dropFirst(2).drop { $0 == " " }))] + line.dropFirst()
                entries.append(Definition(term: term, text: rest))
                term = []
            } else if index + 1 < lines.count, Self.isMeaning(lines[index + 1]) {
                term = line
            } else if let last = entries.popLast() {
                entries.append(Definition(term: last.term, text: last.text + [.softBreak] + line))
            }
        }
        return .definitions(entries)
    }

    private static func lines(of words: [Inline<Parsed>]) -> [[Inline<Parsed>]] {
        words.split { if case .softBreak = $0 { true } else { false } }.map(Array.init)
    }

    /// Whether a line begins with a colon and a space.
    private static func isMeaning(_ line: [Inline<Parsed>]) -> Bool {
        if case .text(let text)? = line.first { text.hasPrefix(": ") } else { false }
    }

    /// What `blocks`, which may end in a term, become when `content` follows that says what it means; nil where it does not.
    private func defined(_ blocks: [Block<Parsed>], by content: [Inline<Parsed>]) -> [Block<Parsed>]? {
        switch blocks.last {
        case .paragraph(let term)? where Self.lines(of: term).count == 1:
            guard let block = definitions(in: term + [.softBreak] + content) else { return nil }
            return blocks.dropLast() + [block]
        case .definitions(let entries)?:
            guard case .definitions(let more)? = definitions(in: [.text("")] + [.softBreak] + content) else {
                return nil
            }
            let first = more.prefix(1).map { Definition(term: [], text: $0.text) }
            return blocks.dropLast() + [.definitions(entries + first + more.dropFirst())]
        default: return nil
        }
    }

    /// An item that begins with `[ ]` or `[x]` begins with a box.
    private func task(_ blocks: [Block<Parsed>]) -> [Block<Parsed>] {
        guard case .paragraph(var content)? = blocks.first, case .text(let text)? = content.first,
            let box = [("[ ]", "☐"), ("[x]", "☑"), ("[X]", "☑")].first(where: {
                text == $0.0 || text.hasPrefix($0.0 + " ")
            })
        else { return blocks }
        content[0] = .text(box.1 + text.dropFirst(3))
        return [.paragraph(content)] + blocks.dropFirst()
    }

    /// A quotation, or a callout when it begins with `[!NOTE]` or the like.
    private mutating func quotation(_ node: CMarkNode) -> Block<Parsed> {
        guard let paragraph = node.children.first, paragraph.kind == "paragraph",
            let match = paragraph.children.first?.literal.prefixMatch(of: /\[!([A-Za-z]+)\]([+-]?) */),
            source.bytes[offset(of: paragraph)...].first == UInt8(ascii: "[")
        else { return .quote(blocks(node.children)) }
        guard let kind = CalloutKind(rawValue: match.1.uppercased()) else {
            let known = CalloutKind.allCases.map(\.rawValue)
            let suggestion = Spelling.nearest(to: match.1.uppercased(), among: known)
            extra.append(Problem(.unknown(.callout, "[!\(match.1)]", suggestion: suggestion), at: place(node)))
            return .quote(blocks(node.children))
        }
        let (line, rest) = paragraph.withoutPrefix(match.0.count).parted
        var title = inlines(line)
        if case .text("")? = title.first { title.removeFirst() }
        var label = takeLabel(from: &title, prefix: kind.prefix)
        if let label, kind.prefix == nil {
            extra.append(Problem(.strayAttributes("{#\(label.text)}"), at: label.place))
        }
        if label == nil, kind.isNumbered {
            boxes += 1
            label = Name(text: "box-\(boxes)", place: place(node))
        }
        let inner = blocks((rest.map { [$0] } ?? []) + node.children.dropFirst())
        if kind == .figure { return group(label, title, inner, at: place(node)) }
        let fold: CalloutFold? =
            match.2 == "-" || kind == .details || kind == .solution && match.2 != "+"
            ? .closed : match.2 == "+" ? .open : nil
        if kind == .margin || kind == .full, !title.isEmpty || label != nil {
            extra.append(Problem(.noTitle("[!\(kind.rawValue)]"), at: place(node)))
        }
        return .callout(
            Callout(kind: kind, title: title, label: label, number: "", fold: fold), inner)
    }

    /// Several figures or pictures under one caption.
    private mutating func group(
        _ label: Name?, _ caption: [Inline<Parsed>], _ parts: [Block<Parsed>], at place: Place
    ) -> Block<Parsed> {
        let isWhole = parts.allSatisfy { part in
            switch part {
            case .leaf(.picture), .leaf(.figure): true
            default: false
            }
        }
        guard let label, isWhole, (2...26).contains(parts.count) else {
            extra.append(Problem(.badGroup, at: place))
            return .quote(parts)
        }
        return .leaf(.group(label, caption: caption, parts))
    }

    // MARK: Places

    func place(_ node: CMarkNode) -> Place { source.place(offset(of: node)) }

    /// The byte of the source at which `node` begins.
    private func offset(of node: CMarkNode) -> Int {
        min(offset(ofLine: node.line) + max(0, node.column - 1), source.bytes.count)
    }

    /// Where line `line` of what cmark read begins in the source.
    func offset(ofLine line: Int) -> Int {
        masker.window.lowerBound + (lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : 0)
    }

    /// Where `text` stands first from the beginning of `node` on.
    func place(of text: String, in node: CMarkNode) -> Place {
        let line = lineStarts.indices.contains(node.line - 1) ? lineStarts[node.line - 1] : 0
        let start = min(masker.window.lowerBound + line, masker.window.upperBound)
        let rest = source.bytes[start..<masker.window.upperBound]
        return rest.firstPlace(of: Array(text.utf8)).map { source.place($0.lowerBound) } ?? place(node)
    }
}
