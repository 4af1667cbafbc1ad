/// How often values fall into bins of equal width.
public struct Histogram: Mark {
    public var style = MarkStyle()
    let values: [Double]
    /// Borders of the bins, rising; one more than there are bins.
    let edges: [Double]
    /// Values in each bin, or their density when `isDensity`.
    let heights: [Double]
    private var isTime = false

    /// - Parameters:
    ///   - values: what is counted; those that are not finite don't count.
    ///   - bins: how many; nil takes Freedman and Diaconis' width, between 5 and 60 bins; where all values are whole numbers,
    ///     each bin holds equally many of them.
    ///   - range: from where to where; nil takes that of the values. What lies outside doesn't count.
    ///   - density: heights such that the area is 1.
    public init(
        _ values: some Sequence<Double>, bins: Int? = nil, range: ClosedRange<Double>? = nil, density: Bool = false
    ) {
        let finite = values.filter(\.isFinite)
        self.values = finite
        guard let lowest = range?.lowerBound ?? finite.min(), let highest = range?.upperBound ?? finite.max() else {
            (edges, heights) = ([], [])
            return
        }
        // Beyond these the arithmetic of bins would overflow.
        let (low, high) = (max(-1e300, lowest), min(1e300, highest))
        if let whole = Histogram.wholeNumbers(finite, bins: bins, range: range) {
            (edges, heights) = whole.binned(finite, density: density)
            return
        }
        let isWide = high - low > max(1e-290, 1e-11 * max(abs(low), abs(high)))
        let reach = max(0.5, 1e-3 * abs(low))
        let (start, end) = isWide ? (low, high) : (low - reach, low + reach)
        let count = max(1, min(10_000, bins ?? Histogram.bins(finite, start, end)))
        let width = (end - start) / Double(count)
        (edges, heights) = Bins(start: start, width: width, count: count).binned(finite, density: density)
    }

    /// As above, of numbers of any kind or of moments; whole numbers are those of seconds.
    @_disfavoredOverload
    public init<Value: Plottable>(
        _ values: some Sequence<Value>, bins: Int? = nil, range: ClosedRange<Double>? = nil, density: Bool = false
    ) {
        self.init(values.map(\.plotNumber), bins: bins, range: range, density: density)
        isTime = Value.isTime
    }

    /// How often the numbers of a column of a table fall into bins of equal width.
    public init<Row, Value: Plottable>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, Value>, bins: Int? = nil,
        range: ClosedRange<Double>? = nil, density: Bool = false
    ) {
        self.init(rows.map { $0[keyPath: x] }, bins: bins, range: range, density: density)
    }

    /// Bins of equal width.
    private struct Bins {
        let start, width: Double
        let count: Int

        func binned(_ values: [Double], density: Bool) -> (edges: [Double], heights: [Double]) {
            let end = start + Double(count) * width
            var counts = [Double](repeating: 0, count: count)
            for value in values where value >= start && value <= end {
                counts[min(count - 1, Int((value - start) / width))] += 1
            }
            let total = counts.reduce(0, +)
            return (
                (0...count).map { start + Double($0) * width },
                density && total > 0 ? counts.map { $0 / (total * width) } : counts
            )
        }
    }

    /// Bins that hold equally many whole numbers each, where all values are such: others would show a comb.
    private static func wholeNumbers(_ values: [Double], bins: Int?, range: ClosedRange<Double>?) -> Bins? {
        guard bins == nil, range == nil, let low = values.min(), let high = values.max(), high > low, high - low < 1e6,
            abs(low) < 1e9, values.allSatisfy({ $0 == $0.rounded() })
        else { return nil }
        let span = high - low + 1
        let wanted = Double(Histogram.bins(values, low, high))
        let width = span <= 40 ? 1 : max(1, (span / wanted).rounded())
        return Bins(start: low - 0.5, width: width, count: Int((span / width).rounded(.up)))
    }

    private static func bins(_ values: [Double], _ low: Double, _ high: Double) -> Int {
        let sorted = values.sorted()
        guard sorted.count > 1 else { return 5 }
        let spread = sorted[3 * (sorted.count - 1) / 4] - sorted[(sorted.count - 1) / 4]
        var root = 1.0
        while root * root * root < Double(sorted.count) { root += 1 }
        let width = 2 * spread / root
        return width > 0 ? Int(max(5, min(60, (high - low) / width))) : 10
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(style.paint(opacity: 0.6)) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for edge in edges { extent.include(x: edge) }
        // Of the bin that reaches to zero a logarithmic axis shows the upper half.
        if xScale == .log, edges.contains(where: { $0 <= 0 }) { extent.include(x: extent.x.lowestPositive / 2) }
        for height in heights { extent.include(y: height) }
        extent.xIsTime = isTime
        let lowest = heights.filter { $0 > 0 }.min() ?? .nan
        extent.include(y: yScale == .log ? BarFloor.below(lowest) : 0)
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let floor = canvas.y.scale == .log ? canvas.y.lower : 0
        var outline: [XY] = []
        for (index, height) in heights.enumerated() {
            // An empty bin stands on the floor, which a logarithmic axis has no zero for.
            let top = height > 0 ? height : floor
            let corners = [canvas.cornerPlace(edges[index], floor), canvas.place(edges[index + 1], top)]
            guard corners.allSatisfy(\.isFinite) else { continue }
            if outline.isEmpty { outline.append(corners[0]) }
            outline += [XY(corners[0].x, corners[1].y), corners[1]]
        }
        guard let last = outline.last, let first = outline.first else { return }
        outline.append(XY(last.x, first.y))
        canvas.fillArea(outline, style.paint(opacity: 0.35))
        var stroke = style.stroke(width: 0.9)
        stroke.join = .miter
        for piece in PolylineClipper(canvas.plot).pieces(of: outline) {
            canvas.stroke(Path(piece), stroke)
            canvas.lines.append(piece)
        }
    }

    public var numbers: NumberTable {
        NumberTable(
            mark: "histogram",
            columns: [
                Coordinates(Array(edges.dropLast()), isTime: isTime).column("low"),
                Coordinates(Array(edges.dropFirst()), isTime: isTime).column("high"), .init("y", heights),
            ])
    }

    public func summary(x: Axis, y: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        guard let peak = heights.indices.max(by: { heights[$0] < heights[$1] }) else {
            return "a histogram\(name) without data"
        }
        let middle = (edges[peak] + edges[peak + 1]) / 2
        return
            "a histogram\(name) of \(values.count) values with its peak near \(CurveSummary.text(middle, isTime: isTime))"
    }
}
