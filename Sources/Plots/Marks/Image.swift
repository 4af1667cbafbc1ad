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

    public var extent: DataExtent {
        var extent = DataExtent()
        extent.include(x: x.lowerBound)
        extent.include(x: x.upperBound)
        extent.include(y: y.lowerBound)
        extent.include(y: y.upperBound)
        extent.isTight = true
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let first = canvas.place(x.lowerBound, y.lowerBound)
        let second = canvas.place(x.upperBound, y.upperBound)
        guard first.isFinite, second.isFinite else { return }
        canvas.image(
            image,
            in: Rect(
                left: min(first.x, second.x), top: min(first.y, second.y), right: max(first.x, second.x),
                bottom: max(first.y, second.y)))
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
