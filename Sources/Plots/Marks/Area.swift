/// The area between a line and a level.
public struct Area: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]
    let base: Double

    public init(x: some Sequence<Double>, y: some Sequence<Double>, from base: Double = 0) {
        xs = Array(x)
        ys = Array(y)
        self.base = base
    }

    /// The same with a point wherever the line crosses the level.
    private var crossed: (xs: [Double], ys: [Double]) {
        var (crossedX, crossedY): ([Double], [Double]) = ([], [])
        for index in 0..<min(xs.count, ys.count) {
            if index > 0, (ys[index - 1] - base) * (ys[index] - base) < 0 {
                let share = (base - ys[index - 1]) / (ys[index] - ys[index - 1])
                crossedX.append(xs[index - 1] + share * (xs[index] - xs[index - 1]))
                crossedY.append(base)
            }
            crossedX.append(xs[index])
            crossedY.append(ys[index])
        }
        return (crossedX, crossedY)
    }

    private var band: Band {
        let (xs, ys) = crossed
        var band = Band(
            x: xs, low: ys.map { $0.isFinite ? min($0, base) : .nan },
            high: ys.map { $0.isFinite ? max($0, base) : .nan })
        band.style = style
        band.style.label = nil
        return band
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(style.paint(opacity: 0.22)) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        Line(x: xs, y: ys).extent(x: xScale, y: yScale).including(y: yScale == .log ? .nan : base)
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "area", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        try band.draw(on: &canvas)
        canvas.strokeLine(xs, ys, style.stroke(width: 0.9))
    }

    public var numbers: NumberTable { NumberTable(mark: "area", columns: [.init("x", xs), .init("y", ys)]) }

    public func summary(x: Axis, y: Axis) -> String {
        "the area to \(NumberFormat.plain(base)) of " + CurveSummary(name: style.label, xs: xs, ys: ys, x: x).text
    }
}

extension DataExtent {
    fileprivate func including(y value: Double) -> DataExtent {
        var copy = self
        copy.include(y: value)
        return copy
    }
}
