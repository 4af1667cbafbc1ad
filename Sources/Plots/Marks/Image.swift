/// A grey or coloured picture in a panel, its upper row on top.
public struct Image: Mark {
    public var style = MarkStyle()
    let image: PixelImage
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    /// - Parameters:
    ///   - image: the picture.
    ///   - x: where the picture's left and right edges lie in the data; by default 0 to its columns.
    ///   - y: where its lower and upper edges lie; by default 0 to its rows.
    public init(_ image: PixelImage, x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
        self.image = image
        self.x = x ?? 0...Double(max(1, image.columns))
        self.y = y ?? 0...Double(max(1, image.rows))
    }

    /// Where the columns' borders lie in the data, and the rows' from the top.
    private var borders: (x: [Double], y: [Double]) {
        func borders(_ start: Double, _ end: Double, _ count: Int) -> [Double] {
            (0...max(1, count)).map { start + (end - start) * (Double($0) / Double(max(1, count))) }
        }
        return (
            borders(x.lowerBound, x.upperBound, image.columns), borders(y.upperBound, y.lowerBound, image.rows)
        )
    }

    /// On a logarithmic axis half of the pixel that reaches to zero is shown.
    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        func reach(_ borders: [Double], _ scale: AxisScale) -> [Double] {
            guard scale == .log else { return borders }
            let low = borders.filter { $0 > 0 }.min() ?? .nan
            return borders + (borders.contains { $0 <= 0 } ? [low / 2] : [])
        }
        var extent = DataExtent()
        for value in reach(borders.x, xScale) { extent.include(x: value) }
        for value in reach(borders.y, yScale) { extent.include(y: value) }
        extent.isTight = true
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        guard image.columns > 0, image.rows > 0 else { return }
        let borders = borders
        canvas.cells(x: borders.x, y: borders.y, most: 64) { column, row in image.pixels[row * image.columns + column] }
    }

    public var numbers: NumberTable {
        let isOpaque = image.pixels.allSatisfy { $0.w == 255 }
        return NumberTable(
            mark: "image",
            columns: [
                .init("row", image.pixels.indices.map { Double($0 / image.columns + 1) }),
                .init("column", image.pixels.indices.map { Double($0 % image.columns + 1) }),
                .init("red", image.pixels.map { Double($0.x) }), .init("green", image.pixels.map { Double($0.y) }),
                .init("blue", image.pixels.map { Double($0.z) }),
            ] + (isOpaque ? [] : [.init("opacity", image.pixels.map { Double($0.w) })]))
    }

    public func summary(x: Axis, y: Axis) -> String { "a picture of \(image.columns) × \(image.rows) pixels" }
}
