/// Cuts polygons at the border of a rectangle (Sutherland and Hodgman's way).
struct PolygonClipper {
    let rect: Rect

    init(_ rect: Rect) { self.rect = rect }

    /// The part of the polygon in the rectangle; points that are not finite are left out.
    func clipped(_ polygon: [XY]) -> [XY] {
        var points = polygon.filter(\.isFinite)
        if points.allSatisfy(rect.contains) { return points }
        points = cut(points) { $0.x - rect.left }
        points = cut(points) { rect.right - $0.x }
        points = cut(points) { $0.y - rect.top }
        return cut(points) { rect.bottom - $0.y }
    }

    /// The part where `depth` is not negative.
    private func cut(_ points: [XY], _ depth: (XY) -> Double) -> [XY] {
        guard var last = points.last else { return [] }
        var lastDepth = depth(last)
        var kept: [XY] = []
        for point in points {
            let here = depth(point)
            if (here >= 0) != (lastDepth >= 0) {
                let crossing = last + (lastDepth / (lastDepth - here)) * (point - last)
                if crossing.isFinite { kept.append(crossing) }
            }
            if here >= 0 { kept.append(point) }
            (last, lastDepth) = (point, here)
        }
        return kept
    }
}
