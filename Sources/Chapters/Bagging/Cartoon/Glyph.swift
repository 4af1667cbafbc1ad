/// A digit as a picture of 7 × 5 black or white pixels.
public struct Glyph: Codable, Sendable, Equatable {
    /// Row by row from the top, 1 where there is ink.
    public let pixels: [Double]

    static let rows = 7
    static let columns = 5

    /// A glyph from seven lines of five characters, `#` for ink.
    init(_ picture: String) {
        pixels = picture.split(separator: "\n").flatMap { line in line.map { $0 == "#" ? 1.0 : 0.0 } }
        precondition(pixels.count == Glyph.rows * Glyph.columns, "a glyph has 7 lines of 5 characters")
    }

    init(pixels: [Double]) { self.pixels = pixels }

    /// Both loops.
    static let eight = Glyph(
        """
        .###.
        #...#
        #...#
        .###.
        #...#
        #...#
        .###.
        """)

    /// The loop at the bottom alone.
    static let six = Glyph(
        """
        .###.
        #....
        #....
        ####.
        #...#
        #...#
        .###.
        """)

    /// The loop on top alone.
    static let nine = Glyph(
        """
        .###.
        #...#
        #...#
        .####
        ....#
        ....#
        .###.
        """)
}
