/// Leaves out points of large clouds that lie on others.
enum PointThinner {
    /// The first point in each cell of a square grid over `rect` and how many lie in it; points outside are left out.
    static func thinned(_ points: [XY], in rect: Rect, pitch: Double) -> [(place: XY, count: Int)] {
        let columns = max(1, Int(min(4096, rect.width / pitch)))
        let rows = max(1, Int(min(4096, rect.height / pitch)))
        // The place in `kept` of each cell's point.
        var places = [Int32](repeating: -1, count: (columns + 1) * (rows + 1))
        var kept: [(place: XY, count: Int)] = []
        for point in points where rect.contains(point) {
            let column = Int((point.x - rect.left) / rect.width * Double(columns))
            let row = Int((point.y - rect.top) / rect.height * Double(rows))
            let cell = row * (columns + 1) + column
            if places[cell] < 0 {
                places[cell] = Int32(kept.count)
                kept.append((point, 1))
            } else {
                kept[Int(places[cell])].count += 1
            }
        }
        return kept
    }
}
