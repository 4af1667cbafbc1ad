import Foundation

/// Labels as words for screen readers and tables.
enum PlainText {
    /// The label without dollar signs, braces and backslashes: `$\alpha = 2$` becomes "alpha = 2".
    static func of(_ label: String) -> String {
        var text = ""
        for character in label where !"${}".contains(character) { text.append(character == "\\" ? " " : character) }
        for (command, word) in [("boldsymbol", ""), ("mathbf", ""), ("mathrm", ""), ("times", "×"), ("top", "T")] {
            text = text.replacingOccurrences(of: " " + command, with: word)
        }
        return text.split(separator: " ").joined(separator: " ")
    }
}
