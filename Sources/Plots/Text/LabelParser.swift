/// Cuts a label into plain text and formulas.
struct LabelParser {
    enum Part {
        case text(String)
        case math([MathNode])
    }

    let label: String

    init(_ label: String) { self.label = label }

    /// The parts in order. `\$` is a dollar sign, and so is one before a digit that no other one closes: "from $5 to $10".
    func parts() throws -> [Part] {
        guard label.contains("$") else { return label.isEmpty ? [] : [.text(label)] }
        let characters = Array(label)
        var parts: [Part] = []
        var text = ""
        var index = 0
        while index < characters.count {
            if characters[index] == "\\", index + 1 < characters.count, characters[index + 1] == "$" {
                text.append("$")
                index += 2
            } else if characters[index] == "$" {
                let start = index + 1
                var end = start
                while end < characters.count, characters[end] != "$" || isAmount(characters, end, from: start) {
                    end += characters[end] == "\\" ? 2 : 1
                }
                guard end < characters.count else {
                    if start < characters.count, characters[start].isNumber {
                        text.append("$")
                        index += 1
                        continue
                    }
                    throw PlotError.badMath(reason: .unclosedDollar, label: label, offset: index)
                }
                if !text.isEmpty { parts.append(.text(text)) }
                text = ""
                var parser = MathParser(characters[start..<end], label: label)
                parts.append(.math(try parser.parse()))
                index = end + 1
            } else {
                text.append(characters[index])
                index += 1
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        return parts
    }

    /// Whether the dollar sign at `place` starts an amount of money, and closes no formula from `start`.
    private func isAmount(_ characters: [Character], _ place: Int, from start: Int) -> Bool {
        guard place + 1 < characters.count, characters[place + 1].isNumber else { return false }
        return characters[start].isNumber || characters[place - 1] == " "
    }
}
