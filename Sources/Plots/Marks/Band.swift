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
    private var showsRuns = false
    private var showsMiddle = true

    /// The area between `low` and `high`.
    public init(x: some Sequence<Double>, low: some Sequence<Double>, high: some Sequence<Double>) {
        xs = Array(x)
        lows = Array(low)
        highs = Array(high)
        middles = nil
        runs = []
        spread = nil
    }

    /// The spread of replicates around their middle line; a note in the panel says which.
    ///
    /// - Parameters:
    ///   - x: the places that all runs share.
    ///   - replicates: one array as long as `x` for each run; NaN where a run has no number.
    ///   - spread: how they are drawn together.
    public init(x: some Sequence<Double>, replicates: [[Double]], _ spread: Spread = .standardError) {
        xs = Array(x)
        let estimates = xs.indices.map { index in
            spread.estimate(replicates.compactMap { $0.indices.contains(index) ? $0[index] : nil })
        }
        lows = estimates.map(\.low)
        highs = estimates.map(\.high)
        middles = estimates.map(\.middle)
        runs = replicates
        self.spread = spread
    }

    /// As above, for counts such as epochs.
    public init(x: some Sequence<Int>, replicates: [[Double]], _ spread: Spread = .standardError) {
        self.init(x: x.map { Double($0) }, replicates: replicates, spread)
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

    public var labelPlace: LabelPlace { .lineEnd }
    public var legendKey: LegendKey {
        middles != nil && showsMiddle ? .line(style.stroke()) : .area(style.paint(opacity: 0.22))
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for value in xs { extent.include(x: value) }
        for value in lows + highs + (middles ?? []) { extent.include(y: value) }
        if showsRuns { for value in runs.joined() { extent.include(y: value) } }
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
        var low: [XY] = []
        var high: [XY] = []
        func close(_ canvas: inout MarkCanvas) {
            if low.count == 1 {
                // Alone between gaps: as wide as a reader needs to see it.
                let reach = XY(1, 0)
                canvas.fillArea(
                    [low[0] - reach, low[0] + reach, high[0] + reach, high[0] - reach], style.paint(opacity: 0.22))
            } else if !low.isEmpty {
                canvas.fillArea(
                    LineThinner.thinned(high) + LineThinner.thinned(low).reversed(), style.paint(opacity: 0.22))
            }
            low = []
            high = []
        }
        for index in xs.indices {
            // On a logarithmic axis a band may reach below zero: it is cut at the panel's lower border.
            let isLog = canvas.y.scale == .log
            func place(_ value: Double) -> XY { canvas.place(xs[index], isLog ? max(value, canvas.y.lower) : value) }
            let (start, end) = (place(lows[index]), place(highs[index]))
            guard start.isFinite, end.isFinite, !isLog || highs[index] > 0 else {
                close(&canvas)
                continue
            }
            low.append(start)
            high.append(end)
        }
        close(&canvas)
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

    /// What the band shows, for the panel's note; nil for a band between given ends.
    var note: String? { spread?.note(counts: counts) }

    /// The fewest and the most replicates that have a number anywhere.
    private var counts: ClosedRange<Int> {
        let counts = xs.indices.map { index in runs.count { $0.indices.contains(index) && $0[index].isFinite } }
            .filter { $0 > 0 }
        return (counts.min() ?? runs.count)...(counts.max() ?? runs.count)
    }

    public var numbers: NumberTable {
        var columns = [NumberTable.Column("x", xs), .init("low", lows), .init("high", highs)]
        if let middles { columns.append(.init("y", middles)) }
        for (index, run) in runs.enumerated() { columns.append(.init("run \(index + 1)", run)) }
        return NumberTable(mark: "band", columns: columns)
    }

    public func summary(x: Axis, y: Axis) -> String {
        let middle = middles ?? zip(lows, highs).map { ($0 + $1) / 2 }
        let what = spread.map { PlainText.of($0.note(counts: counts)) } ?? "its middle"
        return "a band (\(what)): " + CurveSummary(name: style.label, xs: xs, ys: middle, x: x).text
    }
}
