/// Leaves out points of long polylines that no reader could see.
enum LineThinner {
    /// At most four points (first, lowest, highest, last) of each run that stays within a twentieth of a point
    /// across; of points that are not finite, one between two runs. Short polylines come back as they are.
    static func thinned(_ points: [XY], width: Double = 0.05) -> [XY] {
        guard points.count > 2000 else { return points }
        var kept: [XY] = []
        var start = 0
        while start < points.count {
            guard points[start].isFinite else {
                if let last = kept.last, last.isFinite { kept.append(points[start]) }
                start += 1
                continue
            }
            var end = start + 1
            var (lowest, highest) = (start, start)
            while end < points.count, points[end].isFinite, abs(points[end].x - points[start].x) < width {
                if points[end].y < points[lowest].y { lowest = end }
                if points[end].y > points[highest].y { highest = end }
                end += 1
            }
            var last = -1
            let some =
                end - start <= 4
                ? Array(start..<end) : [start, min(lowest, highest), max(lowest, highest), end - 1]
            for index in some where index > last {
                kept.append(points[index])
                last = index
            }
            start = end
        }
        return kept
    }
}
