/// Finds what Markdown must not see and covers it, so that formulas keep their backslashes and places stay true.
///
/// cmark says what is a paragraph, a heading or a cell; what is covered lies within one of them. Only a display may reach
/// further, since lines of formulas can look like lists: then cmark is asked again.
struct ProseMasker {
    let source: SourceText
    /// The bytes that are read.
    let window: Range<Int>
    private(set) var masks: [Mask] = []
    /// The masks of two bytes.
    private(set) var shortMasks: [Int] = []
    private(set) var problems: [Problem] = []
    /// The notes that are mentioned and defined, in the order of their first mention.
    private(set) var notes: [String] = []
    /// Every mark of a note, fences included.
    private var mentions: [Name] = []
    private let bytes: ArraySlice<UInt8>
    /// The notes that are known already, for a fragment of a template.
    private let knownNotes: [String]?

    /// How often cmark is asked.
    private static let roundLimit = 300

    init(_ source: SourceText, window: Range<Int>, notes: [String]? = nil) {
        self.source = source
        self.window = window
        knownNotes = notes
        bytes = source.bytes[window]
        lookForControls()
        lookForFrontMatter()
        scanAll()
        settleNotes()
    }

    /// The text with every mask covered by its stand-in, and a mention of every note at its end, so that cmark keeps them all.
    var masked: [UInt8] {
        let mentions = notes.map { "[^\($0)]" }.joined(separator: " ")
        return covered + (notes.isEmpty ? [] : Array("\n\n\(mentions)\n".utf8))
    }

    private var covered: [UInt8] { Placeholder.cover(masks, in: bytes) }

    private mutating func lookForControls() {
        for (offset, byte) in zip(bytes.indices, bytes) where byte < 32 || byte >= 127 {
            if byte < 128 {
                if !"\t\n".utf8.contains(byte) { add(.controlCharacter(UInt32(byte)), at: offset) }
            } else if let code = ForbiddenCharacter.code(at: offset, in: bytes) {
                add(.controlCharacter(code), at: offset)
            }
        }
    }

    private mutating func lookForFrontMatter() {
        guard window.lowerBound == 0, bytes.starts(with: "---\n".utf8) else { return }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst()
        guard let first = lines.first, first.contains(UInt8(ascii: ":")),
            lines.contains(where: { $0.elementsEqual("---".utf8) || $0.elementsEqual("...".utf8) })
        else { return }
        add(.foreign("---", instead: "nothing: title and number come from the section"), at: 0)
    }

    // MARK: Rounds

    private mutating func scanAll() {
        var done = window.lowerBound
        for _ in 0..<Self.roundLimit {
            let covered = self.covered
            let text = shadow(of: covered)
            guard var root = CMarkNode.parse(text) else { return }
            let starts = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
            root.placeHeads(in: text, lineStarts: starts)
            if let comment = Self.comment(before: root, in: text, lineStarts: starts) {
                cover(comment)
                continue
            }
            for leaf in LeafText.all(in: root, of: covered, lineStarts: starts) {
                done = scan(leaf, from: done)
                if needsRound { break }
            }
            if needsRound {
                needsRound = false
                continue
            }
            look(at: root, of: text, lineStarts: starts)
            lookForUnusedAddresses(root, of: text, lineStarts: starts)
            return
        }
        add(.tooMuchMarkup(limit: Self.roundLimit), at: done)
    }

    private var needsRound = false

    /// The comment at the beginning of a block whose line goes on with words: cmark takes all of that line for HTML.
    private static func comment(before node: CMarkNode, in text: [UInt8], lineStarts: [Int]) -> Range<Int>? {
        if node.kind == "html_block", node.literal.utf8.starts(with: "<!--".utf8), node.line > 0,
            lineStarts.indices.contains(node.line - 1)
        {
            let start = lineStarts[node.line - 1] + max(node.column - 1, 0)
            // cmark gives no end of a comment that ends where it began.
            guard node.literal.contains("-->"), start < text.count,
                let open = text[start...].firstPlace(of: Array("<!--".utf8)),
                let close = text[open.upperBound...].firstPlace(of: Array("-->".utf8))
            else { return nil }
            let rest = text[close.upperBound...].prefix { $0 != UInt8(ascii: "\n") }
            return rest.allSatisfy { " \t".utf8.contains($0) } ? nil : open.lowerBound..<close.upperBound
        }
        for child in node.children {
            if let found = comment(before: child, in: text, lineStarts: lineStarts) { return found }
        }
        return nil
    }

    /// Covers a comment that stands at `range` of the window.
    private mutating func cover(_ range: Range<Int>) {
        let range = (range.lowerBound + window.lowerBound)..<(range.upperBound + window.lowerBound)
        masks.append(Mask(range: range, content: .nothing))
    }

    /// `text` without the bars of values, which are no ends of cells.
    private func shadow(of text: [UInt8]) -> [UInt8] {
        var text = text
        var at = 0
        while let open = text[at...].firstPlace(of: Array("{{".utf8)) {
            let end = text[open.upperBound...].firstIndex { "\n}".utf8.contains($0) } ?? text.count
            for index in open.upperBound..<end where text[index] == UInt8(ascii: "|") {
                text[index] = UInt8(ascii: ":")
            }
            at = end
        }
        return text
    }

    /// Blocks whose text means itself, and rows that cmark would cut.
    private mutating func look(at node: CMarkNode, of text: [UInt8], lineStarts: [Int]) {
        func line(_ number: Int) -> Range<Int> {
            guard lineStarts.indices.contains(number - 1) else { return text.count..<text.count }
            return lineStarts[number - 1]..<(number < lineStarts.count ? lineStarts[number] - 1 : text.count)
        }
        let start = line(node.line).lowerBound + max(node.column - 1, 0)
        if node.kind == "code_block", !node.info.contains("~"),
            !Self.isClosed(text[min(start, line(node.line).upperBound)...], line(node.endLine), in: text)
        {
            add(.unclosedFence, at: window.lowerBound + start)
        }
        switch node.kind {
        case "code_block" where node.info.hasPrefix("algorithm"):
            for number in node.line...max(node.line, node.endLine) { mentionNotes(in: line(number)) }
        case "code_block" where node.info.hasPrefix("{"):
            let (markup, instead) = Neighbour.directive(node.info)
            add(.foreign(markup, instead: instead), at: window.lowerBound + start)
        case "code_block" where node.info == "math":
            add(.foreign("```math", instead: "$$ … $$"), at: window.lowerBound + start)
        case "thematic_break":
            let words = text[line(node.line)].split { " \t>".utf8.contains($0) }
            if words.count > 1, words.contains(where: { $0.count > 1 && $0.first == UInt8(ascii: "-") }) {
                add(
                    .foreign("--- ---", instead: "| cell | cell |, with |---|---| below the first row"),
                    at: window.lowerBound + start)
            }
        case "table":
            let columns = node.alignments.count
            for row in node.children where row.line > 0 {
                let range = line(row.line)
                let cells = Self.cells(
                    text[max(range.lowerBound, range.lowerBound + row.column - 1)..<range.upperBound])
                let words = text[range].drop { " >".utf8.contains($0) }
                if words.starts(with: ": ".utf8) || words.starts(with: "Table: ".utf8) {
                    let mark = words.starts(with: ": ".utf8) ? ":" : "Table:"
                    add(
                        .foreign(mark, instead: "a blank line between the table and its caption"),
                        at: window.lowerBound + words.startIndex)
                }
                if cells > columns {
                    add(
                        .tooManyCells(cells, columns: columns),
                        at: window.lowerBound + range.lowerBound + row.column - 1)
                }
            }
        default: break
        }
        for child in node.children { look(at: child, of: text, lineStarts: lineStarts) }
    }

    /// Whether the fence that opens `rest`, if one does, is closed in the line `last`.
    private static func isClosed(_ rest: ArraySlice<UInt8>, _ last: Range<Int>, in text: [UInt8]) -> Bool {
        guard let sign = rest.first, "`~".utf8.contains(sign), rest.starts(with: [sign, sign, sign]) else {
            return true
        }
        let length = rest.prefix { $0 == sign }.count
        let end = text[last].drop { $0 != sign }
        let run = end.prefix { $0 == sign }
        return last.lowerBound > rest.startIndex && run.count >= length
            && end.dropFirst(run.count).allSatisfy { " \t".utf8.contains($0) }
            && text[last].prefix { $0 != sign }.allSatisfy { " \t>".utf8.contains($0) }
    }

    /// Lines `[name]: address` that no link takes; cmark leaves them out.
    private mutating func lookForUnusedAddresses(_ root: CMarkNode, of text: [UInt8], lineStarts: [Int]) {
        guard text.firstPlace(of: Array("]:".utf8)) != nil else { return }
        var taken: Set<Int> = []
        func collect(_ node: CMarkNode) {
            let isLeaf = !["document", "block_quote", "list", "item", "footnote_definition"].contains(node.kind)
            if isLeaf, node.line > 0 { taken.formUnion(node.line...max(node.line, node.endLine)) }
            if !isLeaf { for child in node.children { collect(child) } }
        }
        collect(root)
        let words = String(decoding: text, as: UTF8.self).lowercased()
        for (index, start) in lineStarts.enumerated() where !taken.contains(index + 1) {
            let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : text.count
            let line = text[start..<end].drop { " >".utf8.contains($0) }
            let found = String(decoding: line, as: UTF8.self)
            guard let match = found.prefixMatch(of: /\[([^\[\]]+)\]:/) else { continue }
            let label = String(match.1)
            let at = window.lowerBound + line.startIndex
            if label.hasPrefix("^") {
                if label.contains(" ") { add(.badNoteName(String(label.dropFirst())), at: at) }
            } else if label.hasPrefix("!") {
                add(.foreign("[\(label)]:", instead: "> [\(label)] and the title behind it, without a colon"), at: at)
            } else if words.ranges(of: "[\(label.lowercased())]").count < 2 {
                add(.unused(.link, label), at: at)
            }
        }
    }

    /// How many cells stand in a row.
    private static func cells(_ row: ArraySlice<UInt8>) -> Int {
        var row = row
        while let last = row.last, " \t".utf8.contains(last) { row.removeLast() }
        if row.first == UInt8(ascii: "|") { row.removeFirst() }
        var bars = 0
        var previous: UInt8 = 0
        var endsInBar = false
        for byte in row {
            endsInBar = byte == UInt8(ascii: "|") && previous != UInt8(ascii: "\\")
            if endsInBar { bars += 1 }
            previous = byte
        }
        return bars + (endsInBar ? 0 : 1)
    }

    // MARK: One block

    /// Scans `leaf` from offset `done` on; returns how far it is done now.
    private mutating func scan(_ leaf: LeafText, from done: Int) -> Int {
        var scanner = LeafScanner(leaf, source: source, window: window, from: done)
        scanner.scan()
        problems += scanner.problems
        for mask in scanner.masks {
            if case .note(let name) = mask.content { mentions.append(name) }
            guard masks.count < Placeholder.limit, shortMasks.count < Placeholder.shortLimit else {
                if !problems.contains(where: { $0.kind == .tooMuchMarkup(limit: Placeholder.limit) }) {
                    add(.tooMuchMarkup(limit: Placeholder.limit), at: mask.range.lowerBound)
                }
                break
            }
            if mask.range.count == 2 { shortMasks.append(masks.count) }
            masks.append(mask)
        }
        needsRound = scanner.reachesFurther
        return max(done, scanner.masks.last?.range.upperBound ?? done)
    }

    // MARK: Notes

    /// The marks of notes in a line that is read as prose later.
    private mutating func mentionNotes(in range: Range<Int>) {
        let range = (range.lowerBound + window.lowerBound)..<(range.upperBound + window.lowerBound)
        for name in Self.noteMarks(in: range, of: source) where !name.isDefinition { mentions.append(name.name) }
    }

    private mutating func settleNotes() {
        if let knownNotes {
            for name in mentions where !knownNotes.contains(Self.key(name.text)) {
                problems.append(Problem(.undefinedNote(name.text), at: name.place))
            }
            return
        }
        var defined: [String: Name] = [:]
        for definition in definitions where defined.updateValue(definition, forKey: Self.key(definition.text)) != nil {
            problems.append(Problem(.duplicate(.note, definition.text), at: definition.place))
        }
        var seen: Set<String> = []
        for name in mentions.sorted(by: { $0.place < $1.place }) {
            let key = Self.key(name.text)
            if defined[key] == nil {
                problems.append(Problem(.undefinedNote(name.text), at: name.place))
            } else if seen.insert(key).inserted {
                notes.append(key)
            }
        }
        for (key, name) in defined.sorted(by: { $0.key < $1.key }) where !seen.contains(key) {
            problems.append(Problem(.unused(.note, name.text), at: name.place))
        }
    }

    /// A note's name as it is compared.
    static func key(_ text: String) -> String { text.lowercased() }

    /// Every line that begins a note, outside code.
    private var definitions: [Name] {
        guard bytes.firstPlace(of: Array("[^".utf8)) != nil, let root = CMarkNode.parse(covered) else { return [] }
        let text = covered
        let starts = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        var literal: Set<Int> = []
        func collect(_ node: CMarkNode) {
            if ["code_block", "html_block"].contains(node.kind), node.line > 0 {
                literal.formUnion(node.line...max(node.line, node.endLine))
            }
            for child in node.children { collect(child) }
        }
        collect(root)
        return starts.indices.filter { !literal.contains($0 + 1) }.flatMap { index -> [Name] in
            let start = starts[index]
            let end = index + 1 < starts.count ? starts[index + 1] - 1 : text.count
            let body = text[start..<end].drop { " >".utf8.contains($0) }
            guard body.starts(with: "[^".utf8) else { return [] }
            let range = (window.lowerBound + body.startIndex)..<(window.lowerBound + end)
            return Self.noteMarks(in: range, of: source).prefix(1).filter(\.isDefinition).map(\.name)
        }
    }

    /// The marks `[^name]` in `range`, each with whether a colon follows it.
    private static func noteMarks(in range: Range<Int>, of source: SourceText) -> [(name: Name, isDefinition: Bool)] {
        var found: [(name: Name, isDefinition: Bool)] = []
        let bytes = source.bytes
        var at = range.lowerBound
        while at + 3 < range.upperBound {
            defer { at += 1 }
            guard bytes[at] == UInt8(ascii: "["), bytes[at + 1] == UInt8(ascii: "^"),
                at == range.lowerBound || bytes[at - 1] != UInt8(ascii: "\\"),
                let close = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "]")), close > at + 2,
                !bytes[(at + 2)..<close].contains(where: { " \t[".utf8.contains($0) })
            else { continue }
            let name = Name(text: source.text((at + 2)..<close), place: source.place(at))
            found.append((name, close + 1 < range.upperBound && bytes[close + 1] == UInt8(ascii: ":")))
        }
        return found
    }

    /// The most problems of one template that are told.
    private static let problemLimit = 100

    private mutating func add(_ kind: Problem.Kind, at offset: Int) {
        // One faulty line may hold thousands, and each shows its line.
        guard problems.count < Self.problemLimit else { return }
        problems.append(Problem(kind, at: source.place(offset)))
    }
}
