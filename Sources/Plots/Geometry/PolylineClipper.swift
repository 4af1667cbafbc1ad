/// Cuts polylines at the border of a rectangle and at points that are not finite.
struct PolylineClipper {
    let rect: Rect

    init(_ rect: Rect) { self.rect = rect }

    /// The pieces that lie in the rectangle, in order.
    func pieces(of points: [XY]) -> [[XY]] {
        if points.count > 1, points.allSatisfy(rect.contains) { return [points] }
        var pieces: [[XY]] = []
        var piece: [XY] = []
        func flush() {
            if piece.count > 1 { pieces.append(piece) }
            piece = []
        }
        for index in points.indices.dropLast() {
            let (start, end) = (points[index], points[index + 1])
            guard start.isFinite, end.isFinite, let (from, to) = visible(start, end) else {
                flush()
                continue
            }
            if piece.last != from {
                flush()
                piece = [from]
            }
            piece.append(to)
            if to != end { flush() }
        }
        flush()
        return pieces
    }

    /// How much of a straight line lies in the rectangle.
    func visibleLength(_ start: XY, _ end: XY) -> Double {
        guard start.isFinite, end.isFinite, let (from, to) = visible(start, end) else { return 0 }
        return (to - from).length
    }

    /// Rounding must not carry a point over the border.
    private func inside(_ point: XY) -> XY {
        XY(max(rect.left, min(rect.right, point.x)), max(rect.top, min(rect.bottom, point.y)))
    }

    private func distance(_ point: XY) -> Double {
        max(abs(point.x - rect.centre.x), abs(point.y - rect.centre.y))
    }

    /// The part of a straight line in the rectangle (Liang and Barsky's way).
    func visible(_ start: XY, _ end: XY) -> (XY, XY)? {
        if rect.contains(start) && rect.contains(end) { return (start, end) }
        let isBeside = max(start.x, end.x) < rect.left || min(start.x, end.x) > rect.right
        if isBeside || max(start.y, end.y) < rect.top || min(start.y, end.y) > rect.bottom { return nil }
        // Far from the rectangle a double knows a place to many points only: the nearer end comes first.
        let far = distance(start)
        if far > 1e4, far > 2 * distance(end) { return visible(end, start).map { ($1, $0) } }
        let along = end - start
        guard along.isFinite else { return nil }
        var (first, last) = (0.0, 1.0)
        // The coordinate that a border gives a cut end: of two ends that are both far a share knows too little.
        var borders: (first: (axis: Int, place: Double), last: (axis: Int, place: Double)) = ((0, 0), (0, 0))
        func cut(_ slope: Double, _ room: Double, _ axis: Int, at border: Double) -> Bool {
            if slope < 0, room / slope > first { (first, borders.first) = (room / slope, (axis, border)) }
            if slope > 0, room / slope < last { (last, borders.last) = (room / slope, (axis, border)) }
            return slope != 0 || room >= 0
        }
        func crossing(_ share: Double, _ border: (axis: Int, place: Double)) -> XY {
            var point = start + share * along
            point[border.axis] = border.place
            return inside(point)
        }
        guard cut(-along.x, start.x - rect.left, 0, at: rect.left),
            cut(along.x, rect.right - start.x, 0, at: rect.right),
            cut(-along.y, start.y - rect.top, 1, at: rect.top), cut(along.y, rect.bottom - start.y, 1, at: rect.bottom),
            first <= last
        else { return nil }
        return (
            first == 0 ? inside(start) : crossing(first, borders.first),
            last == 1 ? inside(end) : crossing(last, borders.last)
        )
    }
}
