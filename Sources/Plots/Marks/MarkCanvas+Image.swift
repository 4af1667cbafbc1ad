extension MarkCanvas {
    /// Draws pixels that fill a rectangle in points, cut at the plot area; below the other marks.
    public mutating func image(_ image: PixelImage, in rect: Rect) {
        guard image.columns > 0, image.rows > 0, rect.width > 0, rect.height > 0 else { return }
        func borders(_ start: Double, _ length: Double, _ count: Int) -> [Double] {
            (0...count).map { start + length * (Double($0) / Double(count)) }
        }
        draw(
            CellGrid(
                xs: borders(rect.left, rect.width, image.columns), ys: borders(rect.top, rect.height, image.rows),
                colour: { image.pixels[$1 * image.columns + $0] }, plot: plot, most: 64))
    }

    /// Draws coloured cells between borders in data units, cut at the plot area; below the other marks.
    ///
    /// A border that an axis has no place for, as zero on a logarithmic one, lies beyond the plot area.
    /// - Parameters:
    ///   - x: the borders of columns, rising or falling; one more than there are columns.
    ///   - y: the borders of rows.
    ///   - most: the most visible cells that are drawn as rectangles; more become an image.
    ///   - colour: red, green, blue and opacity of the cell in a column and a row.
    public mutating func cells(
        x xBorders: [Double], y yBorders: [Double], most: Int = 1024, _ colour: @escaping (Int, Int) -> SIMD4<UInt8>
    ) {
        func places(_ borders: [Double], _ place: (Double) -> Double, _ axis: ResolvedAxis) -> [Double] {
            let below = place(axis.lower) < place(axis.upper) ? -Double.infinity : .infinity
            return borders.map { border in
                let place = place(border)
                return place.isNaN && !border.isNaN ? below : place
            }
        }
        draw(
            CellGrid(
                xs: places(xBorders, place(x:), x), ys: places(yBorders, place(y:), y), colour: colour, plot: plot,
                most: most))
    }

    /// Hatches what cells between these borders cover: the sign of missing values, below the cells.
    mutating func hatch(x xBorders: [Double], y yBorders: [Double]) {
        let finite = (x: xBorders.filter(\.isFinite), y: yBorders.filter(\.isFinite))
        guard let left = finite.x.min(), let right = finite.x.max(), let low = finite.y.min(),
            let high = finite.y.max(),
            let area = visible(from: place(left, low), to: place(right, high))
        else { return }
        var path = Path()
        let clipper = PolylineClipper(area)
        for shift in stride(from: 2, to: area.width + area.height, by: 4) {
            let ends = (XY(area.left + shift, area.top), XY(area.left + shift - area.height, area.bottom))
            if let (start, end) = clipper.visible(ends.0, ends.1) { path.append(Path([start, end])) }
        }
        if !path.isEmpty { back.append(.stroke(path, StrokeStyle(paint: .role(.muted), width: 0.5))) }
    }

    private mutating func draw(_ cells: CellGrid) {
        guard let area = cells.area else { return }
        fixedAreas.append(area)
        back += cells.commands
    }
}
