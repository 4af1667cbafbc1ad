/// Bars from zero, upright or level, with error bars if given.
public struct Bars: Mark {
    public var style = MarkStyle()
    let names: [String]
    let xs: [Double]
    let ys: [Double]
    let errors: [Double]?
    /// A bar's share of the way to its neighbour.
    private var share = 0.7
    /// Which of several bars side by side this is.
    private var member = 0
    private(set) var members = 1
    private(set) var isLevel = false
    private(set) var isStacked = false
    private var isTime = false
    /// Where each bar starts; nil where all stand on zero.
    var bases: [Double]?
    /// The places of all sets that the bars share their places with; nil where they stand alone.
    var neighbours: [Double]?

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

    /// As above, at numbers of any kind or at moments.
    @_disfavoredOverload
    public init<X: Plottable>(x: some Sequence<X>, y: some Sequence<some Plottable>, errors: [Double]? = nil) {
        self.init(x: x.map(\.plotNumber), y: y.map(\.plotNumber), errors: errors)
        isTime = X.isTime
    }

    /// A bar for each row of a table, at the places in a column.
    public init<Row>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, some Plottable>, y: KeyPath<Row, some Plottable>
    ) {
        let rows = Array(rows)
        self.init(x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y] })
    }

    /// A bar for each row of a table.
    public init<Row>(_ rows: some Sequence<Row>, x: KeyPath<Row, String>, y: KeyPath<Row, some Plottable>) {
        let rows = Array(rows)
        self.init(rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y].plotNumber })
    }

    private func changed(_ change: (inout Bars) -> Void) -> Bars {
        var copy = self
        change(&copy)
        return copy
    }

    /// Draws the bars as one of several sets that stand side by side; sets count from zero. Sets of one panel that would hide
    /// one another do so without being asked.
    public func group(_ member: Int, of members: Int) -> Bars {
        precondition(members > 0 && (0..<members).contains(member), "set \(member) of \(members)")
        return changed {
            $0.member = member
            $0.members = members
        }
    }

    /// Draws the bars on those stacked before them in the panel: positive ones upwards, negative ones downwards from zero.
    public func stacked() -> Bars { changed { $0.isStacked = true } }

    /// Draws the bars from left to right, their places or names along y.
    public func level() -> Bars { changed { $0.isLevel = true } }

    /// A bar's share of the way to its neighbour; 1 leaves no gap.
    public func width(_ share: Double) -> Bars { changed { $0.share = max(0.01, min(1, share)) } }

    public var kind: String { isLevel ? "level bars" : "bars" }
    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(style.paint(opacity: 0.85)) }

    /// Where the bars stand on an axis: names at their places among its categories.
    private func places(on scale: AxisScale) -> [Double] {
        guard !names.isEmpty, case .categorical(let categories) = scale else { return xs }
        let places = Dictionary(zip(categories, categories.indices), uniquingKeysWith: { first, _ in first })
        return names.map { places[$0].map(Double.init) ?? .nan }
    }

    /// The distance between neighbouring places where they are even along the axis.
    private func step(on scale: AxisScale) -> Double {
        guard names.isEmpty else { return 1 }
        let sorted = (neighbours ?? xs).map(scale.even).filter(\.isFinite).sorted()
        return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    }

    /// Where a bar starts and ends.
    private func reach(_ index: Int) -> (base: Double, end: Double) {
        let base = bases.map { $0[index] } ?? 0
        return (base, base + ys[index])
    }

    /// The lower and the upper end of an error bar; nil where there is none.
    private func ends(_ index: Int) -> (low: Double, high: Double)? {
        guard let errors, errors.indices.contains(index), errors[index] > 0 else { return nil }
        let end = reach(index).end
        return (end - errors[index], end + errors[index])
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var (along, values) = (DataExtent.Span(), DataExtent.Span())
        if names.isEmpty {
            let scale = isLevel ? yScale : xScale
            let step = step(on: scale)
            for x in xs {
                along.include(scale.value(even: scale.even(x) - step / 2))
                along.include(scale.value(even: scale.even(x) + step / 2))
            }
        }
        for index in ys.indices {
            let (low, high) = ends(index) ?? (ys[index], ys[index])
            for value in [low, reach(index).end, high] { values.include(value) }
        }
        for value in BarFloor.room(for: ys, from: 0) { values.include(value) }
        values.include((isLevel ? xScale : yScale) == .log ? BarFloor.below(values.lowestPositive) : 0)
        var extent = DataExtent()
        (extent.x, extent.y) = isLevel ? (values, along) : (along, values)
        if isLevel { extent.yIsTime = isTime } else { extent.xIsTime = isTime }
        // Of stacked bars several may have one name.
        var unique: Set<String> = []
        let names = isStacked ? names.filter { unique.insert($0).inserted } : names
        if isLevel { extent.yCategories = names } else { extent.xCategories = names }
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
        let scale = (isLevel ? canvas.y : canvas.x).scale
        let width = step(on: scale) * share / Double(members)
        let shift = (Double(member) - Double(members - 1) / 2) * width
        let half = width / 2 * (members > 1 ? 0.92 : 1)
        let values = isLevel ? canvas.x : canvas.y
        let floor = values.scale == .log ? values.lower : 0
        for (index, x) in places(on: scale).enumerated() {
            let middle = scale.even(x) + shift
            let (left, centre, right) = (
                scale.value(even: middle - half), scale.value(even: middle), scale.value(even: middle + half)
            )
            let (base, end) = reach(index)
            let low = base == 0 ? floor : base
            let value = end.isInfinite ? values.cut(end) : end
            let (corner, opposite) =
                isLevel
                ? (canvas.place(low, left), canvas.place(value, right))
                : (canvas.place(left, low), canvas.place(right, value))
            if corner.isFinite, opposite.isFinite {
                canvas.fillArea(
                    [corner, XY(opposite.x, corner.y), opposite, XY(corner.x, opposite.y)], style.paint(opacity: 0.85))
                if let rect = canvas.visible(from: corner, to: opposite) { canvas.obstacles.append(rect) }
            }
            guard let ends = ends(index) else { continue }
            let across =
                isLevel
                ? abs(canvas.place(y: right) - canvas.place(y: left))
                : abs(canvas.place(x: right) - canvas.place(x: left))
            canvas.errorBar(at: centre, from: ends.low, to: ends.high, isLevel: isLevel, cap: min(3, across / 4))
        }
    }

    public var numbers: NumberTable {
        let axis = isLevel ? "y" : "x"
        let places =
            names.isEmpty ? Coordinates(xs, isTime: isTime).column(axis) : NumberTable.Column(axis, names: names)
        let values = NumberTable.Column(isLevel ? "x" : "y", ys)
        return NumberTable(
            mark: "bars",
            columns: (isLevel ? [values, places] : [places, values]) + (errors.map { [.init("error", $0)] } ?? []))
    }

    public func summary(x: Axis, y: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? ""
        let bars = ys.indices.prefix(12).map { index in
            (names.indices.contains(index) ? PlainText.of(names[index]) : CurveSummary.text(xs[index], isTime: isTime))
                + " "
                + NumberFormat.plain(ys[index])
        }
        return "\(ys.count) \(isStacked ? "stacked " : "")bars\(name): " + bars.joined(separator: ", ")
            + (ys.count > 12 ? ", …" : "")
    }
}
