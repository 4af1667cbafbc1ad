/// The colours of a scale or of the areas between levels, from the bottom to the top of a colour bar.
struct ColourStrip: Mark {
    var style = MarkStyle()
    /// Borders in data units, rising; one more than there are colours.
    let borders: [Double]
    let colours: [RGB]
    /// The colours of numbers below and above the borders, where they have such: a piece at each end shows them.
    var under, over: RGB?

    /// The numbers that the colours between the ends stand for.
    var range: ClosedRange<Double>? {
        guard let low = borders.first, let high = borders.last, low < high else { return nil }
        return low...high
    }

    /// Where the pieces at the ends reach to on an axis of a scale.
    private func ends(on scale: AxisScale) -> (low: Double, high: Double) {
        let (low, high) = (scale.even(borders.first ?? .nan), scale.even(borders.last ?? .nan))
        let reach = 0.06 * (high - low)
        return (scale.value(even: low - reach), scale.value(even: high + reach))
    }

    func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for border in borders { extent.include(y: border) }
        if under != nil { extent.include(y: ends(on: yScale).low) }
        if over != nil { extent.include(y: ends(on: yScale).high) }
        extent.isTight = true
        return extent
    }

    func draw(on canvas: inout MarkCanvas) throws {
        draw(colours, between: borders, on: &canvas)
        let ends = ends(on: canvas.y.scale)
        if let under, let low = borders.first { draw([under], between: [ends.low, low], on: &canvas) }
        if let over, let high = borders.last { draw([over], between: [high, ends.high], on: &canvas) }
    }

    private func draw(_ colours: [RGB], between borders: [Double], on canvas: inout MarkCanvas) {
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
