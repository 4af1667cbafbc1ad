/// The size and the look of one node of a schematic.
struct NodeShape {
    let node: Node
    let rect: Rect
    let typesetter: Typesetter
    let textSize: Double

    /// How large a node is, with its outline.
    static func size(of node: Node, typesetter: Typesetter, textSize: Double) throws -> XY {
        switch node.content {
        case .space: return XY(0, 0)
        case .label(let label):
            let box = try typesetter.set(label, size: textSize)
            switch node.shape {
            case .circle:
                let diameter = max(2.4 * textSize, (box.width * box.width + box.height * box.height).squareRoot() + 4)
                return XY(diameter, diameter)
            case .plain: return XY(box.width + 4, box.height + 2)
            case .box, .rounded: return XY(max(box.width + 12, 2.4 * textSize), max(box.height + 8, 2 * textSize))
            }
        case .image(let image, let caption):
            let side = node.side ?? 32
            let height = image.columns > 0 ? side * Double(image.rows) / Double(image.columns) : side
            guard !caption.isEmpty else { return XY(side, height) }
            let box = try typesetter.set(caption, size: textSize)
            return XY(max(side, box.width), height + 2 + box.height)
        case .matrix(let rows):
            let (width, height) = try cell(rows, typesetter, textSize)
            return XY(width * Double(rows.map(\.count).max() ?? 0) + 10, height * Double(rows.count) + 4)
        }
    }

    /// The pitch of a matrix' entries.
    private static func cell(_ rows: [[String]], _ typesetter: Typesetter, _ textSize: Double) throws -> (
        Double, Double
    ) {
        let boxes = try rows.joined().map { try typesetter.set($0, size: textSize) }
        return ((boxes.map(\.width).max() ?? 0) + 0.9 * textSize, (boxes.map(\.height).max() ?? 0) + 0.35 * textSize)
    }

    func commands() throws -> [Drawing.Command] {
        let stroke = StrokeStyle(paint: .role(node.paintRole), width: 0.9, join: .round)
        var commands: [Drawing.Command] = []
        let outline: Path? =
            switch node.shape {
            case .plain: nil
            case .circle: Path(circle: rect.centre, radius: rect.width / 2)
            case .box: Path(rect)
            case .rounded: Self.rounded(rect, 4)
            }
        if let outline {
            commands.append(.fill(outline, .role(.paper)))
            if node.isFilled { commands.append(.fill(outline, .role(node.paintRole, opacity: 0.18))) }
            commands.append(.stroke(outline, stroke))
        }
        switch node.content {
        case .space: break
        case .label(let label):
            let box = try typesetter.set(label, size: textSize)
            let baseline = rect.centre.y + (box.ascent - box.descent) / 2
            commands += box.commands(at: XY(rect.centre.x - box.width / 2, baseline), paint: .role(.ink))
        case .image(let image, let caption):
            let side = node.side ?? 32
            let height = image.columns > 0 ? side * Double(image.rows) / Double(image.columns) : side
            commands.append(.image(image, Rect(x: rect.centre.x - side / 2, y: rect.top, width: side, height: height)))
            if !caption.isEmpty {
                let box = try typesetter.set(caption, size: textSize)
                commands += box.commands(
                    at: XY(rect.centre.x - box.width / 2, rect.bottom - box.descent), paint: .role(.ink))
            }
        case .matrix(let rows):
            commands += try matrix(rows, stroke)
        }
        return commands
    }

    private func matrix(_ rows: [[String]], _ stroke: StrokeStyle) throws -> [Drawing.Command] {
        let (width, height) = try Self.cell(rows, typesetter, textSize)
        var brackets = Path()
        for (edge, inward) in [(rect.left + 1, 3.0), (rect.right - 1, -3.0)] {
            brackets.move(to: XY(edge + inward, rect.top + 0.5))
            brackets.line(to: XY(edge, rect.top + 0.5))
            brackets.line(to: XY(edge, rect.bottom - 0.5))
            brackets.line(to: XY(edge + inward, rect.bottom - 0.5))
        }
        var commands: [Drawing.Command] = [.stroke(brackets, stroke)]
        for (row, entries) in rows.enumerated() {
            for (column, entry) in entries.enumerated() {
                let box = try typesetter.set(entry, size: textSize)
                let x = rect.left + 5 + (Double(column) + 0.5) * width - box.width / 2
                let y = rect.top + 2 + (Double(row) + 0.5) * height + (box.ascent - box.descent) / 2
                commands += box.commands(at: XY(x, y), paint: .role(.ink))
            }
        }
        return commands
    }

    /// Where a straight line from the middle of a node to `target` leaves its outline, `gap` points outside.
    static func border(of rect: Rect, _ shape: Node.Shape, towards target: XY, gap: Double) -> XY {
        let way = target - rect.centre
        guard way.length > 1e-9 else { return rect.centre }
        let unit = way / way.length
        if shape == .circle { return rect.centre + (rect.width / 2 + gap) * unit }
        let reach = min(
            abs(unit.x) > 1e-9 ? (rect.width / 2 + gap) / abs(unit.x) : .infinity,
            abs(unit.y) > 1e-9 ? (rect.height / 2 + gap) / abs(unit.y) : .infinity)
        return rect.centre + reach * unit
    }

    static func rounded(_ rect: Rect, _ radius: Double) -> Path {
        let r = min(radius, rect.width / 2, rect.height / 2)
        let k = 0.45 * r
        var path = Path()
        path.move(to: XY(rect.left + r, rect.top))
        path.line(to: XY(rect.right - r, rect.top))
        path.curve(XY(rect.right - k, rect.top), XY(rect.right, rect.top + k), to: XY(rect.right, rect.top + r))
        path.line(to: XY(rect.right, rect.bottom - r))
        path.curve(
            XY(rect.right, rect.bottom - k), XY(rect.right - k, rect.bottom), to: XY(rect.right - r, rect.bottom))
        path.line(to: XY(rect.left + r, rect.bottom))
        path.curve(XY(rect.left + k, rect.bottom), XY(rect.left, rect.bottom - k), to: XY(rect.left, rect.bottom - r))
        path.line(to: XY(rect.left, rect.top + r))
        path.curve(XY(rect.left, rect.top + k), XY(rect.left + k, rect.top), to: XY(rect.left + r, rect.top))
        path.close()
        return path
    }
}
