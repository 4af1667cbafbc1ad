/// The distribution of a number in each of some categories: boxes, or violins.
public struct Distribution: Mark {
    /// How a distribution is drawn.
    public enum Shape: Hashable, Sendable {
        /// The median between the quartiles, whiskers to the outermost numbers within one and a half boxes, points beyond.
        case box
        /// A kernel density on both sides, with the quartiles.
        case violin
    }

    public var style = MarkStyle()
    let names: [String]
    let values: [[Double]]
    let shape: Shape

    /// - Parameters:
    ///   - names: the categories.
    ///   - values: the numbers of each; those that are not finite don't count.
    ///   - shape: how they are drawn.
    public init(_ names: [String], values: [[Double]], as shape: Shape = .box) {
        self.names = names
        self.values = values
        self.shape = shape
    }

    /// The distribution of a column of a table in each category of another, in the order in which they first come.
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, String>, y: KeyPath<Row, some Plottable>, as shape: Shape = .box
    ) {
        let groups = RowGroups(rows, by: x)
        self.init(groups.names, values: groups.rows.map { $0.map { $0[keyPath: y].plotNumber } }, as: shape)
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(style.paint(opacity: 0.35)) }

    public func check() throws {
        guard names.count == values.count else {
            throw PlotError.countMismatch(
                mark: "distribution", what: "values", expected: names.count, found: values.count)
        }
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for numbers in values {
            for value in numbers { extent.include(y: value) }
            switch shape {
            case .box:
                guard let box = Quartiles(numbers) else { continue }
                for value in [box.low, box.median, box.high] { extent.include(y: value) }
            case .violin:
                guard let density = KernelDensity(numbers) else { continue }
                for place in curve(density, on: yScale).places { extent.include(y: place) }
            }
        }
        extent.xCategories = names
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        guard case .categorical(let categories) = canvas.x.scale else { return }
        for (name, numbers) in zip(names, values) {
            guard let place = categories.firstIndex(of: name).map(Double.init), let box = Quartiles(numbers) else {
                continue
            }
            switch shape {
            case .box: draw(box, at: place, on: &canvas)
            case .violin: draw(KernelDensity(numbers), box, at: place, on: &canvas)
            }
        }
    }

    private func curve(_ density: KernelDensity, on scale: AxisScale) -> (places: [Double], densities: [Double]) {
        scale == .log ? density.curveAtEqualRatios() : density.curve()
    }

    private var line: StrokeStyle {
        var stroke = style.stroke(width: 0.9)
        stroke.dash = style.dash ?? .solid
        return stroke
    }

    private func draw(_ box: Quartiles, at place: Double, on canvas: inout MarkCanvas) {
        let half = 0.28
        let corners = [
            (place - half, box.low), (place + half, box.low), (place + half, box.high), (place - half, box.high),
        ]
        // A logarithmic axis cuts a box that reaches to zero, and has no place for one that lies below.
        if canvas.place(place, box.high).isFinite { outline(corners, on: &canvas) }
        canvas.strokeLine([place - half, place + half], [box.median, box.median], style.stroke(width: 1.8))
        for (from, to) in [(box.low, box.whiskers.low), (box.high, box.whiskers.high)]
        where canvas.y.cut(from) != canvas.y.cut(to) {
            canvas.strokeLine([place, place], [canvas.y.cut(from), canvas.y.cut(to)], line)
            canvas.strokeLine([place - half / 2, place + half / 2], [to, to], line)
        }
        for value in box.outliers {
            canvas.mark(.openDot, at: canvas.place(place, value), size: style.markerSize ?? 3, paint: style.paint())
        }
    }

    /// Fills and strokes a closed shape given in data units.
    private func outline(_ corners: [(Double, Double)], on canvas: inout MarkCanvas) {
        canvas.fillArea(corners.map { canvas.cornerPlace($0.0, $0.1) }, style.paint(opacity: 0.22))
        let closed = corners + corners.prefix(1)
        canvas.strokeLine(closed.map(\.0), closed.map { canvas.y.cut($0.1) }, line)
    }

    private func draw(_ density: KernelDensity?, _ box: Quartiles, at place: Double, on canvas: inout MarkCanvas) {
        if let density, case (let places, let densities) = curve(density, on: canvas.y.scale),
            let peak = densities.max(),
            peak > 0
        {
            let right = zip(places, densities).map { (place + 0.4 * $1 / peak, $0) }
            let left = zip(places, densities).reversed().map { (place - 0.4 * $1 / peak, $0) }
            outline(right + left, on: &canvas)
        }
        canvas.strokeLine([place, place], [canvas.y.cut(box.low), box.high], style.stroke(width: 2.4))
        canvas.mark(.openDot, at: canvas.place(place, box.median), size: style.markerSize ?? 4, paint: style.paint())
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: shape == .box ? "boxes" : "violins",
            columns: [
                .init("x", names: zip(names, values).flatMap { [String](repeating: $0, count: $1.count) }),
                .init("y", values.flatMap { $0 }),
            ])
    }

    public func summary(x: Axis, y: Axis) -> String {
        let parts = zip(names, values).map { name, numbers in
            guard let box = Quartiles(numbers) else { return PlainText.of(name) + " without data" }
            return
                "\(PlainText.of(name)) median \(NumberFormat.plain(box.median)), quartiles \(NumberFormat.plain(box.low)) and \(NumberFormat.plain(box.high)), n = \(box.sorted.count)"
        }
        return (shape == .box ? "boxes: " : "violins: ") + parts.joined(separator: "; ")
    }
}
