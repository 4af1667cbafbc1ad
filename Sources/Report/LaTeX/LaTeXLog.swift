import Foundation

/// What pdfLaTeX had to say.
struct LaTeXLog: Sendable {
    /// Something about a line of a file.
    struct Note: Hashable, Sendable {
        let file: String
        let line: Int
        let text: String

        /// The same about `command`, where that is what is unknown.
        fileprivate func naming(_ command: String?) -> Note {
            guard let command, text == "Undefined control sequence" else { return self }
            return Note(file: file, line: line, text: "LaTeX has no command '\(command)'")
        }
    }

    /// What stopped or would have stopped it.
    private(set) var errors: [Note] = []
    /// Lines wider than the column, by points.
    private(set) var overfull: [(points: Double, note: Note)] = []
    /// What the book's own package warns of.
    private(set) var warnings: [Note] = []
    /// The letters that no face of the book has.
    private(set) var missingLetters: Set<Unicode.Scalar> = []
    /// The file that was read last.
    private(set) var lastFile = ""

    /// What TeX says when it is interrupted.
    static let interruption = "Interruption"

    init(_ text: String) {
        // Files open and close as parentheses; the innermost open one is where an overfull line stands.
        var open: [String] = []
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
        for (index, line) in lines.enumerated() {
            if let error = Self.error(in: line) {
                errors.append(error.naming(Self.command(after: index, in: lines)))
            } else if line.hasPrefix("Missing character: "),
                let match = line.firstMatch(of: /\(U\+([0-9A-F]+)\)/),
                let scalar = UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init)
            {
                missingLetters.insert(scalar)
            } else if line.hasPrefix("Package edition Warning: "),
                let match = line.firstMatch(of: /^Package edition Warning: (.*) on input line (\d+)/)
            {
                let file = open.last { $0.hasSuffix(".tex") } ?? ""
                warnings.append(Note(file: file, line: Int(match.2) ?? 0, text: String(match.1)))
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
                if let file = open.last(where: { $0.hasSuffix(".tex") }) { lastFile = file }
            }
        }
    }

    /// The command that TeX had just read when it complained in line `index`: its context ends there.
    private static func command(after index: Int, in lines: [Substring]) -> String? {
        for line in lines[(index + 1)...].prefix(12) {
            if error(in: line) != nil { return nil }
            guard line.hasPrefix("l."), let space = line.firstIndex(of: " ") else { continue }
            let context = line[space...]
            guard let mark = context.lastIndex(of: "\\") else { return nil }
            let name = context[context.index(after: mark)...]
            return name.isEmpty || name.contains(where: { !$0.isLetter }) ? nil : "\\\(name)"
        }
        return nil
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
