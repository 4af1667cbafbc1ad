import Plots

/// The mark of the article about marks of one's own.
struct Candles: Mark {
    var style = MarkStyle()
    let days: [Double]
    let first, last, lowest, highest: [Double]

    func extent(x: AxisScale, y: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for value in days { extent.include(x: value) }
        for value in lowest + highest { extent.include(y: value) }
        return extent
    }

    func draw(on canvas: inout MarkCanvas) throws {
        for index in days.indices {
            canvas.strokeLine([days[index], days[index]], [lowest[index], highest[index]], style.stroke(width: 0.8))
            let (open, close) = (canvas.place(days[index], first[index]), canvas.place(days[index], last[index]))
            let body = Rect(x: open.x - 2.5, y: min(open.y, close.y), width: 5, height: abs(open.y - close.y))
            let paint = last[index] < first[index] ? style.paint() : .role(.paper)
            canvas.fillArea(Path(body).points, paint)
            canvas.strokeLine(Path(body).points + [Path(body).points[0]], style.stroke(width: 0.8))
            canvas.keepClear(body)
        }
        if let label = style.label, let day = days.last, let price = last.last {
            canvas.label(label, beside: canvas.place(day, price), clearance: 6, paint: style.paint())
        }
    }

    var numbers: NumberTable {
        let columns = [("x", days), ("first", first), ("last", last), ("low", lowest), ("high", highest)]
        return NumberTable(mark: "candles", columns: columns.map { .init($0.0, $0.1) })
    }

    func summary(x: Axis, y: Axis) -> String { "\(days.count) days of prices" }
}
