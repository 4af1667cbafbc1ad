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
        for (offset, byte) in zip(bytes.indices, bytes) where Placeholder.holds(byte) || byte == 0 || byte == 127 {
            add(.controlCharacter(byte), at: offset)
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
            for leaf in LeafText.all(in: root, of: covered, lineStarts: starts) {
                done = scan(leaf, from: done)
                if needsRound { break }
            }
            if needsRound {
                needsRound = false
                continue
            }
            look(at: root, of: text, lineStarts: starts)
            return
        }
        add(.tooMuchMarkup(limit: Self.roundLimit), at: done)
    }

    private var needsRound = false

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
        switch node.kind {
        case "code_block" where node.info.hasPrefix("algorithm"):
            for number in node.line...max(node.line, node.endLine) { mentionNotes(in: line(number)) }
        case "code_block" where node.info.hasPrefix("{"):
            add(
                .foreign("```\(node.info)", instead: "a section in Swift for what is to run"),
                at: window.lowerBound + start)
        case "table":
            let columns = node.alignments.count
            for row in node.children where row.line > 0 {
                let range = line(row.line)
                let cells = Self.cells(
                    text[max(range.lowerBound, range.lowerBound + row.column - 1)..<range.upperBound])
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
        return max(done, masks.last?.range.upperBound ?? done)
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
