/// A straight line across the whole panel at one x or one y.
public struct Rule: Mark {
    public var style = MarkStyle()
    let x: Double?
    let y: Double?
    private var isTime = false

    /// An upright line.
    public init(x: Double) {
        self.x = x
        y = nil
    }

    /// A level line.
    public init(y: Double) {
        x = nil
        self.y = y
    }

    /// An upright line at a number of any kind or at a moment.
    @_disfavoredOverload
    public init<Value: Plottable>(x: Value) {
        self.init(x: x.plotNumber)
        isTime = Value.isTime
    }

    /// A level line at a number of any kind or at a moment.
    @_disfavoredOverload
    public init<Value: Plottable>(y: Value) {
        self.init(y: y.plotNumber)
        isTime = Value.isTime
    }

    public var legendKey: LegendKey { .line(style.stroke(width: 0.8, .muted)) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        if let x { extent.include(x: x) }
        if let y { extent.include(y: y) }
        (extent.xIsTime, extent.yIsTime) = (isTime && x != nil, isTime && y != nil)
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let stroke = style.stroke(width: 0.8, .muted)
        let plot = canvas.plot
        let place = XY(x.map(canvas.place(x:)) ?? plot.left, y.map(canvas.place(y:)) ?? plot.top)
        guard place.isFinite, plot.inset(-0.01).contains(place) else { return }
        let ends =
            x != nil
            ? [XY(place.x, plot.bottom), XY(place.x, plot.top)] : [XY(plot.left, place.y), XY(plot.right, place.y)]
        canvas.stroke(Path(ends), stroke)
        canvas.lines.append(ends)
        if let label = style.label, canvas.labelsMarks {
            canvas.labels.append(
                PendingLabel(
                    text: label, anchor: ends[1], clearance: 3, paint: style.paint(.muted),
                    kind: x != nil ? .upright : .level))
        }
    }

    public var numbers: NumberTable {
        func column(_ name: String, _ place: Double?) -> NumberTable.Column? {
            place.map { Coordinates([$0], isTime: isTime).column(name) }
        }
        return NumberTable(mark: "rule", columns: [column("x", x), column("y", y)].compactMap { $0 })
    }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        let place =
            x.map { "x = " + CurveSummary.text($0, isTime: isTime) }
            ?? y.map { "y = " + CurveSummary.text($0, isTime: isTime) } ?? ""
        return "a rule\(name) at \(place)"
    }
}
