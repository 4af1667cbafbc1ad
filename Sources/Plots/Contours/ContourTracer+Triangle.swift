/// Cells with a corner that has no value: the triangle of the other three.
extension ContourTracer {
    /// The corner of a cell that has no value, counted counterclockwise from the lower left; nil when it isn't just one.
    func onlyHole(_ corner: Int, _ values: UnsafeBufferPointer<Double>) -> Int? {
        let columns = field.xs.count
        var hole: Int?
        for (place, index) in [corner, corner + 1, corner + columns + 1, corner + columns].enumerated() {
            guard !values[index].isFinite || (closesRegions && values[index] == Self.outside) else { continue }
            if hole != nil { return nil }
            hole = place
        }
        return hole
    }

    /// Adds the pieces of every level that crosses a triangle. Its side between the neighbours of the hole is a border
    /// of what has values.
    mutating func traceTriangle(
        _ row: Int, _ column: Int, without hole: Int, _ bytes: SIMD4<UInt8>, _ values: UnsafeBufferPointer<Double>
    ) {
        let columns = field.xs.count
        let start = row * columns + column
        let z = SIMD4(values[start], values[start + 1], values[start + columns + 1], values[start + columns])
        let (x0, x1, y0, y1) = (field.xs[column], field.xs[column + 1], field.ys[row], field.ys[row + 1])
        let (x, y) = (SIMD4(x0, x1, x1, x0), SIMD4(y0, y0, y1, y1))
        // The corners counterclockwise. Side k of the cell goes from corner k to the next: bottom, right, top, left.
        let (a, b, c) = ((hole + 1) % 4, (hole + 2) % 4, (hole + 3) % 4)
        let known = [bytes[a], bytes[b], bytes[c]]
        for index in Int(closesRegions ? 0 : known.min() ?? 0)..<Int(known.max() ?? 0) {
            func isAbove(_ corner: Int) -> Bool { corner != hole && Int(bytes[corner]) > index }
            func point(_ first: Int, _ second: Int) -> XY {
                XY(
                    Self.crossing(x[first], x[second], z[first], z[second], levels[index]),
                    Self.crossing(y[first], y[second], z[first], z[second], levels[index]))
            }
            var found = SIMD4<Int32>(repeating: -1)
            for side in 0..<4 where closesRegions || (side != hole && side != c) {
                let next = (side + 1) % 4
                guard isAbove(side) != isAbove(next) else { continue }
                let waiting = side == 0 ? below[index * columns + column] : side == 3 ? left[index] : -1
                found[side] = waiting >= 0 ? waiting : add(point(min(side, next), max(side, next)), index)
            }
            below[index * columns + column] = found[2]
            left[index] = found[1]
            let ending = isAbove(a) != isAbove(c) ? add(point(a, c), index) : -1
            // The higher values lie on the left: a line starts where a walk counterclockwise leaves them.
            let sides = [(a, b, found[a]), (b, c, found[b]), (c, a, ending)]
            if let from = sides.first(where: { isAbove($0.0) && !isAbove($0.1) }),
                let to = sides.first(where: { !isAbove($0.0) && isAbove($0.1) })
            {
                link(from.2, to.2)
            }
            if closesRegions, isAbove(c) || isAbove(a) {
                let (from, to) = (isAbove(c) ? found[c] : ending, isAbove(a) ? found[hole] : ending)
                link(from, to)
            }
        }
    }
}
