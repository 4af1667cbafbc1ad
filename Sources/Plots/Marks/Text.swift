/// Words at a place in the data; TeX between dollar signs.
public struct Text: Mark {
    /// Which part of the words lies on the place.
    public enum Anchor: Hashable, Sendable {
        case centre, left, right, top, bottom

        /// Shares of the box left of and above the place.
        var share: XY {
            switch self {
            case .centre: XY(0.5, 0.5)
            case .left: XY(0, 0.5)
            case .right: XY(1, 0.5)
            case .top: XY(0.5, 0)
            case .bottom: XY(0.5, 1)
            }
        }
    }

    public var style = MarkStyle()
    let text: String
    let x: Double
    let y: Double
    private var (xIsTime, yIsTime) = (false, false)
    let anchor: Anchor

    public init(_ text: String, x: Double, y: Double, anchor: Anchor = .centre) {
        self.text = text
        self.x = x
        self.y = y
        self.anchor = anchor
    }

    /// Words at numbers of any kind or at a moment.
    @_disfavoredOverload
    public init<X: Plottable, Y: Plottable>(_ text: String, x: X, y: Y, anchor: Anchor = .centre) {
        self.init(text, x: x.plotNumber, y: y.plotNumber, anchor: anchor)
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
            PendingLabel(
                text: text, anchor: place, clearance: 0, paint: style.paint(), kind: .exact(align: anchor.share)))
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "text",
            columns: [Coordinates([x], isTime: xIsTime).column("x"), Coordinates([y], isTime: yIsTime).column("y")])
    }

    public func summary(x: Axis, y: Axis) -> String { "the words “\(PlainText.of(text))”" }
}
