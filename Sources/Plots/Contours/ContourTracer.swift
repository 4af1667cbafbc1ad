/// Traces the lines of equal value of a field: marching squares, the pieces joined across cells.
///
/// A point counts as above a level when its value is larger. The crossing of a cell's edge is interpolated linearly;
/// a saddle is decided by the mean of its four corners. Cells with a corner that is not finite are left out.
struct ContourTracer {
    let field: ScalarField

    /// The lines of one level.
    func lines(at level: Double) -> [ContourLine] {
        let columns = field.xs.count
        guard columns > 1, field.ys.count > 1 else { return [] }
        var pieces: [(from: Int, to: Int)] = []
        field.values.withUnsafeBufferPointer { values in
            for row in 0..<(field.ys.count - 1) {
                for column in 0..<(columns - 1) {
                    let corner = row * columns + column
                    let z = (values[corner], values[corner + 1], values[corner + columns + 1], values[corner + columns])
                    let kind =
                        (z.0 > level ? 1 : 0) | (z.1 > level ? 2 : 0) | (z.2 > level ? 4 : 0) | (z.3 > level ? 8 : 0)
                    guard kind != 0, (z.0 + z.1 + z.2 + z.3).isFinite else { continue }
                    if kind == 15 { continue }
                    let (bottom, left) = (2 * corner, 2 * corner + 1)
                    let (top, right) = (2 * (corner + columns), 2 * (corner + 1) + 1)
                    switch kind {
                    case 1: pieces.append((bottom, left))
                    case 2: pieces.append((right, bottom))
                    case 3: pieces.append((right, left))
                    case 4: pieces.append((top, right))
                    case 6: pieces.append((top, bottom))
                    case 7: pieces.append((top, left))
                    case 8: pieces.append((left, top))
                    case 9: pieces.append((bottom, top))
                    case 11: pieces.append((right, top))
                    case 12: pieces.append((left, right))
                    case 13: pieces.append((bottom, right))
                    case 14: pieces.append((left, bottom))
                    default:
                        let isHigh = 0.25 * (z.0 + z.1 + z.2 + z.3) > level
                        switch (kind, isHigh) {
                        case (5, true): pieces += [(bottom, right), (top, left)]
                        case (5, false): pieces += [(bottom, left), (top, right)]
                        case (_, true): pieces += [(left, bottom), (right, top)]
                        case (_, false): pieces += [(right, bottom), (left, top)]
                        }
                    }
                }
            }
        }
        return joined(pieces, level: level)
    }

    private func joined(_ pieces: [(from: Int, to: Int)], level: Double) -> [ContourLine] {
        var next: [Int: Int] = [:]
        next.reserveCapacity(pieces.count)
        var entered: Set<Int> = []
        for piece in pieces {
            next[piece.from] = piece.to
            entered.insert(piece.to)
        }
        var lines: [ContourLine] = []
        func follow(from start: Int, isClosed: Bool) {
            var points = [crossing(of: start, level: level)]
            var edge = start
            while let following = next.removeValue(forKey: edge) {
                if following == start { break }
                points.append(crossing(of: following, level: level))
                edge = following
            }
            lines.append(ContourLine(points: points, isClosed: isClosed))
        }
        for piece in pieces where !entered.contains(piece.from) { follow(from: piece.from, isClosed: false) }
        for piece in pieces where next[piece.from] != nil { follow(from: piece.from, isClosed: true) }
        return lines
    }

    /// Where the level crosses an edge: number 2i is the edge to the right of grid point i, 2i + 1 the one above it.
    private func crossing(of edge: Int, level: Double) -> XY {
        let columns = field.xs.count
        let point = edge / 2
        let (row, column) = (point / columns, point % columns)
        if edge % 2 == 0 {
            let share = share(field.values[point], field.values[point + 1], level)
            return XY(field.xs[column] * share + field.xs[column + 1] * (1 - share), field.ys[row])
        }
        let share = share(field.values[point], field.values[point + columns], level)
        return XY(field.xs[column], field.ys[row] * share + field.ys[row + 1] * (1 - share))
    }

    private func share(_ first: Double, _ second: Double, _ level: Double) -> Double {
        (second - level) / (second - first)
    }
}

extension ScalarField {
    /// The lines of equal value at a level; none for a level that is not finite.
    public func contourLines(at level: Double) -> [ContourLine] {
        level.isFinite ? ContourTracer(field: self).lines(at: level) : []
    }
}
