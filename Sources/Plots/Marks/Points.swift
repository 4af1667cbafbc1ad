import Foundation

/// A cloud of points.
public struct Points: Mark {
    public var style = MarkStyle()
    let x, y: Coordinates
    /// A number for each point that decides its colour.
    private(set) var colours: (values: [Double], scale: ResolvedColourScale)?

    private var xs: [Double] { x.numbers }
    private var ys: [Double] { y.numbers }

    public init(x: [Double], y: [Double]) { (self.x, self.y) = (Coordinates(x), Coordinates(y)) }

    /// As above, of numbers of any kind or of moments: their axis gets the calendar's ticks, in UTC unless its scale names
    /// another time zone.
    @_disfavoredOverload
    public init(x: some Sequence<some Plottable>, y: some Sequence<some Plottable>) {
        (self.x, self.y) = (Coordinates(x), Coordinates(y))
    }

    /// A point for each row of a table.
    ///
    ///     Points(flowers, x: \.length, y: \.width)
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>
    ) {
        let rows = Array(rows)
        self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] })
    }

    /// The points in the colours of numbers; a ``ColourBar`` of the points says which.
    ///
    /// - Parameters:
    ///   - values: a number for each point; one that is missing (NaN) has the scale's colour for missing numbers, or none.
    ///   - scale: what colours the numbers get.
    public func coloured(
        by values: some Sequence<some Plottable>, _ scale: ColourScale = ColourScale(.meadow)
    ) -> Points {
        var copy = self
        let values = values.map(\.plotNumber)
        copy.colours = (values, scale.resolved(values))
        return copy
    }

    public var kind: String { "points" }
    public var labelPlace: LabelPlace { .legend }

    private var marker: Marker { style.marker ?? (style.role ?? .ink).marker }

    public var legendKey: LegendKey {
        .marker(marker, colours.map { .fixed($0.scale.scale.map.colour(at: 0.6)) } ?? style.paint())
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent { DataExtent(x: x, y: y) }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "points", what: "y", expected: xs.count, found: ys.count)
        }
        guard let colours else { return }
        guard colours.values.count == xs.count else {
            throw PlotError.countMismatch(
                mark: "points", what: "colours", expected: xs.count, found: colours.values.count)
        }
        try colours.scale.scale.check()
    }

    /// Opaque dots in more places than `few` are one path, clouds of more points than `large` lose those that lie on others,
    /// and of more places than `dense` become one mask.
    private static let (few, large, dense) = (500, 2000, 20_000)

    public func draw(on canvas: inout MarkCanvas) throws {
        let size = style.markerSize ?? 3.5
        let (xs, ys, transform) = (xs, ys, canvas.transform)
        if let colours {
            for index in xs.indices {
                guard let colour = colours.scale.colour(of: colours.values[index]) else { continue }
                canvas.mark(
                    marker, at: canvas.place(xs[index], ys[index]), size: size,
                    paint: .fixed(colour, opacity: style.opacity), isObstacle: xs.count <= Self.few)
            }
            return
        }
        var kept: [(place: XY, count: Int)] = []
        if xs.count > Self.large {
            let thinner = PointThinner(canvas.plot, pitch: size / 8)
            kept = thinner.thinned(count: xs.count, most: Self.dense) { transform.place(xs[$0], ys[$0]) } ?? []
            if kept.isEmpty {
                var cloud = PointCloud(marker: marker, size: size, plot: canvas.plot)
                for index in xs.indices { cloud.add(transform.place(xs[index], ys[index])) }
                canvas.front.append(.mask(cloud.mask(opacity: style.opacity), cloud.area, paint(opacity: 1)))
                return
            }
        } else {
            kept = xs.indices.map { (transform.place(xs[$0], ys[$0]), 1) }
        }
        if kept.count > Self.few, style.opacity == 1, marker == .dot {
            canvas.dots(kept.map(\.place), size: size, paint: style.paint())
            return
        }
        for (place, count) in kept {
            // As dark as all the points that lie there together.
            let opacity = count == 1 ? style.opacity : 1 - pow(1 - style.opacity, Double(count))
            canvas.mark(
                marker, at: place, size: size, paint: paint(opacity: opacity), isObstacle: kept.count <= Self.few)
        }
    }

    private func paint(opacity: Double) -> Paint {
        var paint = style.paint()
        paint.opacity = opacity
        return paint
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "points",
            columns: [x.column("x"), y.column("y")] + (colours.map { [.init("value", $0.values)] } ?? []))
    }

    public func summary(x xAxis: Axis, y yAxis: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        let count = ys.count { $0.isFinite }
        guard count > 0 else { return "points\(name) without data" }
        func text(_ value: Double) -> String { y.isTime ? TimeTicks.text(value) : NumberFormat.plain(value) }
        return "\(count) points\(name) between \(text(y.span.lower)) and \(text(y.span.upper))"
    }
}
