/// Leaves out points that a polyline passes within a tolerance anyway (Ramer, Douglas and Peucker's way).
enum PolylineSimplifier {
    /// A polyline whose points are among those given, nowhere further than `tolerance` from the one given: by default the
    /// ninth part of a pixel in print at 200 pixels an inch.
    static func simplified(_ points: [XY], tolerance: Double = 0.04) -> [XY] {
        guard points.count > 3 else { return points }
        var keeps = [Bool](repeating: false, count: points.count)
        keeps[0] = true
        keeps[points.count - 1] = true
        var open = [(0, points.count - 1)]
        while let (first, last) = open.popLast() {
            guard last > first + 1 else { continue }
            let (furthest, distance) = Self.furthest(from: points, first, last)
            if distance > tolerance * tolerance {
                keeps[furthest] = true
                open.append((first, furthest))
                open.append((furthest, last))
            }
        }
        return zip(points, keeps).filter(\.1).map(\.0)
    }

    /// By how much a point must be further away than an earlier one to be chosen in its place. Points of a symmetric curve
    /// are equally far away but for their last bits, which must not decide what is drawn.
    private static let nearTie = 1 + 1e-6

    /// The point between two others that is furthest from the straight line through them, of near ties the first, and its
    /// squared distance.
    static func furthest(from points: [XY], _ first: Int, _ last: Int) -> (Int, Double) {
        let start = points[first]
        let along = points[last] - start
        let squared = along.x * along.x + along.y * along.y
        // Distances are compared times the length of the line, which spares a division for each point.
        let scale = squared > 0 ? squared : 1
        var (furthest, distance) = (first, 0.0)
        for index in (first + 1)..<last {
            let offset = points[index] - start
            let share = offset.x * along.x + offset.y * along.y
            let here: Double
            if share > 0 && share < squared {
                let across = offset.x * along.y - offset.y * along.x
                here = across * across
            } else {
                let rest = share > 0 ? offset - along : offset
                here = scale * (rest.x * rest.x + rest.y * rest.y)
            }
            if here > distance * nearTie { (furthest, distance) = (index, here) }
        }
        return (furthest, distance / scale)
    }
}
