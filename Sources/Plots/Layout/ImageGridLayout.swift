/// Places the pictures of an image grid and their labels.
struct ImageGridLayout {
    let grid: ImageGrid
    let typesetter: Typesetter
    let textSize: Double

    private var hasLabels: Bool { grid.labels.contains { !$0.isEmpty } }
    private var labelHeight: Double { hasLabels ? textSize * 1.25 : 0 }

    func insets() throws -> Insets {
        Insets(top: grid.title.isEmpty ? 0 : try typesetter.set(grid.title, size: textSize, bold: true).height + 4)
    }

    func commands(in rect: Rect, insets: Insets) throws -> [Drawing.Command] {
        let area = rect.inset(insets)
        guard !grid.images.isEmpty else { return [] }
        let columns = min(grid.columns, grid.images.count)
        let rows = (grid.images.count + columns - 1) / columns
        let aspect = grid.images.map { $0.rows > 0 ? Double($0.columns) / Double($0.rows) : 1 }.max() ?? 1
        let width = (area.width - grid.spacing * Double(columns - 1)) / Double(columns)
        let height = (area.height - grid.spacing * Double(rows - 1)) / Double(rows) - labelHeight
        let cellWidth = min(width, height * aspect)
        guard cellWidth > 1 else { throw PlotError.noRoom(what: "an image grid", width: width, height: height) }
        let cellHeight = cellWidth / aspect
        let left = area.left + (area.width - cellWidth * Double(columns) - grid.spacing * Double(columns - 1)) / 2
        var commands: [Drawing.Command] = []
        if !grid.title.isEmpty {
            let title = try FittingLabel(typesetter: typesetter).set(
                grid.title, size: textSize, bold: true, width: rect.width)
            let x = max(rect.left, min(left, rect.right - title.width))
            commands += title.commands(at: XY(x, area.top - 4 - title.descent), paint: .role(.ink))
        }
        for (index, image) in grid.images.enumerated() {
            let x = left + Double(index % columns) * (cellWidth + grid.spacing)
            let y = area.top + Double(index / columns) * (cellHeight + labelHeight + grid.spacing)
            if image.columns > 0, image.rows > 0 {
                let scale = min(cellWidth / Double(image.columns), cellHeight / Double(image.rows))
                let size = XY(Double(image.columns), Double(image.rows)) * scale
                commands.append(
                    .image(
                        image,
                        Rect(
                            x: x + (cellWidth - size.x) / 2, y: y + (cellHeight - size.y) / 2, width: size.x,
                            height: size.y)))
            }
            if grid.labels.indices.contains(index), !grid.labels[index].isEmpty {
                let label = try FittingLabel(typesetter: typesetter).set(
                    grid.labels[index], size: textSize, width: cellWidth + grid.spacing - 1)
                commands += label.commands(
                    at: XY(x + (cellWidth - label.width) / 2, y + cellHeight + 2 + 0.72 * textSize), paint: .role(.ink))
            }
        }
        return commands
    }
}
