/// A field as coloured cells, each centred on its grid point.
///
/// Lines over it in the colour of a role lie on a wider line of paper, so that they stay legible in every theme.
public struct HeatMap: Mark {
    public var style = MarkStyle()
    let field: ScalarField
    let range: ClosedRange<Double>?
    let map: ColourMap

    /// - Parameters:
    ///   - field: a value for each cell.
    ///   - range: the values that get the map's first and last colour; nil takes those of the field.
    ///   - map: the colours.
    public init(of field: ScalarField, range: ClosedRange<Double>? = nil, map: ColourMap = .blues) {
        self.field = field
        self.range = range ?? field.range
        self.map = map
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(.fixed(map.colour(at: 0.6))) }

    public func check() throws { try field.check() }

    /// Half a cell beyond the outermost grid points.
    private func borders(_ grid: [Double]) -> (Double, Double)? {
        guard let first = grid.first, let last = grid.last else { return nil }
        guard grid.count > 1 else { return (first - 0.5, last + 0.5) }
        return (first - (grid[1] - first) / 2, last + (last - grid[grid.count - 2]) / 2)
    }

    public var extent: DataExtent {
        var extent = DataExtent()
        if let (low, high) = borders(field.xs), let (bottom, top) = borders(field.ys) {
            extent.include(x: low)
            extent.include(x: high)
            extent.include(y: bottom)
            extent.include(y: top)
        }
        extent.isTight = true
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        guard let (left, right) = borders(field.xs), let (bottom, top) = borders(field.ys) else { return }
        let corners = [canvas.place(left, bottom), canvas.place(right, top)]
        guard corners.allSatisfy(\.isFinite) else { return }
        let table = map.table
        let low = range?.lowerBound ?? 0
        let span = (range?.upperBound ?? 1) - low
        let (columns, rows) = (field.xs.count, field.ys.count)
        var pixels = [SIMD4<UInt8>](repeating: .zero, count: columns * rows)
        let isUpright = corners[0].y > corners[1].y
        let isForward = corners[0].x < corners[1].x
        for row in 0..<rows {
            for column in 0..<columns {
                let value = field.values[row * columns + column]
                guard value.isFinite else { continue }
                let share = span > 0 && span.isFinite ? max(0, min(1, (value - low) / span)) : 0.5
                let colour = table[Int(share * 255)]
                let place = (isUpright ? rows - 1 - row : row) * columns + (isForward ? column : columns - 1 - column)
                pixels[place] = SIMD4(colour.red, colour.green, colour.blue, 255)
            }
        }
        let rect = Rect(
            left: min(corners[0].x, corners[1].x), top: min(corners[0].y, corners[1].y),
            right: max(corners[0].x, corners[1].x), bottom: max(corners[0].y, corners[1].y))
        canvas.image(PixelImage(columns: columns, rows: rows, pixels: pixels), in: rect)
    }

    public var numbers: NumberTable {
        let indices = field.values.indices
        let columns = max(1, field.xs.count)
        return NumberTable(
            mark: "heat map",
            columns: [
                .init("x", indices.map { field.xs[$0 % columns] }), .init("y", indices.map { field.ys[$0 / columns] }),
                .init("value", field.values),
            ])
    }

    public func summary(x: Axis, y: Axis) -> String {
        let size = "\(field.xs.count) × \(field.ys.count) cells"
        guard let range = field.range else { return "a heat map of \(size) without data" }
        return
            "a heat map of \(size) between \(NumberFormat.plain(range.lowerBound)) and \(NumberFormat.plain(range.upperBound))"
    }
}
