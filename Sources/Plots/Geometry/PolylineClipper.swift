/// Cuts polylines at the border of a rectangle and at points that are not finite.
struct PolylineClipper {
    let rect: Rect

    init(_ rect: Rect) { self.rect = rect }

    /// The pieces that lie in the rectangle, in order.
    func pieces(of points: [XY]) -> [[XY]] {
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

    /// Rounding must not carry a point over the border.
    private func inside(_ point: XY) -> XY {
        XY(max(rect.left, min(rect.right, point.x)), max(rect.top, min(rect.bottom, point.y)))
    }

    /// The part of a straight line in the rectangle (Liang and Barsky's way).
    private func visible(_ start: XY, _ end: XY) -> (XY, XY)? {
        if rect.contains(start) && rect.contains(end) { return (start, end) }
        let along = end - start
        guard along.isFinite else { return nil }
        var (first, last) = (0.0, 1.0)
        for (slope, room) in [
            (-along.x, start.x - rect.left), (along.x, rect.right - start.x), (-along.y, start.y - rect.top),
            (along.y, rect.bottom - start.y),
        ] {
            if slope == 0 {
                if room < 0 { return nil }
            } else if slope < 0 {
                first = max(first, room / slope)
            } else {
                last = min(last, room / slope)
            }
        }
        guard first <= last else { return nil }
        return (
            first == 0 ? inside(start) : inside(start + first * along),
            last == 1 ? inside(end) : inside(start + last * along)
        )
    }
}
