/// Sets labels: plain text in the sans face, TeX between dollar signs in KaTeX's math faces.
struct Typesetter {
    let measure: any TextMeasure
    private let cache = Cache()

    init(measure: any TextMeasure) { self.measure = measure }

    /// Labels that were set before: ticks are tried many times. Used by one drawing only.
    private final class Cache {
        struct Key: Hashable {
            let label: String
            let size: Double
            let isBold: Bool
        }

        var lines: [Key: Typeset] = [:]
    }

    /// A label at `size` points, in one line unless it asks for more. The ascent and descent are at least those of a line of plain text,
    /// so that labels beside each other share a baseline.
    func set(_ label: String, size: Double, bold: Bool = false) throws -> Typeset {
        let key = Cache.Key(label: label, size: size, isBold: bold)
        if let known = cache.lines[key] { return known }
        let prepared = PlainLetters.prepared(label)
        if prepared.contains(where: \.isNewline) {
            let lines = try Paragraph.lines(of: prepared).map { try set($0, size: size, bold: bold) }
            let box = Typeset.stacked(lines, alignment: .left)
            cache.lines[key] = box
            return box
        }
        var line = Typeset(ascent: 0.69 * size, descent: 0.2 * size)
        let face: FontFace = bold ? .sansBold : .sans
        let parts = try LabelParser(prepared).parts()
        // Read from right to left, what comes first stands on the right; formulas keep their direction.
        let isRightToLeft = parts.count > 1 && ComplexScripts.isRightToLeft(prepared)
        for part in isRightToLeft ? parts.reversed() : parts {
            switch part {
            case .text(let text):
                for part in PlainLetters.parts(isRightToLeft ? ComplexScripts.rightToLeftMark + text : text) {
                    switch part {
                    case .run(let letters): line.append(try run(letters, face, size: size))
                    case .accented(let letter, let accent):
                        let sign = MathNode.accent(accent, .symbol(letter, face, .ordinary))
                        line.append(try MathLayout(typesetter: self).set([sign], size: size, level: 0))
                    }
                }
            case .math(let nodes):
                line.append(try MathLayout(typesetter: self).set(nodes, size: size, level: 0))
            }
        }
        line.ascent = max(line.ascent, 0.69 * size)
        line.descent = max(line.descent, 0.2 * size)
        cache.lines[key] = line
        return line
    }

    /// Letters of one face.
    func run(_ string: String, _ face: FontFace, size: Double) throws -> Typeset {
        guard !string.isEmpty else { return Typeset() }
        let extent = try measure.extent(of: string, face: face, size: size)
        return Typeset(
            width: extent.width, ascent: extent.ascent, descent: extent.descent,
            items: [.run(string, face, size: size, .zero)])
    }
}
