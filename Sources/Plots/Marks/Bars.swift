/// Upright bars from zero, with error bars if given.
public struct Bars: Mark {
    public var style = MarkStyle()
    let names: [String]
    let xs: [Double]
    let ys: [Double]
    let errors: [Double]?
    /// A bar's share of the way to its neighbour.
    var share = 0.7
    /// Which of several bars side by side this is.
    var member = 0
    var members = 1

    /// A bar for each name.
    ///
    /// - Parameters:
    ///   - names: the categories.
    ///   - y: a height for each name.
    ///   - errors: half the length of each error bar.
    public init(_ names: [String], y: some Sequence<Double>, errors: [Double]? = nil) {
        self.names = names
        xs = names.indices.map(Double.init)
        ys = Array(y)
        self.errors = errors
    }

    /// A bar at each place.
    public init(x: some Sequence<Double>, y: some Sequence<Double>, errors: [Double]? = nil) {
        names = []
        xs = Array(x)
        ys = Array(y)
        self.errors = errors
    }

    /// Draws the bars as one of several sets that stand side by side; sets count from zero.
    public func group(_ member: Int, of members: Int) -> Bars {
        precondition(members > 0 && (0..<members).contains(member), "set \(member) of \(members)")
        var copy = self
        copy.member = member
        copy.members = members
        return copy
    }

    /// A bar's share of the way to its neighbour; 1 leaves no gap.
    public func width(_ share: Double) -> Bars {
        var copy = self
        copy.share = max(0.01, min(1, share))
        return copy
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(style.paint(opacity: 0.85)) }

    /// Where the bars stand on an axis: names at their places among its categories.
    private func places(on scale: AxisScale) -> [Double] {
        guard !names.isEmpty, case .categorical(let categories) = scale else { return xs }
        let places = Dictionary(zip(categories, categories.indices), uniquingKeysWith: { first, _ in first })
        return names.map { places[$0].map(Double.init) ?? .nan }
    }

    /// The distance between neighbouring places.
    private var step: Double {
        guard names.isEmpty else { return 1 }
        let sorted = xs.filter(\.isFinite).sorted()
        return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    }

    /// The lower and the upper end of an error bar; nil where there is none.
    private func ends(_ index: Int) -> (low: Double, high: Double)? {
        guard let errors, errors.indices.contains(index), errors[index].isFinite, errors[index] > 0 else { return nil }
        return (ys[index] - errors[index], ys[index] + errors[index])
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        let step = step
        if names.isEmpty {
            for x in xs {
                extent.include(x: x - step / 2)
                extent.include(x: x + step / 2)
            }
        }
        var lowest = Double.infinity
        for (index, y) in ys.enumerated() {
            let (low, high) = ends(index) ?? (y, y)
            for value in [low, y, high] {
                extent.include(y: value)
                if value > 0 { lowest = min(lowest, value) }
            }
        }
        extent.include(y: yScale == .log ? BarFloor.below(lowest) : 0)
        extent.xCategories = names
        return extent
    }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "bars", what: "y", expected: xs.count, found: ys.count)
        }
        if let errors, errors.count != ys.count {
            throw PlotError.countMismatch(mark: "bars", what: "errors", expected: ys.count, found: errors.count)
        }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let width = step * share / Double(members)
        let shift = (Double(member) - Double(members - 1) / 2) * width
        let half = width / 2 * (members > 1 ? 0.92 : 1)
        let floor = canvas.y.scale == .log ? canvas.y.lower : 0
        for (index, x) in places(on: canvas.x.scale).enumerated() {
            let centre = x + shift
            let (start, end) = (canvas.place(centre - half, floor), canvas.place(centre + half, ys[index]))
            if start.isFinite, end.isFinite {
                canvas.fillArea(
                    [start, XY(end.x, start.y), end, XY(start.x, end.y)], style.paint(opacity: 0.85))
                if let rect = canvas.visible(from: start, to: end) { canvas.obstacles.append(rect) }
            }
            guard let ends = ends(index) else { continue }
            canvas.errorBar(
                x: centre, from: ends.low, to: ends.high, cap: min(3, abs(canvas.place(x: centre + half) - start.x) / 4)
            )
        }
    }

    public var numbers: NumberTable {
        var columns = [names.isEmpty ? NumberTable.Column("x", xs) : .init("x", names: names), .init("y", ys)]
        if let errors { columns.append(.init("error", errors)) }
        return NumberTable(mark: "bars", columns: columns)
    }

    public func summary(x: Axis, y: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        let bars = ys.indices.prefix(12).map { index in
            (names.indices.contains(index) ? PlainText.of(names[index]) : NumberFormat.plain(xs[index])) + " "
                + NumberFormat.plain(ys[index])
        }
        return "\(ys.count) bars\(name): " + bars.joined(separator: ", ") + (ys.count > 12 ? ", …" : "")
    }
}
