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
        let levels = (0..<1024).map { level(UInt32($0), opacity) }
        let shape = spans()
        let sums = RunningSums(counts, columns: columns, rows: rows, margin: 1 + (shape.map(\.reach).max() ?? 0))
        var opacities = [UInt8](repeating: 0, count: columns * rows)
        var covered = [UInt32](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { covered[column] = 0 }
            // A marker centred in a cell reaches from `first` to `last` cells beside it.
            for span in shape where (0..<rows).contains(row - span.row) {
                sums.add(row: row - span.row, from: -span.last, through: -span.first, to: &covered)
            }
            for column in 0..<columns where covered[column] > 0 {
                let count = covered[column]
                opacities[row * columns + column] = count < 1024 ? levels[Int(count)] : level(count, opacity)
            }
        }
        return CoverageMask(columns: columns, rows: rows, opacities: opacities)
    }

    /// How opaque so many markers are together.
    private func level(_ count: UInt32, _ opacity: Double) -> UInt8 {
        UInt8((255 * (1 - pow(1 - opacity, Double(count)))).rounded())
    }

    /// A run of cells in a row, in cells from a marker's own.
    private struct Span {
        let row, first, last: Int

        var reach: Int { max(abs(first), abs(last)) }
    }

    /// The runs of cells that a marker covers.
    private func spans() -> [Span] {
        let reach = Int((size * max(perPoint.x, perPoint.y)).rounded(.up))
        var spans: [Span] = []
        for row in -reach...reach {
            var first: Int?
            for column in -reach...(reach + 1) {
                let isCovered = covers(XY(Double(column), Double(row)) / perPoint)
                if isCovered, first == nil { first = column }
                if !isCovered, let start = first {
                    spans.append(Span(row: row, first: start, last: column - 1))
                    first = nil
                }
            }
        }
        return spans.isEmpty ? [Span(row: 0, first: 0, last: 0)] : spans
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
