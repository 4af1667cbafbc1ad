/// A picture of coloured pixels, row by row from the top.
public struct PixelImage: Hashable, Sendable {
    public let columns: Int
    public let rows: Int
    /// Red, green, blue and opacity of each pixel; not premultiplied.
    public let pixels: [SIMD4<UInt8>]

    /// - Precondition: there are `columns` × `rows` pixels.
    public init(columns: Int, rows: Int, pixels: [SIMD4<UInt8>]) {
        precondition(pixels.count == columns * rows, "\(pixels.count) pixels for \(columns) × \(rows)")
        self.columns = columns
        self.rows = rows
        self.pixels = pixels
    }
}

extension PixelImage {
    /// The pixels as tables with a column for each column of pixels, of numbers from 0 to 255: of a grey picture how bright they
    /// are, of one in a single colour how opaque, else red, green and blue, and the opacity where it differs.
    var numbers: [NumberTable] {
        let isOpaque = pixels.allSatisfy { $0.w == 255 }
        let isOneColour = pixels.allSatisfy { pixel in (0..<3).allSatisfy { pixel[$0] == pixels[0][$0] } }
        let isGrey = pixels.allSatisfy { $0.x == $0.y && $0.y == $0.z }
        let opacity = (name: "picture, opacity", part: 3)
        var parts = [(name: "picture, red", part: 0), ("picture, green", 1), ("picture, blue", 2)]
        if isGrey { parts = [("picture", 0)] }
        if !isOpaque { parts = isOneColour ? [opacity] : parts + [opacity] }
        return parts.map { name, part in
            let rows = NumberTable.Column("row", (0..<rows).map { Double($0 + 1) })
            return NumberTable(
                mark: name,
                columns: [rows]
                    + (0..<columns).map { column in
                        NumberTable.Column(
                            "column \(column + 1)",
                            stride(from: column, to: pixels.count, by: columns).map { Double(pixels[$0][part]) })
                    })
        }
    }

    /// - Throws: `PlotError.badShape` when the values don't fill the rows.
    private init<Value>(_ values: [Value], columns: Int, pixel: (Value) -> SIMD4<UInt8>) throws {
        guard columns > 0, values.count % columns == 0 else {
            throw PlotError.badShape(
                mark: "image", columns: columns, rows: columns > 0 ? values.count / columns : 0, values: values.count)
        }
        self.init(columns: columns, rows: values.count / columns, pixels: values.map(pixel))
    }

    /// A grey picture.
    ///
    /// - Parameters:
    ///   - values: row by row from the top.
    ///   - columns: how many stand in a row.
    ///   - range: the values drawn as black and as white.
    ///   - inverted: whether it is the other way round.
    /// - Throws: `PlotError.badShape` when the values don't fill the rows.
    public init(
        grey values: [some BinaryFloatingPoint], columns: Int, range: ClosedRange<Double> = 0...1,
        inverted: Bool = false
    ) throws {
        let span = range.upperBound - range.lowerBound
        try self.init(values, columns: columns) { value in
            let share = span > 0 ? (Double(value) - range.lowerBound) / span : 0.5
            let grey = share.isNaN ? 127 : UInt8(max(0, min(255, share * 255)).rounded())
            let shown = inverted ? 255 - grey : grey
            return SIMD4(shown, shown, shown, 255)
        }
    }

    /// A picture in one colour on transparent ground, so that it stands on light and dark pages.
    ///
    /// - Parameters:
    ///   - values: how much ink each pixel has, from 0 to 1, row by row from the top; less counts as 0, more as 1.
    ///   - columns: how many stand in a row.
    ///   - colour: the ink's; by default a grey that is as far from white as from black.
    /// - Throws: `PlotError.badShape` when the values don't fill the rows.
    public init(ink values: [some BinaryFloatingPoint], columns: Int, colour: RGB = RGB(grey: 128)) throws {
        try self.init(values, columns: columns) { value in
            let opacity = value.isNaN ? 0 : UInt8((255 * max(0, min(1, value))).rounded())
            return SIMD4(colour.red, colour.green, colour.blue, opacity)
        }
    }

    /// A picture of numbers of both signs on transparent ground, so that it stands on light and dark pages: in the colour of
    /// the number's sign, as opaque as the number is far from zero.
    ///
    /// - Parameters:
    ///   - values: row by row from the top.
    ///   - columns: how many stand in a row.
    ///   - reach: the distance from zero that is drawn opaque; what is farther away, too.
    /// - Throws: `PlotError.badShape` when the values don't fill the rows.
    public init(
        signed values: [some BinaryFloatingPoint], columns: Int, reach: Double, negative: RGB = RGB(0x0072B2),
        positive: RGB = RGB(0xC25200)
    ) throws {
        try self.init(values, columns: columns) { value in
            let colour = value < 0 ? negative : positive
            let share = reach > 0 ? abs(Double(value)) / reach : 0
            let opacity = share.isNaN ? 0 : UInt8((255 * min(1, share)).rounded())
            return SIMD4(colour.red, colour.green, colour.blue, opacity)
        }
    }

    /// A picture of numbers through a colour map.
    ///
    /// - Throws: `PlotError.badShape` when the values don't fill the rows.
    public init(
        values: [some BinaryFloatingPoint], columns: Int, range: ClosedRange<Double>, map: ColourMap
    ) throws {
        guard columns > 0, values.count % columns == 0 else {
            throw PlotError.badShape(
                mark: "image", columns: columns, rows: columns > 0 ? values.count / columns : 0, values: values.count)
        }
        let table = map.table
        let span = range.upperBound - range.lowerBound
        try self.init(values, columns: columns) { value in
            let share = span > 0 ? (Double(value) - range.lowerBound) / span : 0.5
            guard share.isFinite else { return .zero }
            let colour = table[Int(max(0, min(1, share)) * 255)]
            return SIMD4(colour.red, colour.green, colour.blue, 255)
        }
    }

    /// A grey picture of bytes, 0 black and 255 white.
    ///
    /// - Throws: `PlotError.badShape` when the bytes don't fill the rows.
    public init(grey bytes: [UInt8], columns: Int, inverted: Bool = false) throws {
        try self.init(grey: bytes.map { Float($0) / 255 }, columns: columns, inverted: inverted)
    }
}
