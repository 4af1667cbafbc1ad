/// The pattern of a line, in multiples of its width.
public enum Dash: Hashable, Sendable {
    case solid, dashed, dotted, dashDotted, longDashed
    /// Lengths of ink and gap in turn, in points.
    case custom([Double])

    /// - Throws: `PlotError.badNumber` for lengths that Cairo can't draw.
    func check() throws {
        guard case .custom(let lengths) = self else { return }
        for length in lengths where !(length >= 0 && length <= 10_000) {
            throw PlotError.badNumber(what: "the length of a dash", value: length)
        }
        if !lengths.isEmpty && lengths.allSatisfy({ $0 == 0 }) {
            throw PlotError.badNumber(what: "every length of a dash", value: 0)
        }
    }

    /// Lengths of ink and gap in points for a line of this width; empty for a solid line.
    func lengths(width: Double) -> [Double] {
        let unit = max(width, 0.5)
        return switch self {
        case .solid: []
        case .dashed: [4 * unit, 2.5 * unit]
        case .dotted: [0.01, 2.4 * unit]
        case .dashDotted: [5 * unit, 2.2 * unit, 0.01, 2.2 * unit]
        case .longDashed: [8 * unit, 3 * unit]
        case .custom(let lengths): lengths
        }
    }
}
