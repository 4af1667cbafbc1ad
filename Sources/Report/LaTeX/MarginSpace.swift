/// Estimates how far down notes in the margin reach, so that the marks of a display, which hang where it stands and
/// which LaTeX does not move, are not set over them.
struct MarginSpace {
    /// Lines of the column beside which the margin is taken.
    private var taken = 0.0

    /// Characters in a line of the column and of the margin.
    private static let column = 84.0
    private static let margin = 22.0
    /// The height of a line in the margin, in lines of the column.
    private static let small = 0.82

    var isFree: Bool { taken <= 0.5 }

    /// Text of the column goes by.
    mutating func pass(characters: Int) { pass(lines: (Double(characters) / Self.column).rounded(.up)) }

    mutating func pass(lines: Double) { taken = max(0, taken - lines) }

    /// A note of so many characters begins in the margin.
    mutating func take(characters: Int) {
        taken += (Double(characters) / Self.margin).rounded(.up) * Self.small
    }
}
