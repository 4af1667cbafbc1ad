/// Leaves out points of large clouds that lie on others.
struct PointThinner {
    private let rect: Rect
    private let columns, rows: Int

    /// Cells of a square grid over a rectangle, so far apart.
    init(_ rect: Rect, pitch: Double) {
        self.rect = rect
        columns = max(1, Int(min(4096, rect.width / pitch)))
        rows = max(1, Int(min(4096, rect.height / pitch)))
    }

    /// The first point in each cell and how many lie in it; points outside are left out. Nil where points lie in more cells
    /// than allowed.
    @inline(__always)
    func thinned(count: Int, most: Int, _ place: (Int) -> XY) -> [(place: XY, count: Int)]? {
        // The place in `kept` of each cell's point.
        var places = [Int32](repeating: -1, count: (columns + 1) * (rows + 1))
        var kept: [(place: XY, count: Int)] = []
        for index in 0..<count {
            let point = place(index)
            guard rect.contains(point) else { continue }
            let column = Int((point.x - rect.left) / rect.width * Double(columns))
            let row = Int((point.y - rect.top) / rect.height * Double(rows))
            let cell = row * (columns + 1) + column
            if places[cell] < 0 {
                if kept.count == most { return nil }
                places[cell] = Int32(kept.count)
                kept.append((point, 1))
            } else {
                kept[Int(places[cell])].count += 1
            }
        }
        return kept
    }
}
