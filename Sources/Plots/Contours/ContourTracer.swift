/// Traces the lines of equal value of a field: marching squares, the pieces joined across cells.
///
/// A point counts as above a level when its value is larger. The crossing of a cell's edge is interpolated linearly;
/// a saddle is decided by the mean of its four corners. Of a cell with one corner that is not finite the triangle of the
/// other three counts, of a cell with more such corners nothing.
///
/// All levels are traced in one pass over the grid. Each value is replaced by the number of levels below it, one byte;
/// a run of cells whose bytes are equal has no line and is passed over eight cells at a time. So the time is that of
/// reading the field once, and of the cells that lines cross.
struct ContourTracer {
    /// More levels than this are traced in several passes.
    private static let most = 250
    /// The byte of a value that is not finite.
    private static let missing: UInt8 = 255
    /// Stands for a missing value where regions are closed: lower than any level.
    static let outside = -1e300

    let field: ScalarField
    /// Rising.
    let levels: [Double]
    /// True when lines also run along the border of what has values, so that each encloses a region.
    let closesRegions: Bool

    /// The crossings of lines with edges of the grid, and for each the next on its line.
    private var points: [XY] = []
    private var next: [Int32] = []
    private var isEntered: [Bool] = []
    private var levelOf: [UInt8] = []

    /// Crossings that wait for the cell on the other side of their edge: of the row's lower edges, level by level, and
    /// of the cell's left edge; -1 where there is none.
    var below: [Int32]
    var left: [Int32]

    /// The lines of each level, in the levels' order.
    ///
    /// - Parameters:
    ///   - levels: rising and finite.
    ///   - closesRegions: whether lines close along the border of what has values; missing values are then given as
    ///     `outside`, also around the field.
    static func lines(of field: ScalarField, at levels: [Double], closesRegions: Bool = false) -> [[ContourLine]] {
        guard field.xs.count > 1, field.ys.count > 1 else { return levels.map { _ in [] } }
        var lines: [[ContourLine]] = []
        for start in stride(from: 0, to: levels.count, by: most) {
            var tracer = ContourTracer(field, Array(levels[start..<min(start + most, levels.count)]), closesRegions)
            tracer.trace()
            lines += tracer.joined()
        }
        return lines
    }

    private init(_ field: ScalarField, _ levels: [Double], _ closesRegions: Bool) {
        self.field = field
        self.levels = levels
        self.closesRegions = closesRegions
        below = Array(repeating: -1, count: levels.count * field.xs.count)
        left = Array(repeating: -1, count: levels.count)
    }

    private mutating func trace() {
        let columns = field.xs.count
        // Eight bytes beyond the end, so that the last cells can be read eight at a time.
        var lower = [UInt8](repeating: 0, count: columns + 9)
        var upper = lower
        field.values.withUnsafeBufferPointer { values in
            classify(UnsafeBufferPointer(rebasing: values[..<columns]), into: &upper)
            for row in 0..<(field.ys.count - 1) {
                swap(&lower, &upper)
                let start = (row + 1) * columns
                classify(UnsafeBufferPointer(rebasing: values[start..<(start + columns)]), into: &upper)
                for level in levels.indices { left[level] = -1 }
                lower.withUnsafeBytes { lower in
                    upper.withUnsafeBytes { upper in
                        traceRow(row, values, lower, upper)
                    }
                }
            }
        }
    }

    /// The number of levels below each value. Neighbours mostly agree, so the last answer is tried first.
    private func classify(_ values: UnsafeBufferPointer<Double>, into bytes: inout [UInt8]) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            var place = 0
            var low = -Double.infinity
            var high = levels.first ?? .infinity
            for column in 0..<values.count {
                let value = values[column]
                if value > low && value <= high {
                    bytes[column] = UInt8(truncatingIfNeeded: place)
                    continue
                }
                guard value.isFinite else {
                    bytes[column] = Self.missing
                    continue
                }
                while place < levels.count, value > levels[place] { place += 1 }
                while place > 0, value <= levels[place - 1] { place -= 1 }
                low = place > 0 ? levels[place - 1] : -Double.infinity
                high = place < levels.count ? levels[place] : Double.greatestFiniteMagnitude
                bytes[column] = UInt8(truncatingIfNeeded: place)
            }
        }
    }

    private mutating func traceRow(
        _ row: Int, _ values: UnsafeBufferPointer<Double>, _ lower: UnsafeRawBufferPointer,
        _ upper: UnsafeRawBufferPointer
    ) {
        let columns = field.xs.count
        var column = 0
        while column < columns - 1 {
            let first = lower.loadUnaligned(fromByteOffset: column, as: UInt64.self)
            let second = lower.loadUnaligned(fromByteOffset: column + 1, as: UInt64.self)
            let third = upper.loadUnaligned(fromByteOffset: column, as: UInt64.self)
            let fourth = upper.loadUnaligned(fromByteOffset: column + 1, as: UInt64.self)
            let differing = (first ^ second) | (first ^ third) | (first ^ fourth)
            if differing == 0 {
                column += 8
                continue
            }
            column += differing.trailingZeroBitCount / 8
            guard column < columns - 1 else { return }
            let bytes = (lower[column], lower[column + 1], upper[column + 1], upper[column])
            let isMissing = max(max(bytes.0, bytes.1), max(bytes.2, bytes.3)) == Self.missing
            if isMissing || closesRegions, let hole = onlyHole(row * columns + column, values) {
                traceTriangle(row, column, without: hole, SIMD4(bytes.0, bytes.1, bytes.2, bytes.3), values)
            } else if isMissing {
                for level in levels.indices {
                    below[level * columns + column] = -1
                    left[level] = -1
                }
            } else {
                traceCell(row, column, bytes, values)
            }
            column += 1
        }
    }

    /// Adds the pieces of every level that crosses a cell; `bytes` are its corners counterclockwise from the lower left.
    private mutating func traceCell(
        _ row: Int, _ column: Int, _ bytes: (UInt8, UInt8, UInt8, UInt8), _ values: UnsafeBufferPointer<Double>
    ) {
        let columns = field.xs.count
        let corner = row * columns + column
        let z = (values[corner], values[corner + 1], values[corner + columns + 1], values[corner + columns])
        let (x0, x1, y0, y1) = (field.xs[column], field.xs[column + 1], field.ys[row], field.ys[row + 1])
        for index in Int(
            min(min(bytes.0, bytes.1), min(bytes.2, bytes.3)))..<Int(max(max(bytes.0, bytes.1), max(bytes.2, bytes.3)))
        {
            let level = levels[index]
            let above = (Int(bytes.0) > index, Int(bytes.1) > index, Int(bytes.2) > index, Int(bytes.3) > index)
            var (bottom, right, top, leftward): (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
            if above.0 != above.1 {
                bottom = below[index * columns + column]
                if bottom < 0 { bottom = add(XY(Self.crossing(x0, x1, z.0, z.1, level), y0), index) }
                below[index * columns + column] = -1
            }
            if above.0 != above.3 {
                leftward = left[index]
                if leftward < 0 { leftward = add(XY(x0, Self.crossing(y0, y1, z.0, z.3, level)), index) }
                left[index] = -1
            }
            if above.3 != above.2 {
                top = add(XY(Self.crossing(x0, x1, z.3, z.2, level), y1), index)
                below[index * columns + column] = top
            }
            if above.1 != above.2 {
                right = add(XY(x1, Self.crossing(y0, y1, z.1, z.2, level)), index)
                left[index] = right
            }
            let kind = (above.0 ? 1 : 0) | (above.1 ? 2 : 0) | (above.2 ? 4 : 0) | (above.3 ? 8 : 0)
            switch kind {
            case 1: link(bottom, leftward)
            case 2: link(right, bottom)
            case 3: link(right, leftward)
            case 4: link(top, right)
            case 6: link(top, bottom)
            case 7: link(top, leftward)
            case 8: link(leftward, top)
            case 9: link(bottom, top)
            case 11: link(right, top)
            case 12: link(leftward, right)
            case 13: link(bottom, right)
            case 14: link(leftward, bottom)
            case 5, 10:
                let isHigh = 0.25 * (z.0 + z.1 + z.2 + z.3) > level
                switch (kind, isHigh) {
                case (5, true):
                    link(bottom, right)
                    link(top, leftward)
                case (5, false):
                    link(bottom, leftward)
                    link(top, right)
                case (_, true):
                    link(leftward, bottom)
                    link(right, top)
                case (_, false):
                    link(right, bottom)
                    link(leftward, top)
                }
            default: break
            }
        }
    }

    /// Where a level crosses an edge from `first` to `second` with these values at its ends.
    static func crossing(_ first: Double, _ second: Double, _ low: Double, _ high: Double, _ level: Double)
        -> Double
    {
        let share = (high - level) / (high - low)
        return first * share + second * (1 - share)
    }

    mutating func add(_ point: XY, _ level: Int) -> Int32 {
        points.append(point)
        next.append(-1)
        isEntered.append(false)
        levelOf.append(UInt8(truncatingIfNeeded: level))
        return Int32(truncatingIfNeeded: points.count - 1)
    }

    mutating func link(_ from: Int32, _ to: Int32) {
        next[Int(from)] = to
        isEntered[Int(to)] = true
    }

    /// Follows the links: first the lines with ends, then the loops, each in the order of their first points.
    private mutating func joined() -> [[ContourLine]] {
        var lines = levels.map { _ in [ContourLine]() }
        for start in points.indices where !isEntered[start] { lines[Int(levelOf[start])].append(follow(from: start)) }
        for start in points.indices where next[start] >= 0 { lines[Int(levelOf[start])].append(follow(from: start)) }
        return lines
    }

    /// Takes the line from a point off the links.
    private mutating func follow(from start: Int) -> ContourLine {
        var line: [XY] = []
        var place = start
        while true {
            line.append(points[place])
            let following = Int(next[place])
            next[place] = -1
            if following < 0 { return ContourLine(points: line, isClosed: false) }
            if following == start { return ContourLine(points: line, isClosed: true) }
            place = following
        }
    }
}

extension ScalarField {
    /// The lines of equal value at a level; none for a level that is not finite.
    public func contourLines(at level: Double) -> [ContourLine] { contourLines(at: [level])[0] }

    /// The lines of equal value at several levels, in the levels' order; none for a level that is not finite.
    public func contourLines(at levels: [Double]) -> [[ContourLine]] {
        contourLines(at: raised(levels), closesRegions: false)
    }

    /// Levels higher by far less than could be seen, so that values equal to a level but for their last bits all lie below.
    func raised(_ levels: [Double]) -> [Double] {
        // A sample of the values tells their range well enough.
        var (low, high) = (Double.infinity, -Double.infinity)
        for index in stride(from: 0, to: values.count, by: 1 + values.count >> 12) where values[index].isFinite {
            low = min(low, values[index])
            high = max(high, values[index])
        }
        let margin = (high - low) * 0x1p-40
        return margin.isFinite ? levels.map { $0 + margin } : levels
    }

    func contourLines(at levels: [Double], closesRegions: Bool) -> [[ContourLine]] {
        let order = levels.indices.filter { levels[$0].isFinite }.sorted { (levels[$0], $0) < (levels[$1], $1) }
        let traced = ContourTracer.lines(
            of: self, at: order.map { levels[$0] }, closesRegions: closesRegions)
        var lines = levels.map { _ in [ContourLine]() }
        for (place, index) in order.enumerated() { lines[index] = traced[place] }
        return lines
    }
}
