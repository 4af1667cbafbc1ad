import Foundation

/// What pdfLaTeX had to say.
struct LaTeXLog: Sendable {
    /// Something about a line of a file.
    struct Note: Hashable, Sendable {
        let file: String
        let line: Int
        let text: String
    }

    /// What stopped or would have stopped it.
    private(set) var errors: [Note] = []
    /// Lines wider than the column, by points.
    private(set) var overfull: [(points: Double, note: Note)] = []

    init(_ text: String) {
        // Files open and close as parentheses; the innermost open one is where an overfull line stands.
        var open: [String] = []
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let line = Substring(bytes)
            if let error = Self.error(in: line) {
                errors.append(error)
            } else if line.hasPrefix("!"), !line.contains("==>") {
                errors.append(Note(file: "", line: 0, text: Self.cleaned(line.drop { "! ".contains($0) })))
            } else if line.hasPrefix("Overfull"),
                let match = line.firstMatch(of: /^Overfull \\hbox \(([\d.]+)pt too wide\).*at lines? (\d+)/)
            {
                let note = Note(
                    file: open.last { $0.hasSuffix(".tex") } ?? "", line: Int(match.2) ?? 0, text: String(line))
                overfull.append((Double(match.1) ?? 0, note))
            } else {
                Self.follow(line, &open)
            }
        }
    }

    /// What `line` tells in the form "./bagging.tex:12: Missing $ inserted."; regular expressions take longer than LaTeX
    /// takes for a page.
    private static func error(in line: Substring) -> Note? {
        let parts = line.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int(Substring(parts[1])), parts[2].first == UInt8(ascii: " ") else {
            return nil
        }
        let name = Substring(parts[0]).trimmingPrefix("./")
        guard name.hasSuffix(".tex") || name.hasSuffix(".sty"),
            name.utf8.allSatisfy({ Attributes.isName($0) && $0 != UInt8(ascii: "/") })
        else { return nil }
        return Note(file: String(name), line: number, text: cleaned(Substring(parts[2].dropFirst())))
    }

    private static func cleaned(_ text: Substring) -> String {
        var text = text
        for prefix in ["LaTeX Error: ", "Package ", "Undefined control sequence"] where text.hasPrefix(prefix) {
            if prefix.hasPrefix("LaTeX") { text = text.dropFirst(prefix.count) }
        }
        return text.hasSuffix(".") ? String(text.dropLast()) : String(text)
    }

    private static func follow(_ line: Substring, _ open: inout [String]) {
        var rest = line
        while let mark = rest.utf8.firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) {
            let after = rest[rest.utf8.index(after: mark)...]
            if rest.utf8[mark] == UInt8(ascii: "(") {
                let name = after.prefix { !" ()".contains($0) }
                open.append(name.hasPrefix("./") ? String(name.dropFirst(2)) : String(name))
            } else if !open.isEmpty {
                open.removeLast()
            }
            rest = after
        }
    }
}
