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

    /// One line of label at `size` points. The ascent and descent are at least those of a line of plain text,
    /// so that labels beside each other share a baseline.
    func set(_ label: String, size: Double, bold: Bool = false) throws -> Typeset {
        let key = Cache.Key(label: label, size: size, isBold: bold)
        if let known = cache.lines[key] { return known }
        var line = Typeset(ascent: 0.69 * size, descent: 0.2 * size)
        for part in try LabelParser(label).parts() {
            switch part {
            case .text(let text):
                line.append(try run(text, bold ? .sansBold : .sans, size: size))
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
