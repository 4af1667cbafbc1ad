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
    /// The pixels as a table with a column for each column of pixels; one table for a grey picture, else one for each of
    /// red, green and blue. From 0 (dark) to 255.
    var numbers: [NumberTable] {
        let isGrey = pixels.allSatisfy { $0.x == $0.y && $0.y == $0.z }
        let names = isGrey ? ["picture"] : ["picture, red", "picture, green", "picture, blue"]
        return names.enumerated().map { part, name in
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
        guard columns > 0, values.count % columns == 0 else {
            throw PlotError.badShape(
                mark: "image", columns: columns, rows: columns > 0 ? values.count / columns : 0, values: values.count)
        }
        let span = range.upperBound - range.lowerBound
        self.init(
            columns: columns, rows: values.count / columns,
            pixels: values.map { value in
                let share = span > 0 ? (Double(value) - range.lowerBound) / span : 0.5
                let grey = share.isNaN ? 127 : UInt8(max(0, min(255, share * 255)).rounded())
                let shown = inverted ? 255 - grey : grey
                return SIMD4(shown, shown, shown, 255)
            })
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
        self.init(
            columns: columns, rows: values.count / columns,
            pixels: values.map { value in
                let share = span > 0 ? (Double(value) - range.lowerBound) / span : 0.5
                guard share.isFinite else { return .zero }
                let colour = table[Int(max(0, min(1, share)) * 255)]
                return SIMD4(colour.red, colour.green, colour.blue, 255)
            })
    }

    /// A grey picture of bytes, 0 black and 255 white.
    ///
    /// - Throws: `PlotError.badShape` when the bytes don't fill the rows.
    public init(grey bytes: [UInt8], columns: Int, inverted: Bool = false) throws {
        try self.init(grey: bytes.map { Float($0) / 255 }, columns: columns, inverted: inverted)
    }
}
