/// Words a little away from a place in the data, with a thin line to it; TeX between dollar signs.
public struct Annotation: Mark {
    public var style = MarkStyle()
    let text: String
    let x: Double
    let y: Double

    public init(_ text: String, x: Double, y: Double) {
        self.text = text
        self.x = x
        self.y = y
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        extent.include(x: x)
        extent.include(y: y)
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let place = canvas.place(x, y)
        guard place.isFinite, canvas.plot.inset(-0.01).contains(place) else { return }
        canvas.labels.append(
            PendingLabel(text: text, anchor: place, clearance: 14, paint: style.paint(), kind: .leader))
    }

    public var numbers: NumberTable { NumberTable(mark: "annotation", columns: [.init("x", [x]), .init("y", [y])]) }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        "the words “\(PlainText.of(text))” at (\(NumberFormat.plain(x)), \(NumberFormat.plain(y)))"
    }
}
