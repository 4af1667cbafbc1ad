/// Leaves out points of long polylines that no reader could see.
enum LineThinner {
    /// At most four points (first, lowest, highest, last) of each run that stays within a tenth of a point, less
    /// than a dot of a printer, across; of points that are not finite, one between two runs. Short polylines come back as they are.
    static func thinned(_ points: [XY], width: Double = 0.1) -> [XY] {
        points.count > shortest ? thinned(count: points.count, width: width) { points[$0] } : points
    }

    /// Polylines of no more points than this stay as they are.
    private static let shortest = 2000

    /// The same of so many places, each asked for once, in order.
    @inline(__always)
    static func thinned(count: Int, width: Double = 0.1, _ place: (Int) -> XY) -> [XY] {
        guard count > shortest else { return (0..<max(0, count)).map(place) }
        var kept: [XY] = []
        var run = Run()
        for index in 0..<count {
            let point = place(index)
            guard point.isFinite else {
                run.flush(into: &kept)
                if let last = kept.last, last.isFinite { kept.append(point) }
                continue
            }
            if run.count > 0, abs(point.x - run.first.x) < width {
                run.add(point)
            } else {
                run.flush(into: &kept)
                run.start(point)
            }
        }
        run.flush(into: &kept)
        return kept
    }

    /// Points close to each other across.
    private struct Run {
        var count = 0
        var first = XY.zero
        private var last = XY.zero
        private var (lowest, highest) = (XY.zero, XY.zero)
        private var (lowestPlace, highestPlace) = (0, 0)
        /// The second and the third.
        private var inner = (XY.zero, XY.zero)

        @inline(__always)
        mutating func start(_ point: XY) {
            (first, last, lowest, highest) = (point, point, point, point)
            (lowestPlace, highestPlace, count) = (0, 0, 1)
        }

        @inline(__always)
        mutating func add(_ point: XY) {
            if point.y < lowest.y { (lowest, lowestPlace) = (point, count) }
            if point.y > highest.y { (highest, highestPlace) = (point, count) }
            if count == 1 { inner.0 = point }
            if count == 2 { inner.1 = point }
            last = point
            count += 1
        }

        mutating func flush(into kept: inout [XY]) {
            guard count > 0 else { return }
            kept.append(first)
            if count <= 4 {
                if count > 2 { kept.append(inner.0) }
                if count > 3 { kept.append(inner.1) }
            } else {
                let isFalling = highestPlace < lowestPlace
                let extremes = isFalling ? (highest, lowest) : (lowest, highest)
                let places = isFalling ? (highestPlace, lowestPlace) : (lowestPlace, highestPlace)
                if places.0 > 0, places.0 < count - 1 { kept.append(extremes.0) }
                if places.1 > places.0, places.1 < count - 1 { kept.append(extremes.1) }
            }
            if count > 1 { kept.append(last) }
            count = 0
        }
    }
}
