/// The colours of a scale or of the areas between levels, from the bottom to the top of a colour bar.
struct ColourStrip: Mark {
    var style = MarkStyle()
    /// Borders in data units, rising; one more than there are colours.
    let borders: [Double]
    let colours: [RGB]

    func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for border in borders { extent.include(y: border) }
        extent.isTight = true
        return extent
    }

    func draw(on canvas: inout MarkCanvas) throws {
        canvas.cells(x: [0, 1], y: borders, most: colours.count > 40 ? 0 : 64) { _, row in
            SIMD4(colours[row].red, colours[row].green, colours[row].blue, 255)
        }
    }

    var numbers: NumberTable {
        NumberTable(
            mark: "colour bar",
            columns: [
                .init("low", Array(borders.dropLast())), .init("high", Array(borders.dropFirst())),
                .init("red", colours.map { Double($0.red) }), .init("green", colours.map { Double($0.green) }),
                .init("blue", colours.map { Double($0.blue) }),
            ])
    }

    func summary(x: Axis, y: Axis) -> String {
        guard let low = borders.first, let high = borders.last else { return "a colour bar" }
        return "a colour bar from \(NumberFormat.plain(low)) to \(NumberFormat.plain(high))"
    }
}
