/// Coloured cells between upright and level borders, in points, cut at a plot area.
///
/// Few cells are rectangles, sharp in every viewer; many are an image.
struct CellGrid {
    /// The borders of columns and rows in the order of the cells; rising or falling, one more than there are cells.
    let xs: [Double]
    let ys: [Double]
    /// The colour and opacity of a cell, by column and row.
    let colour: (Int, Int) -> SIMD4<UInt8>
    let plot: Rect
    /// The most visible cells that are drawn as rectangles.
    var most = 1024

    /// What columns or rows of an image made anew are apart, in points: a ninth of a millimetre.
    private static let pitch = 0.3

    /// The visible cells along one direction, in order along the page.
    private struct Span {
        var cells: [(index: Int, start: Double, end: Double)] = []

        init(_ borders: [Double], from low: Double, to high: Double) {
            for index in borders.indices.dropLast() {
                let (first, second) = (borders[index], borders[index + 1])
                guard !first.isNaN, !second.isNaN else { continue }
                let (start, end) = (max(low, min(first, second)), min(high, max(first, second)))
                if end > start { cells.append((index, start, end)) }
            }
            cells.sort { $0.start < $1.start }
        }

        var start: Double { cells.first?.start ?? 0 }
        var end: Double { cells.last?.end ?? 0 }

        /// Whether cells follow each other without a gap, all equally wide.
        var isEven: Bool {
            let step = (end - start) / Double(cells.count)
            return cells.enumerated().allSatisfy { abs($1.start - start - Double($0) * step) < 0.02 }
        }

        /// The cell at a place; it moves on from where it was left.
        func cell(at place: Double, from index: inout Int) -> Int? {
            while index < cells.count, cells[index].end < place { index += 1 }
            return index < cells.count && cells[index].start <= place ? cells[index].index : nil
        }
    }

    var commands: [Drawing.Command] {
        let (across, down) = (
            Span(xs, from: plot.left, to: plot.right), Span(ys, from: plot.top, to: plot.bottom)
        )
        guard let area = Self.area(across, down) else { return [] }
        if across.cells.count * down.cells.count <= most { return rectangles(across, down) }
        if across.isEven && down.isEven {
            return [.image(image(across.cells.map(\.index), down.cells.map(\.index)), area)]
        }
        return [.image(resampled(across, down), area)]
    }

    /// What the visible cells cover; nil without a cell.
    var area: Rect? {
        Self.area(Span(xs, from: plot.left, to: plot.right), Span(ys, from: plot.top, to: plot.bottom))
    }

    private static func area(_ across: Span, _ down: Span) -> Rect? {
        guard !across.cells.isEmpty, !down.cells.isEmpty else { return nil }
        return Rect(left: across.start, top: down.start, right: across.end, bottom: down.end)
    }

    /// Opaque cells reach a little under those to their right and below, so that no paper shines through where they meet.
    private func rectangles(_ across: Span, _ down: Span) -> [Drawing.Command] {
        let reach = 0.4
        var commands: [Drawing.Command] = []
        for (row, rowCell) in down.cells.enumerated() {
            var column = 0
            while column < across.cells.count {
                let first = column
                let colour = colour(across.cells[first].index, rowCell.index)
                column += 1
                while column < across.cells.count, self.colour(across.cells[column].index, rowCell.index) == colour {
                    column += 1
                }
                guard colour.w > 0 else { continue }
                var rect = Rect(
                    left: across.cells[first].start, top: rowCell.start, right: across.cells[column - 1].end,
                    bottom: rowCell.end)
                if colour.w == 255 {
                    let hasRight =
                        column < across.cells.count && self.colour(across.cells[column].index, rowCell.index).w == 255
                    if hasRight { rect.width += min(reach, across.cells[column].end - across.cells[column].start) }
                    let hasBelow =
                        row + 1 < down.cells.count
                        && (first..<column).allSatisfy {
                            self.colour(across.cells[$0].index, down.cells[row + 1].index).w == 255
                        }
                    if hasBelow { rect.height += min(reach, down.cells[row + 1].end - down.cells[row + 1].start) }
                }
                let paint = Paint.fixed(RGB(colour.x, colour.y, colour.z), opacity: Double(colour.w) / 255)
                commands.append(.fill(Path(rect), paint))
            }
        }
        return commands
    }

    private func image(_ columns: [Int], _ rows: [Int]) -> PixelImage {
        var pixels: [SIMD4<UInt8>] = []
        pixels.reserveCapacity(columns.count * rows.count)
        for row in rows { for column in columns { pixels.append(colour(column, row)) } }
        return PixelImage(columns: columns.count, rows: rows.count, pixels: pixels)
    }

    /// Pixels so small that nobody sees by how little a border between uneven cells moves.
    private func resampled(_ across: Span, _ down: Span) -> PixelImage {
        func places(_ span: Span) -> [Int?] {
            let count = max(1, Int(((span.end - span.start) / Self.pitch).rounded(.up)))
            let step = (span.end - span.start) / Double(count)
            var index = 0
            return (0..<count).map { span.cell(at: span.start + (Double($0) + 0.5) * step, from: &index) }
        }
        let (columns, rows) = (places(across), places(down))
        var pixels: [SIMD4<UInt8>] = []
        pixels.reserveCapacity(columns.count * rows.count)
        for row in rows {
            for column in columns {
                if let row, let column { pixels.append(colour(column, row)) } else { pixels.append(.zero) }
            }
        }
        return PixelImage(columns: columns.count, rows: rows.count, pixels: pixels)
    }
}
