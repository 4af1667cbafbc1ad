/// A field as coloured cells, each around its grid point: they meet halfway between points in the scale of the axis.
///
/// Lines over it in the colour of a role lie on a wider line of paper, so that they stay legible in every theme.
public struct HeatMap: Mark {
    public var style = MarkStyle()
    let field: ScalarField
    /// The scale over the field's values.
    let colours: ResolvedColourScale

    /// - Parameters:
    ///   - field: a value for each cell.
    ///   - scale: what colours the values get.
    public init(of field: ScalarField, scale: ColourScale) {
        self.field = field
        colours = scale.resolved(field.values)
    }

    /// - Parameters:
    ///   - field: a value for each cell.
    ///   - range: the values that get the map's first and last colour; nil takes those of the field.
    ///   - map: the colours.
    public init(of field: ScalarField, range: ClosedRange<Double>? = nil, map: ColourMap = .blues) {
        self.init(of: field, scale: ColourScale(map, range: range))
    }

    public var labelPlace: LabelPlace { .legend }
    public var legendKey: LegendKey { .area(.fixed(colours.scale.map.colour(at: 0.6))) }

    public func check() throws {
        try field.check()
        try colours.scale.check()
    }

    /// How many cells have no colour of the map.
    private var missing: Int { field.values.count { colours.colour(of: $0) == colours.scale.missing } }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for border in CellBorders.around(field.xs, on: xScale) { extent.include(x: border) }
        for border in CellBorders.around(field.ys, on: yScale) { extent.include(y: border) }
        extent.isTight = true
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let columns = field.xs.count
        let (x, y) = (
            CellBorders.around(field.xs, on: canvas.x.scale), CellBorders.around(field.ys, on: canvas.y.scale)
        )
        // Seen through cells without a colour, which the lowest colour could be mistaken for.
        if colours.scale.missing == nil, missing > 0 { canvas.hatch(x: x, y: y) }
        canvas.cells(x: x, y: y) { column, row in
            guard let colour = colours.colour(of: field.values[row * columns + column]) else { return .zero }
            return SIMD4(colour.red, colour.green, colour.blue, 255)
        }
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
            + (missing > 0 ? ", \(missing) of them without a value" : "")
    }
}
