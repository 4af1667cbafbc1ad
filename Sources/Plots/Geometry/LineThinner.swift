/// Leaves out points of long polylines that no reader could see.
enum LineThinner {
    /// At most four points (first, lowest, highest, last) of each run that stays within a twentieth of a point
    /// across. Short polylines come back as they are.
    static func thinned(_ points: [XY], width: Double = 0.05) -> [XY] {
        guard points.count > 2000 else { return points }
        var kept: [XY] = []
        var start = 0
        while start < points.count {
            var end = start + 1
            while end < points.count, abs(points[end].x - points[start].x) < width { end += 1 }
            if end - start <= 4 {
                kept += points[start..<end]
            } else {
                var (lowest, highest) = (start, start)
                for index in start..<end {
                    if points[index].y < points[lowest].y { lowest = index }
                    if points[index].y > points[highest].y { highest = index }
                }
                var last = -1
                for index in [start, min(lowest, highest), max(lowest, highest), end - 1] where index > last {
                    kept.append(points[index])
                    last = index
                }
            }
            start = end
        }
        return kept
    }
}
