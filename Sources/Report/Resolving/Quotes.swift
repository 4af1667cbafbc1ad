/// Turns straight quotes into curly ones.
enum Quotes {
    /// `text` with each quote opening or closing, by what stands before it.
    ///
    /// - Parameter previous: the character before the text; nil at the beginning of a line.
    static func curled(_ text: String, after previous: Character? = nil) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }) else { return text }
        var previous = previous
        return String(
            text.map { character in
                defer { previous = character }
                let opens = previous.map { $0.isWhitespace || "([{–—“‘\"'".contains($0) } ?? true
                switch character {
                case "'": return opens ? "‘" : "’"
                case "\"": return opens ? "“" : "”"
                default: return character
                }
            })
    }
}
