import Foundation

/// A cloud of points.
public struct Points: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let ys: [Double]
    /// Whether the x are moments.
    private var isTime = false

    public init(x: some Sequence<Double>, y: some Sequence<Double>) {
        xs = Array(x)
        ys = Array(y)
    }

    public init(x: some Sequence<Int>, y: some Sequence<Double>) {
        self.init(x: x.map { Double($0) }, y: y)
    }

    /// Points over moments; the axis gets the calendar's ticks, in UTC unless its scale names another time zone.
    public init(x: some Sequence<Date>, y: some Sequence<Double>) {
        self.init(x: x.map(\.timeIntervalSince1970), y: y)
        isTime = true
    }

    public var labelPlace: LabelPlace { .legend }

    public var legendKey: LegendKey {
        .marker(style.marker ?? (style.role ?? .ink).marker, style.paint())
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for value in xs { extent.include(x: value) }
        for value in ys { extent.include(y: value) }
        extent.xIsTime = isTime
        return extent
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "points", what: "y", expected: xs.count, found: ys.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let marker = style.marker ?? (style.role ?? .ink).marker
        let size = style.markerSize ?? 3.5
        let places = canvas.places(of: zip(xs, ys).map { XY($0, $1) })
        let kept =
            places.count > 2000
            ? PointThinner.thinned(places, in: canvas.plot, pitch: size / 8) : places.map { (place: $0, count: 1) }
        for (place, count) in kept {
            // As dark as all the points that lie there together.
            let opacity = 1 - pow(1 - style.opacity, Double(count))
            var paint = style.paint()
            paint.opacity = count == 1 ? style.opacity : opacity
            canvas.mark(marker, at: place, size: size, paint: paint, isObstacle: kept.count <= 500)
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "points",
            columns: [isTime ? .init("x", names: xs.map(TimeTicks.text)) : .init("x", xs), .init("y", ys)])
    }

    public func summary(x: Axis, y: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        let finite = ys.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return "points\(name) without data" }
        return "\(finite.count) points\(name) between \(NumberFormat.plain(low)) and \(NumberFormat.plain(high))"
    }
}
