/// Leaves out points that a polyline passes within a tolerance anyway (Ramer, Douglas and Peucker's way).
enum PolylineSimplifier {
    /// A polyline whose points are among those given, nowhere further than `tolerance` from the one given.
    static func simplified(_ points: [XY], tolerance: Double = 0.03) -> [XY] {
        guard points.count > 3 else { return points }
        var keeps = [Bool](repeating: false, count: points.count)
        keeps[0] = true
        keeps[points.count - 1] = true
        var open = [(0, points.count - 1)]
        while let (first, last) = open.popLast() {
            guard last > first + 1 else { continue }
            let start = points[first]
            let along = points[last] - start
            let squared = along.x * along.x + along.y * along.y
            var (furthest, distance) = (first, 0.0)
            for index in (first + 1)..<last {
                let offset = points[index] - start
                let share = squared > 0 ? max(0, min(1, (offset.x * along.x + offset.y * along.y) / squared)) : 0
                let rest = offset - share * along
                let here = rest.x * rest.x + rest.y * rest.y
                if here > distance { (furthest, distance) = (index, here) }
            }
            if distance > tolerance * tolerance {
                keeps[furthest] = true
                open.append((first, furthest))
                open.append((furthest, last))
            }
        }
        return zip(points, keeps).filter(\.1).map(\.0)
    }
}
