/// A single point, with its label beside it.
public struct Point: Mark {
    public var style = MarkStyle()
    let x: Double
    let y: Double
    private var (xIsTime, yIsTime) = (false, false)

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// A point at numbers of any kind or at a moment.
    @_disfavoredOverload
    public init<X: Plottable, Y: Plottable>(x: X, y: Y) {
        self.init(x: x.plotNumber, y: y.plotNumber)
        (xIsTime, yIsTime) = (X.isTime, Y.isTime)
    }

    public var kind: String { "points" }
    public var legendKey: LegendKey { .marker(style.marker ?? (style.role ?? .ink).marker, style.paint()) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        extent.include(x: x)
        extent.include(y: y)
        (extent.xIsTime, extent.yIsTime) = (xIsTime, yIsTime)
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let place = canvas.place(x, y)
        let size = style.markerSize ?? 5
        canvas.mark(style.marker ?? (style.role ?? .ink).marker, at: place, size: size, paint: style.paint())
        if let label = style.label {
            canvas.label(label, beside: place, clearance: size / 2 + 2, paint: style.paint())
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "point",
            columns: [Coordinates([x], isTime: xIsTime).column("x"), Coordinates([y], isTime: yIsTime).column("y")])
    }

    public func summary(x axis: Axis, y: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        return
            "a point\(name) at (\(CurveSummary.text(x, isTime: xIsTime)), \(CurveSummary.text(self.y, isTime: yIsTime)))"
    }
}
