/// A line from a level to each point.
public struct Stem: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]
    let base: Double

    public init(x: some Sequence<Double>, y: some Sequence<Double>, from base: Double = 0) {
        xs = Array(x)
        ys = Array(y)
        self.base = base
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .marker(style.marker ?? (style.role ?? .ink).marker, style.paint()) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = Line(x: xs, y: ys).extent(x: xScale, y: yScale)
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
            canvas.strokeLine([x, x], [floor, y], stroke)
            canvas.mark(
                style.marker ?? (style.role ?? .ink).marker, at: canvas.place(x, y), size: style.markerSize ?? 4,
                paint: style.paint())
        }
    }

    public var numbers: NumberTable { NumberTable(mark: "stem", columns: [.init("x", xs), .init("y", ys)]) }

    public func summary(x: Axis, y: Axis) -> String {
        "\(xs.count) stems: " + CurveSummary(name: style.label, xs: xs, ys: ys, x: x).text
    }
}
