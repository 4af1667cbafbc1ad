import Foundation

/// Counts the markers of a large cloud that cover each cell of a fine grid: what they look like together, whatever their number.
struct PointCloud {
    let marker: Marker
    /// The diameter of a marker in points.
    let size: Double
    /// The grid's area in points: the plot area and half a marker around it.
    let area: Rect
    private let columns, rows: Int
    /// How many markers are centred in each cell.
    private var counts: [UInt32]
    private let plot: Rect
    private let perPoint: XY

    /// What cells are apart, in points, and the most of them.
    private static let pitch = 0.25
    private static let most = 4e6

    init(marker: Marker, size: Double, plot: Rect) {
        self.marker = marker
        self.size = size
        self.plot = plot
        area = plot.inset(-max(size, 1))
        let pitch = max(Self.pitch, (area.width * area.height / Self.most).squareRoot())
        columns = max(1, Int((area.width / pitch).rounded(.up)))
        rows = max(1, Int((area.height / pitch).rounded(.up)))
        perPoint = XY(Double(columns) / area.width, Double(rows) / area.height)
        counts = [UInt32](repeating: 0, count: columns * rows)
    }

    /// Adds a marker centred at a place in points, if that lies in the plot area.
    @inline(__always)
    mutating func add(_ place: XY) {
        guard plot.contains(place) else { return }
        let cell = (place - XY(area.left, area.top)) * perPoint
        counts[min(rows - 1, Int(cell.y)) * columns + min(columns - 1, Int(cell.x))] += 1
    }

    /// The cells that markers of an opacity cover, darker where there are more.
    func mask(opacity: Double) -> CoverageMask {
        let levels = (0..<64).map { count in
            UInt8((255 * (opacity == 1 && count > 0 ? 1 : 1 - pow(1 - opacity, Double(count)))).rounded())
        }
        func level(_ count: UInt32) -> UInt8 {
            count < 64 ? levels[Int(count)] : UInt8((255 * (1 - pow(1 - opacity, Double(count)))).rounded())
        }
        let shape = spans()
        let sums = sums()
        var opacities = [UInt8](repeating: 0, count: columns * rows)
        var covered = [UInt32](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { covered[column] = 0 }
            for span in shape where (0..<rows).contains(row - span.row) {
                // A marker centred in a cell reaches from `first` to `last` cells beside it.
                let start = (row - span.row) * (columns + 1)
                for column in 0..<columns {
                    let low = max(0, column - span.last)
                    let high = min(columns, column - span.first + 1)
                    if low < high { covered[column] &+= sums[start + high] &- sums[start + low] }
                }
            }
            for column in 0..<columns where covered[column] > 0 {
                opacities[row * columns + column] = level(covered[column])
            }
        }
        return CoverageMask(columns: columns, rows: rows, opacities: opacities)
    }

    /// The sums of counts along each row, from none to all of them.
    private func sums() -> [UInt32] {
        var sums = [UInt32](repeating: 0, count: (columns + 1) * rows)
        for row in 0..<rows {
            var sum: UInt32 = 0
            for column in 0..<columns {
                sum &+= counts[row * columns + column]
                sums[row * (columns + 1) + column + 1] = sum
            }
        }
        return sums
    }

    /// The runs of cells that a marker covers, in cells from its own.
    private func spans() -> [(row: Int, first: Int, last: Int)] {
        let reach = Int((size * max(perPoint.x, perPoint.y)).rounded(.up))
        var spans: [(row: Int, first: Int, last: Int)] = []
        for row in -reach...reach {
            var first: Int?
            for column in -reach...(reach + 1) {
                let isCovered = covers(XY(Double(column), Double(row)) / perPoint)
                if isCovered, first == nil { first = column }
                if !isCovered, let start = first {
                    spans.append((row, start, column - 1))
                    first = nil
                }
            }
        }
        return spans.isEmpty ? [(0, 0, 0)] : spans
    }

    /// Whether a marker has ink at an offset from its centre, in points.
    private func covers(_ offset: XY) -> Bool {
        let r = size / 2
        let (x, y) = (abs(offset.x), abs(offset.y))
        let line = max(0.8, size / 5)
        return switch marker {
        case .none: false
        case .dot: offset.length <= r
        case .openDot: offset.length <= r && offset.length >= r - line
        case .square: max(x, y) <= 0.88 * r
        case .openSquare: abs(max(x, y) - 0.75 * r) <= line / 2
        case .triangle: offset.y <= 0.75 * r && x <= r * (offset.y / r + 1.1) / 1.85
        case .diamond: x + y <= 1.15 * r
        case .plus: min(x, y) <= line / 2 && max(x, y) <= r
        case .cross: abs(x - y) <= line / 2 * 2.0.squareRoot() && max(x, y) <= 0.8 * r
        }
    }
}
