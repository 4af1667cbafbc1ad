/// The borders of cells around points of an axis: halfway between neighbours in the axis' own scale, and as far beyond the
/// outermost.
enum CellBorders {
    /// One more border than there are points, in data units; NaN on both sides of a point without a place.
    ///
    /// A single point gets half a unit on each side, or a factor of √10 on a logarithmic axis.
    static func around(_ points: [Double], on scale: AxisScale) -> [Double] {
        let even = points.map { scale.even($0) }
        let placed = even.indices.filter { even[$0].isFinite }
        var borders = [Double](repeating: .nan, count: points.count + 1)
        guard let first = placed.first, let last = placed.last else { return borders }
        for index in first..<last { borders[index + 1] = (even[index] + even[index + 1]) / 2 }
        let (start, end) =
            first < last ? ((even[first + 1] - even[first]) / 2, (even[last] - even[last - 1]) / 2) : (0.5, 0.5)
        borders[first] = even[first] - start
        borders[last + 1] = even[last] + end
        return borders.map { scale.value(even: $0) }
    }
}
