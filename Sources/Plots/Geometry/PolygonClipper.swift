/// Cuts polygons at the border of a rectangle (Sutherland and Hodgman's way).
struct PolygonClipper {
    let rect: Rect

    init(_ rect: Rect) { self.rect = rect }

    /// The part of the polygon in the rectangle; points that are not finite are left out.
    func clipped(_ polygon: [XY]) -> [XY] {
        var points = polygon.filter(\.isFinite)
        if points.allSatisfy(rect.contains) { return points }
        points = cut(points, 0, at: rect.left, isLower: true)
        points = cut(points, 0, at: rect.right, isLower: false)
        points = cut(points, 1, at: rect.top, isLower: true)
        return cut(points, 1, at: rect.bottom, isLower: false)
    }

    /// The part on the inner side of an edge: of coordinate `axis` not below `edge`, or not above it.
    private func cut(_ points: [XY], _ axis: Int, at edge: Double, isLower: Bool) -> [XY] {
        guard var last = points.last else { return [] }
        func depth(_ point: XY) -> Double { isLower ? point[axis] - edge : edge - point[axis] }
        var lastDepth = depth(last)
        var kept: [XY] = []
        kept.reserveCapacity(points.count + 4)
        for point in points {
            let here = depth(point)
            if (here >= 0) != (lastDepth >= 0) {
                // From the nearer end: far from the edge a double knows its place to many points only.
                let (near, far) = abs(here) < abs(lastDepth) ? (point, last) : (last, point)
                let share = (edge - near[axis]) / (far[axis] - near[axis])
                var crossing = near + share * (far - near)
                crossing[axis] = edge
                kept.append(crossing)
            }
            if here >= 0 { kept.append(point) }
            (last, lastDepth) = (point, here)
        }
        return kept
    }
}
