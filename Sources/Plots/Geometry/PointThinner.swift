/// Leaves out points of large clouds that lie on others.
enum PointThinner {
    /// The first point in each cell of a square grid over `rect`; points outside are left out.
    static func thinned(_ points: [XY], in rect: Rect, pitch: Double) -> [XY] {
        let columns = max(1, Int(min(4096, rect.width / pitch)))
        let rows = max(1, Int(min(4096, rect.height / pitch)))
        var isTaken = [Bool](repeating: false, count: (columns + 1) * (rows + 1))
        return points.filter { point in
            guard rect.contains(point) else { return false }
            let column = Int((point.x - rect.left) / rect.width * Double(columns))
            let row = Int((point.y - rect.top) / rect.height * Double(rows))
            defer { isTaken[row * (columns + 1) + column] = true }
            return !isTaken[row * (columns + 1) + column]
        }
    }
}
