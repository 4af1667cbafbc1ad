/// Places the pictures of an image grid and their labels.
struct ImageGridLayout {
    let grid: ImageGrid
    let typesetter: Typesetter
    let textSize: Double

    /// How far labels reach above their common baseline and below it; nothing where there are none.
    private func labelReach() throws -> (ascent: Double, height: Double) {
        let boxes = try grid.labels.filter { !$0.isEmpty }.map { try typesetter.set($0, size: textSize) }
        guard !boxes.isEmpty else { return (0, 0) }
        let ascent = boxes.reduce(0.72 * textSize) { max($0, $1.ascent) }
        let descent = boxes.reduce(0) { max($0, $1.descent) }
        return (ascent, max(1.25 * textSize, 2 + ascent + descent))
    }

    func insets() throws -> Insets {
        Insets(top: grid.title.isEmpty ? 0 : try typesetter.set(grid.title, size: textSize, bold: true).height + 4)
    }

    func commands(in rect: Rect, insets: Insets) throws -> [Drawing.Command] {
        let area = rect.inset(insets)
        guard !grid.images.isEmpty else { return [] }
        guard grid.spacing >= 0, grid.spacing.isFinite else {
            throw PlotError.badNumber(what: "the spacing", value: grid.spacing)
        }
        let (labelAscent, labelHeight) = try labelReach()
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
                grid.title, size: textSize, bold: true, in: rect)
            let origin = title.origin(nearest: XY(left, area.top - 4 - title.descent), in: rect)
            commands += title.commands(at: origin, paint: .role(.ink))
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
                    grid.labels[index], size: textSize,
                    in: Rect(
                        x: 0, y: 0, width: min(rect.width, cellWidth + grid.spacing - 1), height: rect.height))
                let place = XY(x + (cellWidth - label.width) / 2, y + cellHeight + 2 + labelAscent)
                commands += label.commands(at: label.origin(nearest: place, in: rect), paint: .role(.ink))
            }
        }
        return commands
    }
}
