/// An area between two curves: given ends, or the spread of replicates around their middle.
public struct Band: Mark {
    public var style = MarkStyle()
    let xs: [Double]
    let lows: [Double]
    let highs: [Double]
    /// The middle line; nil when only the ends were given.
    let middles: [Double]?
    let runs: [[Double]]
    let spread: Spread?
    private var isTime = false
    private var showsRuns = false
    private var showsMiddle = true

    /// The area between `low` and `high`.
    public init(x: [Double], low: [Double], high: [Double]) {
        (xs, lows, highs) = (x, low, high)
        middles = nil
        runs = []
        spread = nil
    }

    /// As above, of numbers of any kind, over numbers or moments.
    @_disfavoredOverload
    public init<X: Plottable>(
        x: some Sequence<X>, low: some Sequence<some Plottable>, high: some Sequence<some Plottable>
    ) {
        self.init(x: x.map(\.plotNumber), low: low.map(\.plotNumber), high: high.map(\.plotNumber))
        isTime = X.isTime
    }

    /// The area between two columns of a table.
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, low: KeyPath<Row, some Plottable>,
        high: KeyPath<Row, some Plottable>
    ) {
        let rows = Array(rows)
        self.init(
            x: rows.map { $0[keyPath: x] }, low: rows.map { $0[keyPath: low] }, high: rows.map { $0[keyPath: high] })
    }

    /// The spread of replicates around their middle line; a note in the panel says which.
    ///
    /// - Parameters:
    ///   - x: the places that all runs share.
    ///   - replicates: one array as long as `x` for each run; NaN where a run has no number.
    ///   - spread: how they are drawn together.
    public init(x: [Double], replicates: [[Double]], _ spread: Spread = .standardError) {
        xs = x
        let estimates = xs.indices.map { index in
            spread.estimate(replicates.compactMap { $0.indices.contains(index) ? $0[index] : nil })
        }
        lows = estimates.map(\.low)
        highs = estimates.map(\.high)
        middles = estimates.map(\.middle)
        runs = replicates
        self.spread = spread
    }

    /// As above, over numbers of any kind or moments.
    @_disfavoredOverload
    public init<X: Plottable>(x: some Sequence<X>, replicates: [[Double]], _ spread: Spread = .standardError) {
        self.init(x: x.map(\.plotNumber), replicates: replicates, spread)
        isTime = X.isTime
    }

    /// Whether the single runs are drawn faintly.
    public func runs(_ visible: Bool) -> Band {
        var copy = self
        copy.showsRuns = visible
        return copy
    }

    /// Whether the middle line is drawn.
    public func middle(_ visible: Bool) -> Band {
        var copy = self
        copy.showsMiddle = visible
        return copy
    }

    public var kind: String { "line" }
    public var labelPlace: LabelPlace { .lineEnd }
    public var legendKey: LegendKey {
        middles != nil && showsMiddle ? .line(style.stroke()) : .area(style.paint(opacity: 0.22))
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        extent.x = DataExtent.Span(xs)
        extent.xIsTime = isTime
        for numbers in [lows, highs, middles ?? []] + (showsRuns ? runs : []) {
            extent.y.include(DataExtent.Span(numbers))
        }
        return extent
    }

    public func check() throws {
        for (what, values) in [("low", lows), ("high", highs)] where values.count != xs.count {
            throw PlotError.countMismatch(mark: "band", what: what, expected: xs.count, found: values.count)
        }
        try spread?.check()
        for run in runs where run.count != xs.count {
            throw PlotError.countMismatch(mark: "band", what: "a replicate", expected: xs.count, found: run.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        for area in areas(on: canvas) { canvas.fillArea(area, style.paint(opacity: 0.22)) }
        if showsRuns {
            var faint = style.stroke(width: 0.5)
            faint.dash = .solid
            faint.paint.opacity *= 0.35
            for run in runs { canvas.strokeLine(xs, run, faint) }
        }
        if let middles, showsMiddle { canvas.strokeLine(xs, middles, style.stroke()) }
        if let label = style.label {
            let ends = middles ?? zip(lows, highs).map { ($0 + $1) / 2 }
            if let end = canvas.lastVisible(xs, ends) {
                canvas.label(label, atLineEnd: end, paint: style.paint(), from: canvas.before(end, xs, ends))
            }
        }
    }

    /// The corners of the band in points, of each part between gaps.
    private func areas(on canvas: MarkCanvas) -> [[XY]] {
        // A band may reach to infinity, or on a logarithmic axis below zero: it is cut at the panel's border.
        let (axis, transform) = (canvas.y, canvas.transform)
        let isLog = axis.scale == .log
        let (xs, lows, highs) = (xs, lows, highs)
        func place(_ index: Int, _ values: [Double]) -> XY { transform.place(xs[index], axis.cut(values[index])) }
        func isThere(_ index: Int) -> Bool {
            place(index, lows).isFinite && place(index, highs).isFinite
                && (!isLog || highs[index] > 0) && !(lows[index].isInfinite && lows[index] == highs[index])
        }
        var areas: [[XY]] = []
        var start = 0
        while start < xs.count {
            guard isThere(start) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < xs.count, isThere(end) { end += 1 }
            let first = start
            let low = LineThinner.thinned(count: end - start) { place(first + $0, lows) }
            let high = LineThinner.thinned(count: end - start) { place(first + $0, highs) }
            // Alone between gaps it is as wide as a reader needs to see it.
            let reach = XY(1, 0)
            areas.append(
                low.count == 1
                    ? [low[0] - reach, low[0] + reach, high[0] + reach, high[0] - reach] : high + low.reversed())
            start = end
        }
        return areas
    }

    /// What bands show, for the panel's notes: one for all that have the same spread. Bands between given ends have none.
    static func notes(_ bands: [Band]) -> [String] {
        var notes: [(spread: Spread, counts: ClosedRange<Int>)] = []
        for band in bands {
            guard let spread = band.spread else { continue }
            let counts = band.counts
            if let same = notes.firstIndex(where: { $0.spread == spread }) {
                let all = notes[same].counts
                notes[same].counts =
                    min(all.lowerBound, counts.lowerBound)...max(all.upperBound, counts.upperBound)
            } else {
                notes.append((spread, counts))
            }
        }
        return notes.map { $0.spread.note(counts: $0.counts) }
    }

    /// The fewest and the most replicates that have a number anywhere.
    private var counts: ClosedRange<Int> {
        let counts = xs.indices.map { index in runs.count { $0.indices.contains(index) && $0[index].isFinite } }
            .filter { $0 > 0 }
        return (counts.min() ?? runs.count)...(counts.max() ?? runs.count)
    }

    public var numbers: NumberTable {
        var columns = [Coordinates(xs, isTime: isTime).column("x"), .init("low", lows), .init("high", highs)]
        if let middles { columns.append(.init("y", middles)) }
        for (index, run) in runs.enumerated() { columns.append(.init("run \(index + 1)", run)) }
        return NumberTable(mark: "band", columns: columns)
    }

    public func summary(x: Axis, y: Axis) -> String {
        let middle = middles ?? zip(lows, highs).map { ($0 + $1) / 2 }
        let what = spread.map { PlainText.of($0.note(counts: counts)) } ?? "its middle"
        return "a band (\(what)): " + CurveSummary(name: style.label, xs: xs, ys: middle, x: x, isTime: isTime).text
    }
}
