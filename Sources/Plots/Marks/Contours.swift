/// Lines of equal value of a field.
public struct Contours: Mark {
    public var style = MarkStyle()
    let field: ScalarField
    let levels: [Double]
    private let levelCount: Int
    private var isLabelled = false

    /// Writes each level's number into its line, which opens there, where no other label, marker or line stands.
    public func labelled(_ visible: Bool = true) -> Contours {
        var copy = self
        copy.isLabelled = visible
        return copy
    }

    public init(of field: ScalarField, levels: Levels = .count(8)) {
        self.field = field
        self.levels = levels.values(for: field)
        levelCount = levels.count
        style.role = .loss
    }

    /// The lines of a function sampled over two ranges.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, levels: Levels = .count(8), columns: Int = 201, rows: Int = 201,
        _ function: (Double, Double) -> Double
    ) {
        self.init(of: ScalarField(x: x, y: y, columns: columns, rows: rows, function), levels: levels)
    }

    public func check() throws {
        try field.check()
        guard field.xs.count > 1, field.ys.count > 1 else {
            throw PlotError.badShape(
                mark: "contours", columns: field.xs.count, rows: field.ys.count, values: field.values.count)
        }
        try Levels.check(count: levelCount)
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .line(style.stroke(width: 0.8, .loss)) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        // The lowest number above zero, where a logarithmic axis starts, may be any of them.
        (extent.x, extent.y) = (DataExtent.Span(field.xs), DataExtent.Span(field.ys))
        extent.isTight = true
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        var path = Path()
        let command = canvas.front.count
        let clipper = PolylineClipper(canvas.plot)
        let texts = TickNumbers(levels).texts
        for (text, lines) in zip(texts, field.contourLines(at: levels)) {
            var longest: (line: [XY], place: Int) = ([], 0)
            for line in lines {
                let points = canvas.places(of: line.isClosed ? line.points + line.points.prefix(1) : line.points)
                for piece in clipper.pieces(of: points) {
                    let piece = PolylineSimplifier.simplified(piece)
                    let closes = line.isClosed && piece.count > 2 && piece.first == piece.last
                    path.append(Path(closes ? Array(piece.dropLast()) : piece, closed: closes))
                    if isLabelled, Self.length(piece) > Self.length(longest.line) {
                        longest = (piece, canvas.lines.count)
                    }
                    canvas.lines.append(piece)
                }
            }
            if isLabelled, Self.length(longest.line) > 60 {
                canvas.labels.append(
                    PendingLabel(
                        text: text, anchor: longest.line[0], clearance: 0,
                        paint: style.paint(.loss),
                        kind: .onLine(Self.places(on: longest.line), line: longest.place, command: command)))
            }
        }
        if !path.isEmpty { canvas.stroke(path, style.stroke(width: 0.8, .loss)) }
    }

    private static func length(_ line: [XY]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }

    /// Places along a line, the most level ones first, where numbers read best.
    private static func places(on line: [XY]) -> [XY] {
        let total = length(line)
        var found: [(place: XY, steepness: Double)] = []
        var reached = 0.0
        var wanted = 0.04 * total
        for (start, end) in zip(line, line.dropFirst()) {
            let step = (end - start).length
            while step > 0, wanted <= reached + step, wanted < 0.97 * total {
                found.append((start + (wanted - reached) / step * (end - start), abs(end.y - start.y) / step))
                wanted += 0.03 * total
            }
            reached += step
        }
        return found.sorted { $0.steepness < $1.steepness }.map(\.place)
    }

    public var numbers: NumberTable {
        var columns: [[Double]] = [[], [], [], []]
        for (level, lines) in zip(levels, field.contourLines(at: levels)) {
            for (index, line) in lines.enumerated() {
                for point in line.points {
                    columns[0].append(level)
                    columns[1].append(Double(index))
                    columns[2].append(point.x)
                    columns[3].append(point.y)
                }
            }
        }
        return NumberTable(
            mark: "contours",
            columns: zip(["level", "line", "x", "y"], columns).map { NumberTable.Column($0, $1) })
    }

    public func summary(x: Axis, y: Axis) -> String {
        let name = style.label.map { " “\(PlainText.of($0))”" } ?? style.role.map { " of the \($0.name)" } ?? ""
        guard let low = levels.first, let high = levels.last else { return "contours\(name) without a level" }
        var text = "\(levels.count) contours\(name) from \(NumberFormat.plain(low)) to \(NumberFormat.plain(high))"
        if let place = field.lowestPlace {
            text += " around a lowest value at (\(NumberFormat.plain(place.x)), \(NumberFormat.plain(place.y)))"
        }
        return text
    }
}
