/// Labels as words for screen readers, tables and searches.
public enum PlainText {
    /// The label with its formulas as words: `$\tilde{\mathbf{w}} = 2\alpha$` becomes "w tilde = 2α". A label that can't
    /// be set comes back as it is; the layout reports what is wrong with it.
    public static func of(_ label: String) -> String {
        guard label.utf8.contains(UInt8(ascii: "$")),
            case .success(let parts) = Result(catching: { try LabelParser(label).parts() })
        else { return label }
        let text = parts.map { part in
            switch part {
            case .text(let text): text
            case .math(let nodes): words(nodes)
            }
        }.joined()
        return text.split(separator: " ").joined(separator: " ")
    }

    /// A row of atoms; relations, and signs between two things, stand between spaces.
    private static func words(_ nodes: [MathNode]) -> String {
        var text = ""
        for (index, node) in nodes.enumerated() {
            switch node {
            case .symbol(let sign, _, .relation): text += " \(sign) "
            case .symbol(let sign, _, .binary)
            where index > 0 && index < nodes.count - 1 && isOperand(nodes[index - 1]):
                text += " \(sign) "
            case .symbol(let sign, _, .punctuation): text += sign + " "
            default: text += words(node)
            }
        }
        return text
    }

    /// Whether a sign after this atom has a left side.
    private static func isOperand(_ node: MathNode) -> Bool {
        switch node {
        case .symbol(_, _, let kind): kind == .ordinary || kind == .closing
        case .space, .large, .name: false
        default: true
        }
    }

    private static func words(_ node: MathNode) -> String {
        switch node {
        case .symbol(let sign, _, _), .large(let sign): signs[sign] ?? sign
        case .name(let name): " \(name) "
        case .text(let text): text
        case .row(let nodes): words(nodes)
        case .scripts(let base, let above, let below):
            words(base) + (below.map(subscripted) ?? "") + (above.map(superscripted) ?? "")
        case .fraction(let top, let bottom): "\(inside(top))/\(inside(bottom))"
        case .binomial(let top, let bottom): "(\(words(top)) choose \(words(bottom)))"
        case .root(let body, nil): "root of \(inside(body))"
        case .root(let body, let degree?): "root \(inside(degree)) of \(inside(body))"
        case .accent(let sign, let base): "\(words(base)) \(accents[sign] ?? sign)"
        case .overline(let body): "\(words(body)) bar"
        case .underline(let body): words(body)
        case .delimited(let left, let body, let right): (signs[left] ?? left) + words(body) + (signs[right] ?? right)
        case .space(let width): width > 0.2 ? " " : ""
        }
    }

    /// A digit or a letter follows its base at once, a word after a space.
    private static func subscripted(_ node: MathNode) -> String {
        let text = words(node)
        return text.count == 1 ? text : " " + text + " "
    }

    private static func superscripted(_ node: MathNode) -> String {
        let text = words(node)
        if ["*", "′", "T"].contains(text) { return text }
        return "^" + (text.count == 1 ? text : "(\(text))")
    }

    /// In parentheses unless it is a single thing.
    private static func inside(_ node: MathNode) -> String {
        if case .row(let nodes) = node, nodes.count > 1 { return "(\(words(nodes)))" }
        return words(node)
    }

    private static let signs = ["∣": "|", "∥": "‖", "∗": "*", "⊤": "T", "ϵ": "ε", "ϕ": "φ", "⋅": "·"]

    private static let accents = [
        "ˆ": "hat", "˜": "tilde", "ˉ": "bar", "⃗": "vector", "˙": "dot", "¨": "double dot", "ˇ": "check", "˘": "breve",
        "ˊ": "acute", "ˋ": "grave",
    ]
}
