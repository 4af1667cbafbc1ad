/// Cuts a label into plain text and formulas.
struct LabelParser {
    enum Part {
        case text(String)
        case math([MathNode])
    }

    let label: String

    init(_ label: String) { self.label = label }

    /// The parts in order. `\$` is a dollar sign.
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
                while end < characters.count, characters[end] != "$" { end += characters[end] == "\\" ? 2 : 1 }
                guard end < characters.count else {
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
}
