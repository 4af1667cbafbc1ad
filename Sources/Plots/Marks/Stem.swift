/// A line from a level to each point.
public struct Stem: Mark {
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

    /// A stem for each row of a table.
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>,
        from base: Double = 0
    ) {
        let rows = Array(rows)
        self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] }, from: base)
    }

    public var kind: String { "points" }
    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .marker(style.marker ?? (style.role ?? .ink).marker, style.paint()) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent(x: x, y: y)
        for value in BarFloor.room(for: ys, from: base) { extent.include(y: value) }
        extent.include(y: yScale == .log && base <= 0 ? BarFloor.below(extent.y.lowestPositive) : base)
        return extent
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "stem", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let floor = canvas.y.scale == .log && base <= 0 ? canvas.y.lower : base
        var stroke = style.stroke(width: 0.9)
        stroke.dash = style.dash ?? .solid
        for (x, y) in zip(xs, ys) {
            canvas.strokeLine([x, x], [floor, y.isInfinite ? canvas.y.cut(y) : y], stroke)
            canvas.mark(
                style.marker ?? (style.role ?? .ink).marker, at: canvas.place(x, y), size: style.markerSize ?? 4,
                paint: style.paint())
        }
    }

    public var numbers: NumberTable { NumberTable(mark: "stem", columns: [x.column("x"), y.column("y")]) }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        "\(xs.count) stems: "
            + CurveSummary(name: style.label, xs: xs, ys: ys, x: xAxis, isTime: x.isTime, yIsTime: y.isTime).text
    }
}
