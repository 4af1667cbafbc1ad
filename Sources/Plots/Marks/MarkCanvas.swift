/// What a mark draws on: a panel's plot area with its axes.
public struct MarkCanvas {
    /// The plot area in points.
    public let plot: Rect
    let x: ResolvedAxis
    let y: ResolvedAxis
    let typesetter: Typesetter
    let textSize: Double
    /// True where labels of line ends stand at the ends and not in a legend.
    let labelsLineEnds: Bool
    /// False where the names of all marks stand in the legend.
    let labelsMarks: Bool

    /// Commands below the other marks (bands, images) and among them.
    var back: [Drawing.Command] = []
    var front: [Drawing.Command] = []
    var labels: [PendingLabel] = []
    /// What labels keep clear of.
    var obstacles: [Rect] = []
    var lines: [[XY]] = []
    /// Where pictures and areas lie that have the same colours in every theme.
    var fixedAreas: [Rect] = []

    init(
        plot: Rect, x: ResolvedAxis, y: ResolvedAxis, typesetter: Typesetter, textSize: Double, labelsLineEnds: Bool,
        labelsMarks: Bool = true
    ) {
        self.plot = plot
        self.x = x
        self.y = y
        self.typesetter = typesetter
        self.textSize = textSize
        self.labelsLineEnds = labelsLineEnds
        self.labelsMarks = labelsMarks
        transform = PlotTransform(plot: plot, x: x, y: y)
    }

    /// Draws a mark: what it adds belongs together, and its labels name it.
    mutating func draw(_ mark: any Mark) throws {
        let starts = (back: back.count, front: front.count, labels: labels.count)
        let name = PlainText.of(mark.style.label ?? "")
        let group = Drawing.Command.open(.mark(kind: mark.kind, name: name))
        back.append(group)
        front.append(group)
        try mark.draw(on: &self)
        if back.count == starts.back + 1 { back.removeLast() } else { back.append(.close) }
        if front.count == starts.front + 1 { front.removeLast() } else { front.append(.close) }
        for place in starts.labels..<labels.count where labels[place].text == mark.style.label {
            labels[place].name = name
        }
    }

    /// Where numbers lie on the page.
    let transform: PlotTransform

    /// The place of a value in points; not finite where an axis has no place for it.
    @inline(__always)
    public func place(_ xValue: Double, _ yValue: Double) -> XY { transform.place(xValue, yValue) }

    /// The place of an area's corner: on the border where a logarithmic axis has no place for a number.
    func cornerPlace(_ xValue: Double, _ yValue: Double) -> XY { place(x.cut(xValue), y.cut(yValue)) }

    func places(of points: [XY]) -> [XY] { points.map { [transform] in transform.place($0.x, $0.y) } }

    public func place(x value: Double) -> Double { place(value, y.lower).x }
    public func place(y value: Double) -> Double { place(x.lower, value).y }

    /// Strokes a polyline given in data units, cut at the plot area and wherever a value has no place.
    public mutating func strokeLine(_ xs: [Double], _ ys: [Double], _ style: StrokeStyle) {
        var path = Path()
        let points = transform.thinnedPlaces(xs, ys)
        for piece in PolylineClipper(plot).pieces(of: points) {
            path.append(Path(piece))
            lines.append(piece)
        }
        if !path.isEmpty { front.append(.stroke(path, style)) }
        for point in alone(points) {
            front.append(.fill(Path(circle: point, radius: max(1, style.width)), style.paint))
        }
    }

    /// Visible points without a neighbour: no line ends there, so they get a dot.
    private func alone(_ points: [XY]) -> [XY] {
        var alone: [XY] = []
        var isBeforeFinite = false
        for index in points.indices {
            let isFinite = points[index].isFinite
            let isAfterFinite = index + 1 < points.count && points[index + 1].isFinite
            if isFinite, !isBeforeFinite, !isAfterFinite, plot.contains(points[index]) { alone.append(points[index]) }
            isBeforeFinite = isFinite
        }
        return alone
    }

    /// The visible pieces of a polyline in points.
    func pieces(_ xs: [Double], _ ys: [Double]) -> [[XY]] {
        PolylineClipper(plot).pieces(of: transform.thinnedPlaces(xs, ys))
    }

    /// The place of the last point that lies in the plot area.
    func lastVisible(_ xs: [Double], _ ys: [Double]) -> XY? {
        let visible = plot.inset(-0.01)
        for index in (0..<min(xs.count, ys.count)).reversed() {
            let place = place(xs[index], ys[index])
            if place.isFinite && visible.contains(place) { return place }
        }
        return nil
    }

    /// Fills a polygon given in points, cut at the plot area; below the other marks.
    public mutating func fillArea(_ polygon: [XY], _ paint: Paint) {
        let visible = PolygonClipper(plot).clipped(polygon)
        if visible.count > 2 { back.append(.fill(Path(visible, closed: true), paint)) }
    }

    public mutating func stroke(_ path: Path, _ style: StrokeStyle) { front.append(.stroke(path, style)) }
    public mutating func fill(_ path: Path, _ paint: Paint) { front.append(.fill(path, paint)) }

    /// Draws a marker centred at `place` in points, if that lies in the plot area.
    public mutating func mark(_ marker: Marker, at place: XY, size: Double, paint: Paint, isObstacle: Bool = true) {
        guard place.isFinite, marker != .none, plot.inset(-0.01).contains(place) else { return }
        front += MarkerShape(marker: marker, centre: place, size: size, paint: paint).commands
        if isObstacle {
            obstacles.append(Rect(x: place.x - size / 2, y: place.y - size / 2, width: size, height: size))
        }
    }

    /// Draws many opaque dots that lie in the plot area: lines without a length, whose round ends are the dots.
    mutating func dots(_ places: [XY], size: Double, paint: Paint) {
        var path = Path()
        for place in places where place.isFinite && plot.inset(-0.01).contains(place) {
            path.move(to: place)
            path.line(to: place)
        }
        let style = StrokeStyle(paint: paint, width: size, cap: .round, join: .round)
        if !path.isEmpty { front.append(.stroke(path, style)) }
    }

    /// Asks for a label beside `place` in points, at least `clearance` away; the panel finds the side.
    public mutating func label(_ text: String, beside place: XY, clearance: Double, paint: Paint) {
        guard place.isFinite, plot.inset(-0.01).contains(place), !text.isEmpty, labelsMarks else { return }
        labels.append(PendingLabel(text: text, anchor: place, clearance: clearance, paint: paint, kind: .beside))
    }

    /// Asks for a label at the right end of a line that ends at `place` in points.
    ///
    /// - Parameter before: a place that the line comes from: of lines that end together, the one that comes from above has
    ///   the upper label.
    public mutating func label(_ text: String, atLineEnd place: XY, paint: Paint, from before: XY? = nil) {
        guard place.isFinite, !text.isEmpty, labelsLineEnds else { return }
        var label = PendingLabel(text: text, anchor: place, clearance: 4, paint: paint, kind: .lineEnd)
        if let before, place.x - before.x > 1e-6 {
            label.rise = max(-1e6, min(1e6, (before.y - place.y) / (place.x - before.x)))
        }
        labels.append(label)
    }

    /// The place of the last point of a line that lies well left of its end.
    func before(_ end: XY, _ xs: [Double], _ ys: [Double]) -> XY? {
        for index in (0..<min(xs.count, ys.count)).reversed() {
            let place = place(xs[index], ys[index])
            if place.isFinite, place.x < end.x - 8 { return place }
        }
        return nil
    }
}

/// A label that waits for its place.
struct PendingLabel: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case beside
        case lineEnd
        /// Centred on the anchor, moved only as far as the panel's border asks; in quarters of the box
        /// to the left of (x) and above (y) the anchor.
        case exact(align: XY)
        /// Beside an upright line, near its top.
        case upright
        /// On a level line, near its right end.
        case level
        /// Some way off, with a thin line to the anchor.
        case leader
        /// Centred on one of these places of a line, which it opens; left out where none of them is free. `line` is the
        /// line's place among the canvas' lines, `command` that of its stroke among the front commands.
        case onLine([XY], line: Int, command: Int)
    }

    var text: String
    var anchor: XY
    var clearance: Double
    var paint: Paint
    var kind: Kind
    /// The name of the mark that the label names; nil where it names none.
    var name: String?
    /// How steeply the line comes down to its end, in points a point.
    var rise = 0.0
}
