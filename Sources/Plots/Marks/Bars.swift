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

    /// The distance between neighbouring places.
    private var step: Double {
        let sorted = xs.filter(\.isFinite).sorted()
        return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    }

    public var extent: DataExtent {
        var extent = DataExtent()
        let step = step
        for x in xs {
            extent.include(x: x - step / 2)
            extent.include(x: x + step / 2)
        }
        extent.include(y: 0)
        for (index, y) in ys.enumerated() {
            let error = errors.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? 0
            extent.include(y: y + error)
            extent.include(y: y - error)
        }
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
        let floor = canvas.y.scale == .log ? canvas.y.lower : 0
        for (index, (x, y)) in zip(xs, ys).enumerated() {
            let left = canvas.place(x + shift - width / 2 * (members > 1 ? 0.92 : 1), floor)
            let right = canvas.place(x + shift + width / 2 * (members > 1 ? 0.92 : 1), y)
            guard left.isFinite, right.isFinite else { continue }
            canvas.fillArea([left, XY(right.x, left.y), right, XY(left.x, right.y)], style.paint(opacity: 0.85))
            let rect = Rect(
                left: min(left.x, right.x), top: min(left.y, right.y), right: max(left.x, right.x),
                bottom: max(left.y, right.y))
            canvas.obstacles.append(rect)
            if let error = errors?[index], error.isFinite, error > 0 {
                let centre = x + shift
                let cap = min(3, rect.width / 4)
                let ends = [canvas.place(centre, y - error), canvas.place(centre, y + error)]
                for piece in PolylineClipper(canvas.plot).pieces(of: ends) {
                    var path = Path(piece)
                    for end in piece where ends.contains(end) {
                        path.move(to: end - XY(cap, 0))
                        path.line(to: end + XY(cap, 0))
                    }
                    canvas.stroke(path, StrokeStyle(paint: .role(.ink), width: 0.8))
                }
            }
        }
    }

    public var numbers: NumberTable {
        var columns = [NumberTable.Column("x", xs), .init("y", ys)]
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
