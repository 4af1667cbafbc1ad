/// Places the nodes of a schematic and draws it.
struct SchematicLayout {
    let schematic: Schematic
    let typesetter: Typesetter
    let textSize: Double

    /// The room that braces and a title need around the nodes.
    func insets() throws -> Insets {
        var insets = Insets()
        for brace in schematic.braces {
            let label = try typesetter.set(brace.label, size: textSize)
            let depth: Double = 11 + (brace.label.isEmpty ? 0 : 3)
            switch brace.side {
            case .above: insets.top = max(insets.top, depth + label.height)
            case .below: insets.bottom = max(insets.bottom, depth + label.height)
            case .left: insets.left = max(insets.left, depth + label.width)
            case .right: insets.right = max(insets.right, depth + label.width)
            }
        }
        if !schematic.groups.isEmpty {
            insets = Insets(
                left: insets.left + 7, top: insets.top + 7, right: insets.right + 7, bottom: insets.bottom + 7)
        }
        if schematic.groups.contains(where: { !$0.label.isEmpty }) { insets.top += 1.1 * textSize }
        if !schematic.title.isEmpty {
            insets.top += try typesetter.set(schematic.title, size: textSize, bold: true).height + 4
        }
        return insets
    }

    /// Draws the schematic; its nodes keep at least the given distances from the rectangle's edges.
    func commands(in rect: Rect, insets agreed: Insets) throws -> [Drawing.Command] {
        let area = rect.inset(try insets().union(agreed)).inset(1)
        let placed = try placed(in: area)
        var commands: [Drawing.Command] = []
        for group in schematic.groups { commands += try draw(group, placed, in: rect) }
        var labels: [Drawing.Command] = []
        for edge in schematic.edges { try draw(edge, placed, into: &commands, labels: &labels, in: rect) }
        for node in schematic.nodes where !node.isSpace {
            if let rect = placed[node.name] {
                commands += try NodeShape(node: node, rect: rect, typesetter: typesetter, textSize: textSize).commands()
            }
        }
        for brace in schematic.braces { commands += try draw(brace, placed, in: rect) }
        if !schematic.title.isEmpty {
            let title = try FittingLabel(typesetter: typesetter).set(
                schematic.title, size: textSize, bold: true, in: rect)
            commands += title.commands(at: XY(rect.left, rect.top + title.ascent), paint: .role(.ink))
        }
        return commands + labels
    }

    /// The rectangle of each node.
    ///
    /// - Throws: `PlotError.duplicateNode`, or `.noRoom` when nodes would touch.
    private func placed(in area: Rect) throws -> [String: Rect] {
        let isUpright = schematic.direction == .up || schematic.direction == .down
        let isBackward = schematic.direction == .up || schematic.direction == .left
        let sizes = try schematic.layers.map { layer in
            try layer.nodes.map { try NodeShape.size(of: $0, typesetter: typesetter, textSize: textSize) }
        }
        // Circles of one schematic are equally large.
        let depths = sizes.map { $0.map { isUpright ? $0.y : $0.x }.max() ?? 0 }
        let (length, breadth) = isUpright ? (area.height, area.width) : (area.width, area.height)
        let gap = depths.count > 1 ? (length - depths.reduce(0, +)) / Double(depths.count - 1) : 0
        guard gap >= (depths.count > 1 ? 4 : 0), depths.reduce(0, +) <= length + 1e-9 else {
            throw PlotError.noRoom(what: "a schematic's layers", width: area.width, height: area.height)
        }
        let slots = schematic.layers.map(\.nodes.count).max() ?? 1
        let widest = sizes.joined().map { isUpright ? $0.x : $0.y }.max() ?? 0
        let pitch = min((breadth - widest) / Double(max(1, slots - 1)), 2.6 * widest + 40)
        guard slots < 2 || pitch >= widest + 2, widest <= breadth else {
            throw PlotError.noRoom(what: "a schematic's nodes", width: area.width, height: area.height)
        }
        var placed: [String: Rect] = [:]
        var start = depths.count > 1 ? 0 : (length - depths.reduce(0, +)) / 2
        for (layer, depth) in zip(schematic.layers.indices, depths) {
            let nodes = schematic.layers[layer].nodes
            for (index, node) in nodes.enumerated() where !node.isSpace {
                guard placed[node.name] == nil else { throw PlotError.duplicateNode(node.name) }
                let across = breadth / 2 + (Double(index) - Double(nodes.count - 1) / 2) * pitch
                let along = isBackward ? length - start - depth / 2 : start + depth / 2
                let size = sizes[layer][index]
                let centre =
                    isUpright ? XY(area.left + across, area.top + along) : XY(area.left + along, area.top + across)
                placed[node.name] = Rect(
                    x: centre.x - size.x / 2, y: centre.y - size.y / 2, width: size.x, height: size.y)
            }
            start += depth + gap
        }
        return placed
    }

    private func rect(of name: String, _ placed: [String: Rect]) throws -> Rect {
        guard let rect = placed[name] else { throw PlotError.unknownNode(name) }
        return rect
    }

    private func bounds(of names: [String], _ placed: [String: Rect]) throws -> Rect {
        let rects = try names.map { try rect(of: $0, placed) }
        guard let first = rects.first else { throw PlotError.unknownNode("") }
        return rects.dropFirst().reduce(first) { $0.union($1) }
    }

    private func draw(
        _ edge: Edge, _ placed: [String: Rect], into commands: inout [Drawing.Command],
        labels: inout [Drawing.Command], in area: Rect
    ) throws {
        let shapes = Dictionary(schematic.nodes.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
        let (from, to) = (try rect(of: edge.from, placed), try rect(of: edge.to, placed))
        let way = EdgeWay(
            edge, from: (from, shapes[edge.from] ?? .box), to: (to, shapes[edge.to] ?? .box))
        let points = way.points
        let stroke = StrokeStyle(paint: .role(edge.paintRole), width: 0.8, dash: edge.pattern, join: .round)
        commands += ArrowShape(points: points, stroke: stroke, hasHead: edge.hasHead).commands
        if !edge.text.isEmpty {
            let label = try FittingLabel(typesetter: typesetter).set(edge.text, size: textSize, in: area)
            let place = way.middle + XY(-label.width, label.ascent - label.descent) / 2
            let origin = label.origin(nearest: place, in: area)
            let ground = Rect(
                x: origin.x - 1.5, y: origin.y - label.ascent, width: label.width + 3, height: label.height)
            labels.append(.fill(Path(ground), .role(.paper)))
            labels += label.commands(at: origin, paint: .role(.ink))
        }
    }

    private func draw(_ group: Group, _ placed: [String: Rect], in area: Rect) throws -> [Drawing.Command] {
        var frame = try bounds(of: group.names, placed).inset(-5)
        guard !group.label.isEmpty else { return [.stroke(NodeShape.rounded(frame, 4), Self.frameStroke)] }
        let label = try FittingLabel(typesetter: typesetter).set(group.label, size: textSize, in: area)
        frame = Rect(
            left: frame.left, top: frame.top - 1.1 * textSize,
            right: max(frame.right, min(area.right, frame.left + label.width + 8)),
            bottom: frame.bottom)
        let place = XY(frame.left + 4, max(area.top, frame.top) + 2 + label.ascent)
        return [.stroke(NodeShape.rounded(frame, 4), Self.frameStroke)]
            + label.commands(at: label.origin(nearest: place, in: area), paint: .role(.muted))
    }

    private static let frameStroke = StrokeStyle(paint: .role(.muted), width: 0.6, dash: .dashed)

    private func draw(_ brace: Brace, _ placed: [String: Rect], in area: Rect) throws -> [Drawing.Command] {
        let frame = try bounds(of: brace.names, placed)
        let (from, to, out): (XY, XY, XY) =
            switch brace.side {
            case .above: (XY(frame.left, frame.top - 3), XY(frame.right, frame.top - 3), XY(0, -1))
            case .below: (XY(frame.left, frame.bottom + 3), XY(frame.right, frame.bottom + 3), XY(0, 1))
            case .left: (XY(frame.left - 3, frame.top), XY(frame.left - 3, frame.bottom), XY(-1, 0))
            case .right: (XY(frame.right + 3, frame.top), XY(frame.right + 3, frame.bottom), XY(1, 0))
            }
        let middle = (from + to) / 2
        let way = (to - from) / max(1e-9, (to - from).length)
        let r = min(4, (to - from).length / 4)
        let tip = middle + 2 * r * out
        var path = Path()
        path.move(to: from)
        path.curve(from + 0.6 * r * out, from + r * out + 0.4 * r * way, to: from + r * out + r * way)
        path.line(to: middle + r * out - r * way)
        path.curve(middle + r * out - 0.4 * r * way, middle + 1.4 * r * out, to: tip)
        path.curve(middle + 1.4 * r * out, middle + r * out + 0.4 * r * way, to: middle + r * out + r * way)
        path.line(to: to + r * out - r * way)
        path.curve(to + r * out - 0.4 * r * way, to + 0.6 * r * out, to: to)
        var commands: [Drawing.Command] = [.stroke(path, StrokeStyle(paint: .role(.muted), width: 0.7, join: .round))]
        guard !brace.label.isEmpty else { return commands }
        let label = try FittingLabel(typesetter: typesetter).set(brace.label, size: textSize, in: area)
        let corner = tip + 3 * out + (out - XY(1, 1)) / 2 * XY(label.width, label.height)
        let origin = label.origin(nearest: corner + XY(0, label.ascent), in: area)
        commands += label.commands(at: origin, paint: .role(.ink))
        return commands
    }
}
