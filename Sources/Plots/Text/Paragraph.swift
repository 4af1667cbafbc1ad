/// Sets a label in several lines, which break at spaces between words and where the label says so.
struct Paragraph {
    enum Alignment { case left, centre, right }

    let typesetter: Typesetter
    let size: Double
    var isBold = false
    var alignment = Alignment.left

    /// The label in lines no wider than `width`; nil where a word is wider, or lines are more or taller than allowed.
    ///
    /// The baseline is that of the first line. `shortening` cuts what more lines would hold.
    func set(
        _ label: String, width: Double, height: Double = .infinity, most: Int, shortening: Bool = false
    ) throws -> Typeset? {
        // A line that starts with a word of another direction runs as its paragraph does.
        let mark = ComplexScripts.isRightToLeft(label) ? ComplexScripts.rightToLeftMark : ""
        func set(_ text: String) throws -> Typeset { try typesetter.set(mark + text, size: size, bold: isBold) }
        var lines: [String] = []
        for line in Self.lines(of: label) {
            var words = Self.words(of: line)[...]
            var text = words.popFirst() ?? ""
            while let word = words.popFirst() {
                let longer = text + " " + word
                if try set(longer).width <= width {
                    text = longer
                } else {
                    lines.append(text)
                    text = word
                }
            }
            lines.append(text)
        }
        if shortening, lines.count > most {
            lines = Array(lines.prefix(most))
            var last = Self.words(of: lines[most - 1])
            while try set(last.joined(separator: " ") + " …").width > width, last.count > 1 { last.removeLast() }
            lines[most - 1] = last.joined(separator: " ") + " …"
        }
        guard lines.count <= most else { return nil }
        let boxes = try lines.map(set)
        guard boxes.allSatisfy({ $0.width <= width }) else { return nil }
        let box = Typeset.stacked(boxes, alignment: alignment)
        return box.height <= height ? box : nil
    }

    /// The lines that a label asks for.
    static func lines(of label: String) -> [String] {
        label.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    }

    /// The words of a line; a formula is part of a word.
    private static func words(of line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isFormula = false
        for character in line {
            if character == "$", word.last != "\\" { isFormula.toggle() }
            if character == " " && !isFormula {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

extension Typeset {
    /// Lines one below the other; the baseline is that of the first.
    static func stacked(_ lines: [Typeset], alignment: Paragraph.Alignment) -> Typeset {
        guard let first = lines.first, lines.count > 1 else { return lines.first ?? Typeset() }
        let width = lines.map(\.width).max() ?? 0
        var box = Typeset(width: width, ascent: first.ascent, descent: first.descent)
        var baseline = 0.0
        for (index, line) in lines.enumerated() {
            if index > 0 { baseline += 1.25 * max(0, lines[index - 1].descent) + line.ascent + 1 }
            let room = width - line.width
            let left = alignment == .left ? 0 : alignment == .right ? room : room / 2
            box.place(line, at: XY(left, baseline))
        }
        return box
    }
}
