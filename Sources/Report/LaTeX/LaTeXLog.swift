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

    /// - Throws: `ReportError.latexFailed` when there is no log, as when it could not start.
    init(contentsOf url: URL) throws(ReportError) {
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw .latexFailed("it left no log")
        }
        self.init(String(decoding: data, as: UTF8.self))
    }

    init(_ text: String) {
        // Files open and close as parentheses; the innermost open one is where an overfull line stands.
        var open: [String] = []
        for line in text.split(separator: "\n") {
            if let match = line.firstMatch(of: /^(?:\.\/)?([\w.-]+\.(?:tex|sty)):(\d+): (.*)$/) {
                errors.append(Note(file: String(match.1), line: Int(match.2) ?? 0, text: Self.cleaned(match.3)))
            } else if line.hasPrefix("!"), !line.contains("==>") {
                errors.append(Note(file: "", line: 0, text: Self.cleaned(line.drop { "! ".contains($0) })))
            } else if let match = line.firstMatch(of: /^Overfull \\hbox \(([\d.]+)pt too wide\).*at lines? (\d+)/) {
                let note = Note(
                    file: open.last { $0.hasSuffix(".tex") } ?? "", line: Int(match.2) ?? 0, text: String(line))
                overfull.append((Double(match.1) ?? 0, note))
            } else {
                Self.follow(line, &open)
            }
        }
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
        while let mark = rest.firstIndex(where: { $0 == "(" || $0 == ")" }) {
            let after = rest[rest.index(after: mark)...]
            if rest[mark] == "(" {
                let name = after.prefix { !" ()".contains($0) }
                open.append(name.hasPrefix("./") ? String(name.dropFirst(2)) : String(name))
            } else if !open.isEmpty {
                open.removeLast()
            }
            rest = after
        }
    }
}
