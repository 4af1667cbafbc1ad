/// Draws long polylines as few curves: a reader sees no difference, but files are smaller and sooner written.
enum CurveFitter {
    /// Straight lines and cubic curves from the first point to the last.
    ///
    /// They pass every point within `tolerance`. Halfway between neighbours a curve may bulge three times as far, as
    /// did the one from which the points were taken; where it would bulge further, the corners of the polyline stay.
    static func fitted(_ points: [XY], tolerance: Double) -> [Path.Element] {
        guard points.count > 1 else { return [] }
        var lengths = [0.0]
        lengths.reserveCapacity(points.count)
        for index in 1..<points.count {
            lengths.append(lengths[index - 1] + (points[index] - points[index - 1]).length)
        }
        var elements: [Path.Element] = []
        var open = [(0, points.count - 1)]
        while let (first, last) = open.popLast() {
            let (furthest, distance) = PolylineSimplifier.furthest(from: points, first, last)
            if distance <= tolerance * tolerance {
                elements.append(.line(points[last]))
            } else if let (start, end) = handles(points, lengths, first, last, tolerance) {
                elements.append(.curve(start, end, points[last]))
            } else {
                open.append((furthest, last))
                open.append((first, furthest))
            }
        }
        return elements
    }

    /// The control points of a curve from one point to another that fits those between by least squares; nil where it
    /// strays from them, or would be no shorter to write.
    private static func handles(
        _ points: [XY], _ lengths: [Double], _ first: Int, _ last: Int, _ tolerance: Double
    ) -> (XY, XY)? {
        let (start, end) = (points[first], points[last])
        let length = lengths[last] - lengths[first]
        // No curve follows a zigzag; that is cheaper to see by its length.
        guard last - first > 3, length < 2 * (end - start).length else { return nil }
        func share(_ index: Int) -> Double { (lengths[index] - lengths[first]) / length }
        var (aa, ab, bb) = (0.0, 0.0, 0.0)
        var (sumA, sumB) = (XY.zero, XY.zero)
        for index in (first + 1)..<last {
            let t = share(index)
            let s = 1 - t
            let (a, b) = (3 * s * s * t, 3 * s * t * t)
            let offset = points[index] - start - (t * t * t + b) * (end - start)
            aa += a * a
            ab += a * b
            bb += b * b
            sumA += a * offset
            sumB += b * offset
        }
        let determinant = aa * bb - ab * ab
        guard determinant > 1e-9 else { return nil }
        // From the start and from the end.
        let left = (bb * sumA - ab * sumB) / determinant
        let right = (aa * sumB - ab * sumA) / determinant
        let middle = end - start + right - left
        /// Whether the curve, where it is drawn to share `t`, passes beside a point at no more than a distance.
        func passes(_ point: XY, at t: Double, within distance: Double) -> Bool {
            let s = 1 - t
            let (a, b) = (3 * s * s * t, 3 * s * t * t)
            let offset = point - start - (t * t * t + b) * (end - start) - a * left - b * right
            let along = s * s * left + 2 * s * t * middle - t * t * right
            let across = offset.x * along.y - offset.y * along.x
            return across * across <= distance * distance * (along.x * along.x + along.y * along.y)
        }
        for index in (first + 1)..<last where !passes(points[index], at: share(index), within: tolerance) { return nil }
        for index in first..<last {
            let halfway = 0.5 * (points[index] + points[index + 1])
            let t = 0.5 * (share(index) + share(index + 1))
            guard passes(halfway, at: t, within: 3 * tolerance) else { return nil }
        }
        return (start + left, end + right)
    }
}
