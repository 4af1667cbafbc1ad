/// Areas between levels of a field, coloured by a map; where the field has no number, nothing is painted.
///
/// Lines over it in the colour of a role lie on a wider line of paper, so that they stay legible in every theme.
public struct FilledContours: Mark {
    public var style = MarkStyle()
    let field: ScalarField
    let levels: [Double]
    let map: ColourMap
    private let levelCount: Int
    /// Whether equal ratios of levels are equal steps.
    let isLogarithmic: Bool
    /// The number of the map's middle colour, where it has one.
    let centre: Double?

    /// - Parameters:
    ///   - field: a value at each point of a grid.
    ///   - levels: where areas end.
    ///   - map: the colours, in even steps from area to area.
    ///   - centre: the number of the map's middle colour; a diverging map has 0 unless another is given.
    public init(
        of field: ScalarField, levels: Levels = .count(8), map: ColourMap = .blues, centre: Double? = nil
    ) {
        self.centre = centre ?? (map.isDiverging ? 0 : nil)
        if case .logarithmic = levels { isLogarithmic = true } else { isLogarithmic = false }
        self.field = field
        self.levels = levels.values(for: field)
        levelCount = levels.count
        self.map = map
    }

    public func check() throws {
        try field.check()
        try Levels.check(count: levelCount)
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(.fixed(map.colour(at: 0.6))) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        Contours(of: field, levels: .explicit([])).extent(x: xScale, y: yScale)
    }

    /// The borders of the areas above each level, and of everything that has a number first.
    ///
    /// Every line closes along the field's edge. Of a cell with one corner that has no number the triangle of the other
    /// three belongs to a region, of a cell with more such corners nothing.
    public static func regions(of field: ScalarField, above levels: [Double]) throws -> [[ContourLine]] {
        let (columns, rows) = (field.xs.count, field.ys.count)
        guard columns > 1, rows > 1 else { return [] }
        func widened(_ grid: [Double]) -> [Double] {
            [2 * grid[0] - grid[1]] + grid + [2 * grid[grid.count - 1] - grid[grid.count - 2]]
        }
        var values = [Double](repeating: ContourTracer.outside, count: (columns + 2) * (rows + 2))
        for row in 0..<rows {
            for column in 0..<columns {
                let value = field.values[row * columns + column]
                if value.isFinite { values[(row + 1) * (columns + 2) + column + 1] = value }
            }
        }
        let padded = try ScalarField(xs: widened(field.xs), ys: widened(field.ys), values: values)
        return padded.contourLines(at: [-1e280] + field.raised(levels), closesRegions: true)
    }

    /// The colours of the areas below, between and above the levels.
    var colours: [RGB] {
        let count = Double(levels.count + 1)
        guard let centre else { return (0...levels.count).map { map.colour(at: (Double($0) + 0.5) / count) } }
        // How many areas lie below the centre: half a one more where it lies inside of an area.
        let below = Double(levels.count { $0 <= centre }) + (levels.contains(centre) ? 0 : 0.5)
        let reach = max(below, count - below)
        return (0...levels.count).map { map.colour(at: 0.5 + (Double($0) + 0.5 - below) / reach / 2) }
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let colours = colours
        let clipper = PolygonClipper(canvas.plot)
        if let left = field.xs.first, let bottom = field.ys.first, let right = field.xs.last, let top = field.ys.last {
            let (start, end) = (canvas.cornerPlace(left, bottom), canvas.place(right, top))
            canvas.fixedAreas.append(
                Rect(
                    left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x),
                    bottom: max(start.y, end.y)))
        }
        for (index, lines) in try Self.regions(of: field, above: levels).enumerated() {
            var path = Path()
            for line in lines {
                let corners = line.points.map { canvas.cornerPlace($0.x, $0.y) }
                let places = PolylineSimplifier.simplified(corners, tolerance: 0.02)
                let visible = clipper.clipped(places)
                if visible.count > 2 { path.append(Path(visible, closed: true)) }
            }
            if !path.isEmpty { canvas.back.append(.fill(path, .fixed(colours[index], opacity: style.opacity))) }
        }
    }

    public var numbers: NumberTable {
        let lines = Contours(of: field, levels: .explicit(levels)).numbers
        return NumberTable(mark: "filled contours", columns: lines.columns)
    }

    public func summary(x: Axis, y: Axis) -> String {
        guard let low = levels.first, let high = levels.last else { return "filled contours without a level" }
        return "areas between \(levels.count) levels from \(NumberFormat.plain(low)) to \(NumberFormat.plain(high))"
    }
}
