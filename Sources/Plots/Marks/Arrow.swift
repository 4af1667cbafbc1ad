/// A straight arrow between two places in the data.
public struct Arrow: Mark {
    public var style = MarkStyle()
    let from: XY
    let to: XY

    public init(from: (x: Double, y: Double), to: (x: Double, y: Double)) {
        self.from = XY(from.x, from.y)
        self.to = XY(to.x, to.y)
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for point in [from, to] {
            extent.include(x: point.x)
            extent.include(y: point.y)
        }
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let tip = canvas.place(to.x, to.y)
        let ends = [canvas.cornerPlace(from.x, from.y), canvas.cornerPlace(to.x, to.y)]
        let stroke = style.stroke(width: 0.9)
        for piece in PolylineClipper(canvas.plot).pieces(of: ends) {
            let isWhole = piece.last == tip
            let shape = ArrowShape(points: piece, stroke: stroke, hasHead: isWhole)
            for command in shape.commands { canvas.front.append(command) }
            canvas.lines.append(piece)
            if let label = style.label {
                canvas.label(label, beside: (piece[0] + piece[1]) / 2, clearance: 3, paint: style.paint())
            }
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "arrow",
            columns: [.init("x", [from.x, to.x]), .init("y", [from.y, to.y])])
    }

    public func summary(x: Axis, y: Axis) -> String {
        func text(_ point: XY) -> String { "(\(NumberFormat.plain(point.x)), \(NumberFormat.plain(point.y)))" }
        return "an arrow from \(text(from)) to \(text(to))"
    }
}
