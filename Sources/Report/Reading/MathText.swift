/// Reads the TeX of a formula: values in it, and commands that a book can't set or numbers itself.
enum MathText {
    /// The formula and the values that it quotes.
    static func read(_ tex: String, place: Place, offset: Int?) -> (Math, [ValueQuery]) {
        let text = tex.trimming
        var values: [ValueQuery] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            let after = rest[open.upperBound...]
            guard let close = after.firstRange(of: "}}"), isName(after[..<close.lowerBound]),
                let query = ValueQuery(String(after[..<close.lowerBound]), at: place)
            else {
                rest = rest[open.lowerBound...].dropFirst()
                continue
            }
            values.append(query)
            rest = after[close.upperBound...]
        }
        return (Math(tex: text, place: place, offset: values.isEmpty ? offset : nil), values)
    }

    /// Whether braces around `text` quote a value rather than group TeX.
    private static func isName(_ text: Substring) -> Bool {
        let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let name = halves[0].trimming
        return name.first?.isLetter == true
            && name.unicodeScalars.allSatisfy { $0.value < 128 && (Attributes.isName(UInt8($0.value)) || $0 == ":") }
    }

    /// `tex` with each quoted value in the place of its name.
    static func filled(_ tex: String, with numbers: [NumberText]) -> String {
        var out = ""
        var rest = tex[...]
        var numbers = numbers[...]
        while let open = rest.firstRange(of: "{{"), !numbers.isEmpty {
            let after = rest[open.upperBound...]
            guard let close = after.firstRange(of: "}}"), isName(after[..<close.lowerBound]) else {
                out += rest[...open.lowerBound]
                rest = rest[open.lowerBound...].dropFirst()
                continue
            }
            out += rest[..<open.lowerBound] + "{" + (numbers.popFirst()?.tex ?? "") + "}"
            rest = after[close.upperBound...]
        }
        return out + rest
    }
}

extension NumberText {
    /// The number as TeX, for a formula.
    var tex: String {
        var out = ""
        for part in parts {
            switch part {
            case .text(let text):
                out +=
                    isNumber
                    ? text.replacing("\u{202F}", with: "\\,").replacing("−", with: "-").replacing("±", with: "\\pm ")
                        .replacing("%", with: "\\%").replacing("–", with: "\\text{–}").replacing("∞", with: "\\infty ")
                    : "\\text{\(Self.escaped(text))}"
            case .power(let exponent):
                out += out.last?.isNumber == true ? "\\times 10^{\(exponent)}" : "10^{\(exponent)}"
            }
        }
        return out
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "\\": "\\textbackslash{}"
            case "#", "$", "%", "&", "_", "{", "}": "\\\(character)"
            case "^": "\\textasciicircum{}"
            case "~": "\\textasciitilde{}"
            default: String(character)
            }
        }.joined()
    }
}

extension ValueQuery {
    /// Reads `slug:name|option`; nil when no name is in it.
    init?(_ text: String, at place: Place) {
        let halves = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let path = halves[0].trimming.split(separator: ":", maxSplits: 1).map { $0.trimming }
        guard let name = path.last, !name.isEmpty else { return nil }
        self.init(
            section: path.count == 2 ? path[0] : nil, name: name, option: halves.count == 2 ? halves[1].trimming : "",
            place: place)
    }
}
