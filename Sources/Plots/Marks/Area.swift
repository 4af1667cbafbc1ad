/// The area between a line and a level.
public struct Area: Mark {
    public var style = MarkStyle()
    private let x, y: Coordinates
    let base: Double

    private var xs: [Double] { x.numbers }
    private var ys: [Double] { y.numbers }

    public init(x: [Double], y: [Double], from base: Double = 0) {
        (self.x, self.y) = (Coordinates(x), Coordinates(y))
        self.base = base
    }

    /// As above, of numbers of any kind, over numbers or moments.
    @_disfavoredOverload
    public init(x: some Sequence<some Plottable>, y: some Sequence<some Plottable>, from base: Double = 0) {
        (self.x, self.y) = (Coordinates(x), Coordinates(y))
        self.base = base
    }

    /// The area below a column of a table.
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
        from base: Double = 0
    ) {
        let rows = Array(rows)
        self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, from: base)
    }

    /// The same with a point wherever the line crosses the level on axes of these scales.
    private func crossed(x xScale: AxisScale, y yScale: AxisScale) -> (xs: [Double], ys: [Double]) {
        let (xs, ys) = (xs, ys)
        var (crossedX, crossedY): ([Double], [Double]) = ([], [])
        for index in 0..<min(xs.count, ys.count) {
            if index > 0, (ys[index - 1] - base) * (ys[index] - base) < 0, ys[index - 1].isFinite, ys[index].isFinite {
                let (start, end) = (yScale.even(ys[index - 1]), yScale.even(ys[index]))
                let share = (yScale.even(base) - start) / (end - start)
                let (left, right) = (xScale.even(xs[index - 1]), xScale.even(xs[index]))
                crossedX.append(xScale.value(even: left + share * (right - left)))
                crossedY.append(base)
            }
            crossedX.append(xs[index])
            crossedY.append(ys[index])
        }
        return (crossedX, crossedY)
    }

    private func band(x xScale: AxisScale, y yScale: AxisScale) -> Band {
        let (xs, ys) = crossed(x: xScale, y: yScale)
        var band = Band(
            x: xs, low: ys.map { $0.isNaN ? .nan : min($0, base) }, high: ys.map { $0.isNaN ? .nan : max($0, base) })
        band.style = style
        band.style.label = nil
        return band
    }

    public var kind: String { "line" }
    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(style.paint(opacity: 0.22)) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent(x: x, y: y)
        for value in BarFloor.room(for: ys, from: base) { extent.include(y: value) }
        extent.include(y: yScale == .log && base <= 0 ? .nan : base)
        return extent
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "area", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        try band(x: canvas.x.scale, y: canvas.y.scale).draw(on: &canvas)
        canvas.strokeLine(xs, ys, style.stroke(width: 0.9))
    }

    public var numbers: NumberTable { NumberTable(mark: "area", columns: [x.column("x"), y.column("y")]) }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        "the area to \(NumberFormat.plain(base)) of "
            + CurveSummary(name: style.label, xs: xs, ys: ys, x: xAxis, isTime: x.isTime, yIsTime: y.isTime).text
    }
}
