/// Parses the TeX between two dollar signs.
struct MathParser {
    private let characters: ArraySlice<Character>
    private let label: String
    private var index: Int
    private var depth = 0

    init(_ characters: ArraySlice<Character>, label: String) {
        self.characters = characters
        self.label = label
        index = characters.startIndex
    }

    /// The whole formula.
    mutating func parse() throws -> [MathNode] {
        let nodes = try row(.normal, until: nil)
        if index < characters.endIndex { throw fault(.strayBrace) }
        return nodes
    }

    private func fault(_ reason: PlotError.MathFault, at offset: Int? = nil) -> PlotError {
        .badMath(reason: reason, label: label, offset: offset ?? index)
    }

    private mutating func skipSpaces() {
        while index < characters.endIndex, characters[index] == " " { index += 1 }
    }

    /// Atoms up to a closing brace, to `\right` or to `close`.
    private mutating func row(_ alphabet: MathAlphabet, until close: Character?) throws -> [MathNode] {
        var nodes: [MathNode] = []
        while true {
            skipSpaces()
            guard index < characters.endIndex, characters[index] != "}", characters[index] != close else {
                return nodes
            }
            if peekCommand() == "right" { return nodes }
            let base =
                characters[index] == "^" || characters[index] == "_"
                ? MathNode.row([]) : try atom(alphabet)
            nodes.append(try scripted(base, alphabet))
        }
    }

    /// `base` with the scripts and primes that follow it.
    private mutating func scripted(_ base: MathNode, _ alphabet: MathAlphabet) throws -> MathNode {
        var above: [MathNode] = []
        var below: MathNode?
        var hasSuperscript = false
        while index < characters.endIndex {
            skipSpaces()
            guard index < characters.endIndex else { break }
            switch characters[index] {
            case "'":
                above.append(.symbol("′", .main, .ordinary))
                index += 1
            case "^":
                if hasSuperscript { throw fault(.doubleScript) }
                hasSuperscript = true
                above.append(try argument(alphabet))
            case "_":
                if below != nil { throw fault(.doubleScript) }
                below = try argument(alphabet)
            default:
                return finished(base, above, below)
            }
        }
        return finished(base, above, below)
    }

    private func finished(_ base: MathNode, _ above: [MathNode], _ below: MathNode?) -> MathNode {
        if above.isEmpty && below == nil { return base }
        return .scripts(
            base: base, superscript: above.isEmpty ? nil : above.count == 1 ? above[0] : .row(above), subscript: below)
    }

    /// What follows the character at `index` as its argument: a group or one atom.
    private mutating func argument(_ alphabet: MathAlphabet) throws -> MathNode {
        let start = index
        index += 1
        skipSpaces()
        guard index < characters.endIndex, characters[index] != "}" else { throw fault(.missingArgument, at: start) }
        return try atom(alphabet)
    }

    private func peekCommand() -> String? {
        guard index < characters.endIndex, characters[index] == "\\" else { return nil }
        let letters = characters[(index + 1)...].prefix { $0.isLetter && $0.isASCII }
        return letters.isEmpty ? characters[(index + 1)...].first.map(String.init) : String(letters)
    }

    private mutating func atom(_ alphabet: MathAlphabet) throws -> MathNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 100 else { throw fault(.nestedTooDeeply) }
        let character = characters[index]
        switch character {
        case "{":
            let start = index
            index += 1
            let nodes = try row(alphabet, until: nil)
            guard index < characters.endIndex, characters[index] == "}" else { throw fault(.unclosedBrace, at: start) }
            index += 1
            return nodes.count == 1 ? nodes[0] : .row(nodes)
        case "\\":
            return try command(alphabet)
        case "|":
            index += 1
            return .symbol("∣", .main, .ordinary)
        case "-", "*":
            index += 1
            return .symbol(character == "-" ? "−" : "∗", .main, .binary)
        default:
            index += 1
            return .symbol(String(character), alphabet.face(for: character), MathSymbols.kind(of: character))
        }
    }

    private mutating func command(_ alphabet: MathAlphabet) throws -> MathNode {
        let start = index
        guard let name = peekCommand() else { throw PlotError.unknownCommand("\\", label: label, offset: start) }
        index += 1 + name.count
        if let letter = MathSymbols.greek[name] { return .symbol(letter, alphabet.greekFace, .ordinary) }
        if let letter = MathSymbols.greekCapitals[name] { return .symbol(letter, alphabet.signFace, .ordinary) }
        if let sign = MathSymbols.ordinary[name] { return .symbol(sign, alphabet.signFace, .ordinary) }
        if let sign = MathSymbols.binary[name] { return .symbol(sign, .main, .binary) }
        if let sign = MathSymbols.relation[name] { return .symbol(sign, .main, .relation) }
        if let sign = MathSymbols.delimiters[name] {
            return .symbol(sign, .main, name.hasPrefix("l") ? .opening : name.hasPrefix("r") ? .closing : .ordinary)
        }
        if let sign = MathSymbols.large[name] {
            // Where limits stand follows from the style: running text.
            if let placed = peekCommand(), placed == "limits" || placed == "nolimits" { index += 1 + placed.count }
            return .large(sign)
        }
        if MathSymbols.names.contains(name) {
            return .name(name == "argmax" ? "arg max" : name == "argmin" ? "arg min" : name)
        }
        if let width = MathSymbols.spaces[name] { return .space(width) }
        if let accent = MathSymbols.accents[name] { return .accent(accent, try next(alphabet, after: start)) }
        if let letters = MathSymbols.alphabets[name] { return try next(letters, after: start) }
        switch name {
        case "frac", "tfrac", "dfrac":
            return .fraction(try next(alphabet, after: start), try next(alphabet, after: start))
        case "binom":
            return .binomial(try next(alphabet, after: start), try next(alphabet, after: start))
        case "sqrt":
            var degree: MathNode?
            skipSpaces()
            if index < characters.endIndex, characters[index] == "[" {
                index += 1
                degree = .row(try row(alphabet, until: "]"))
                guard index < characters.endIndex, characters[index] == "]" else {
                    throw fault(.unclosedBrace, at: start)
                }
                index += 1
            }
            return .root(try next(alphabet, after: start), degree: degree)
        case "overline": return .overline(try next(alphabet, after: start))
        case "underline": return .underline(try next(alphabet, after: start))
        case "text", "textrm", "mbox": return .text(try words(after: start))
        case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "bigm":
            return try next(alphabet, after: start)
        case "underset", "overset":
            let mark = try next(alphabet, after: start)
            let base = try next(alphabet, after: start)
            return name == "underset"
                ? .scripts(base: base, superscript: nil, subscript: mark)
                : .scripts(base: base, superscript: mark, subscript: nil)
        case "operatorname":
            if index < characters.endIndex, characters[index] == "*" { index += 1 }
            return .name(try words(after: start))
        case "left": return try delimited(alphabet, start)
        default: throw PlotError.unknownCommand("\\" + name, label: label, offset: start)
        }
    }

    private mutating func next(_ alphabet: MathAlphabet, after start: Int) throws -> MathNode {
        skipSpaces()
        guard index < characters.endIndex, characters[index] != "}", characters[index] != "^", characters[index] != "_"
        else { throw fault(.missingArgument, at: start) }
        return try atom(alphabet)
    }

    /// The letters of a braced argument, as they are.
    private mutating func words(after start: Int) throws -> String {
        skipSpaces()
        guard index < characters.endIndex, characters[index] == "{" else { throw fault(.missingArgument, at: start) }
        let open = index
        var depth = 0
        var letters = ""
        while index < characters.endIndex {
            let character = characters[index]
            index += 1
            switch character {
            case "{": depth += 1
            case "}":
                depth -= 1
                if depth == 0 { return letters }
            default: letters.append(character)
            }
        }
        throw fault(.unclosedBrace, at: open)
    }

    private mutating func delimited(_ alphabet: MathAlphabet, _ start: Int) throws -> MathNode {
        let left = try delimiter(start)
        let body = try row(alphabet, until: nil)
        guard peekCommand() == "right" else { throw fault(.unclosedDelimiter, at: start) }
        index += 6
        return .delimited(left, .row(body), try delimiter(start))
    }

    private mutating func delimiter(_ start: Int) throws -> String {
        skipSpaces()
        guard index < characters.endIndex else { throw fault(.missingArgument, at: start) }
        if let name = peekCommand() {
            guard let sign = MathSymbols.delimiters[name] else {
                throw PlotError.unknownCommand("\\" + name, label: label, offset: index)
            }
            index += 1 + name.count
            return sign
        }
        defer { index += 1 }
        return characters[index] == "." ? "" : characters[index] == "|" ? "∣" : String(characters[index])
    }
}
