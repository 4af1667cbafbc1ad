import Plots

/// Paths through points.
enum Spline {
    /// Points on the Catmull–Rom curve through `points`, six to each span.
    static func through(_ points: [XY]) -> [XY] {
        guard points.count > 2 else { return polyline(points) }
        var path = [points[0]]
        for i in 0..<points.count - 1 {
            let before = points[max(0, i - 1)]
            let start = points[i]
            let end = points[i + 1]
            let after = points[min(points.count - 1, i + 2)]
            for step in 1...6 {
                let t = Double(step) / 6
                path.append(
                    XY(
                        position(before.x, start.x, end.x, after.x, t), position(before.y, start.y, end.y, after.y, t)))
            }
        }
        return path
    }

    /// Points on the straight lines through `points`, four to each, so that bends bend them too.
    static func polyline(_ points: [XY]) -> [XY] {
        var path = [points[0]]
        for (start, end) in zip(points, points.dropFirst()) {
            for step in 1...4 {
                let t = Double(step) / 4
                path.append(XY(start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)))
            }
        }
        return path
    }

    private static func position(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
        0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - a - 3 * c + d))))
    }
}
