/// Words a little away from a place in the data, with a thin line to it; TeX between dollar signs.
public struct Annotation: Mark {
    public var style = MarkStyle()
    let text: String
    let x: Double
    let y: Double
    private var (xIsTime, yIsTime) = (false, false)

    public init(_ text: String, x: Double, y: Double) {
        self.text = text
        self.x = x
        self.y = y
    }

    /// Words at numbers of any kind or at a moment.
    @_disfavoredOverload
    public init<X: Plottable, Y: Plottable>(_ text: String, x: X, y: Y) {
        self.init(text, x: x.plotNumber, y: y.plotNumber)
        (xIsTime, yIsTime) = (X.isTime, Y.isTime)
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        extent.include(x: x)
        extent.include(y: y)
        (extent.xIsTime, extent.yIsTime) = (xIsTime, yIsTime)
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let place = canvas.place(x, y)
        guard place.isFinite, canvas.plot.inset(-0.01).contains(place) else { return }
        canvas.labels.append(
            PendingLabel(text: text, anchor: place, clearance: 14, paint: style.paint(), kind: .leader))
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "annotation",
            columns: [Coordinates([x], isTime: xIsTime).column("x"), Coordinates([y], isTime: yIsTime).column("y")])
    }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        "the words “\(PlainText.of(text))” at (\(CurveSummary.text(x, isTime: xIsTime)), \(CurveSummary.text(y, isTime: yIsTime)))"
    }
}
