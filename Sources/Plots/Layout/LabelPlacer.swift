/// Finds places for the labels of marks: each takes the cheapest of some candidates, where covering another label or
/// a marker costs most, crossing a line less, and being far away a little. What is placed stands in the way of the next.
struct LabelPlacer {
    let typesetter: Typesetter
    let textSize: Double
    let plot: Rect
    /// The panel's whole area: no label leaves it.
    let outer: Rect
    /// Where labels beside points belong.
    let bounds: Rect
    var obstacles: [Rect]
    let lines: [[XY]]
    /// What lies below the labels.
    let ground: LabelGround
    /// Where pictures and areas lie that have the same colours in every theme.
    let fixedAreas: [Rect]
    /// Where strokes among the front commands are opened for labels that stand in them.
    private(set) var gaps: [(command: Int, gap: LineGap)] = []

    mutating func commands(for labels: [PendingLabel]) throws -> [Drawing.Command] {
        var commands = try lineEnds(labels.filter { $0.kind == .lineEnd })
        for label in labels.sorted(by: { rank($0) < rank($1) }) {
            if label.kind == .lineEnd { continue }
            let box = try set(label)
            if let name = label.name { commands.append(.open(.name(name))) }
            defer { if label.name != nil { commands.append(.close) } }
            switch label.kind {
            case .lineEnd: continue
            case .exact(let align):
                let rect = Rect(
                    x: label.anchor.x - align.x * box.width, y: label.anchor.y - align.y * box.height, width: box.width,
                    height: box.height)
                commands += place(box, in: clamped(rect), paint: label.paint)
            case .upright: commands += place(box, in: best(uprightPlaces(label, box)), paint: label.paint)
            case .level: commands += place(box, in: best(levelPlaces(label, box)), paint: label.paint)
            case .leader:
                let rect = best(places(beside: label, box, farthest: 30), crossing: 6)
                commands += leader(from: label.anchor, to: rect) + place(box, in: rect, paint: label.paint)
            case .onLine(let places, let line, let command):
                commands += onLine(box, places, line: line, command: command, paint: label.paint)
            case .beside: commands += place(box, in: best(places(beside: label, box)), paint: label.paint)
            }
        }
        return commands
    }

    private func set(_ label: PendingLabel) throws -> Typeset {
        try FittingLabel(typesetter: typesetter).set(label.text, size: textSize, in: outer)
    }

    private func rank(_ label: PendingLabel) -> Int {
        switch label.kind {
        case .exact: 0
        case .lineEnd: 1
        case .upright, .level, .leader: 3
        case .onLine: 4
        case .beside: 2
        }
    }

    /// A label in a line, at the first place where it leaves every other label, marker and line alone.
    private mutating func onLine(_ box: Typeset, _ places: [XY], line: Int, command: Int, paint: Paint) -> [Drawing
        .Command]
    {
        let rect = places.lazy.map {
            Rect(x: $0.x - box.width / 2, y: $0.y - box.height / 2, width: box.width, height: box.height)
        }.first { isFree($0, exceptForLine: line) }
        guard let rect else { return [] }
        obstacles.append(rect)
        gaps.append((command, LineGap(rect: rect.inset(-1))))
        // The line is open there; what else lies below are areas.
        let choice = ground.choice(for: paint, in: rect, strokes: false)
        return (choice.ground.map { [.fill(Path(rect), $0)] } ?? [])
            + box.commands(at: XY(rect.left, rect.top + box.ascent), paint: choice.letters)
    }

    private func isFree(_ rect: Rect, exceptForLine own: Int) -> Bool {
        let wide = rect.inset(-1)
        guard plot.contains(wide), !obstacles.contains(where: { $0.overlap(wide) > 0 }) else { return false }
        let clipper = PolylineClipper(wide)
        return !lines.enumerated().contains { place, line in
            place != own && zip(line, line.dropFirst()).contains { clipper.visible($0, $1) != nil }
        }
    }

    /// A label that crosses lines or stands on colours that its letters don't stand out from gets a ground.
    private mutating func place(_ box: Typeset, in rect: Rect, paint: Paint) -> [Drawing.Command] {
        obstacles.append(rect)
        let inner = Rect(left: rect.left - 0.5, top: rect.top + 0.5, right: rect.right + 0.5, bottom: rect.bottom - 0.5)
        let choice = ground.choice(for: paint, in: inner)
        return (choice.ground.map { [.fill(Path(inner), $0)] } ?? [])
            + box.commands(at: XY(rect.left, rect.top + box.ascent), paint: choice.letters)
    }

    /// A thin line from just outside a point to the nearest place of a rectangle.
    private func leader(from anchor: XY, to rect: Rect) -> [Drawing.Command] {
        let end = XY(max(rect.left, min(rect.right, anchor.x)), max(rect.top + 1, min(rect.bottom - 1, anchor.y)))
        let way = end - anchor
        guard way.length > 5 else { return [] }
        let path = Path([anchor + 3 / way.length * way, end - 1 / way.length * way])
        let strokes: [Drawing.Command] = [.stroke(path, StrokeStyle(paint: .role(.muted), width: 0.6))]
        return Casing.commands(below: strokes, over: fixedAreas) + strokes
    }

    private func clamped(_ rect: Rect) -> Rect {
        var rect = rect
        rect.x = max(outer.left, min(outer.right - rect.width, rect.x))
        rect.y = max(outer.top, min(outer.bottom - rect.height, rect.y))
        return rect
    }

    /// The cheapest of the candidates; lines closer than `clearance` count as crossing, which costs so much a point.
    private func best(_ candidates: [Rect], clearance: Double = 0, crossing: Double = 2) -> Rect {
        var cheapest = candidates.first ?? outer
        var lowest = Double.infinity
        let area = candidates.dropFirst().reduce(cheapest) { $0.union($1) }
        let near = segments(in: area.inset(-clearance))
        for (index, candidate) in candidates.enumerated() {
            let outside = candidate.width * candidate.height - candidate.overlap(bounds)
            var cost = 0.4 * Double(index) + 60 * max(0, outside)
            for obstacle in obstacles { cost += 12 * obstacle.overlap(candidate.inset(-0.5)) }
            let clipper = PolylineClipper(candidate.inset(-clearance))
            for (start, end) in near { cost += crossing * clipper.visibleLength(start, end) }
            if cost < lowest { (cheapest, lowest) = (candidate, cost) }
        }
        return clamped(cheapest)
    }

    /// The straight pieces of lines that may lie in a rectangle.
    private func segments(in area: Rect) -> [(XY, XY)] {
        var near: [(XY, XY)] = []
        for line in lines {
            for (start, end) in zip(line, line.dropFirst()) {
                let isBeside = min(start.x, end.x) > area.right || max(start.x, end.x) < area.left
                let isAboveOrBelow = min(start.y, end.y) > area.bottom || max(start.y, end.y) < area.top
                if !isBeside && !isAboveOrBelow { near.append((start, end)) }
            }
        }
        return near
    }

    private static let sides = [
        XY(1, -1), XY(-1, -1), XY(1, 1), XY(-1, 1), XY(1, 0), XY(-1, 0), XY(0, -1), XY(0, 1),
    ]

    private func places(beside label: PendingLabel, _ box: Typeset, farthest: Double = 12) -> [Rect] {
        var places: [Rect] = []
        for extra in [0, 3, 7, 12, 20, 30.0] where extra <= farthest {
            let reach = label.clearance + extra
            let diagonal = 0.6 * reach
            // The side of the box that faces the anchor, in shares of its size.
            for side in Self.sides {
                let step = side.x == 0 || side.y == 0 ? reach : diagonal
                let left: Double = label.anchor.x + side.x * step + (side.x - 1) / 2 * box.width
                let top: Double = label.anchor.y + side.y * step + (side.y - 1) / 2 * box.height
                places.append(Rect(x: left, y: top, width: box.width, height: box.height))
            }
        }
        return places
    }

    private func uprightPlaces(_ label: PendingLabel, _ box: Typeset) -> [Rect] {
        [0, 1, 2, 3, 5, 8].flatMap { step in
            [label.anchor.x + label.clearance, label.anchor.x - label.clearance - box.width].map { left in
                let top = plot.top + 1 + (plot.height - box.height - 2) * Double(step) / 8
                return Rect(x: left, y: top, width: box.width, height: box.height)
            }
        }
    }

    private func levelPlaces(_ label: PendingLabel, _ box: Typeset) -> [Rect] {
        [0, 8, 4, 2, 6].flatMap { step in
            [label.anchor.y - label.clearance - box.height + 1, label.anchor.y + label.clearance - 1].map { top in
                let left = plot.right - 2 - box.width - (plot.width - box.width - 4) * Double(step) / 8
                return Rect(x: left, y: top, width: box.width, height: box.height)
            }
        }
    }

    /// Labels right of the plot area at the height of their lines' ends, pushed apart where they would touch. Lines
    /// that end far inside get theirs right at the end.
    private mutating func lineEnds(_ labels: [PendingLabel]) throws -> [Drawing.Command] {
        var commands: [Drawing.Command] = []
        var column: [(label: PendingLabel, box: Typeset)] = []
        for (index, label) in labels.enumerated() {
            // A line and its band have one name.
            if labels[..<index].contains(where: { $0.text == label.text && $0.paint == label.paint }) { continue }
            let box = try set(label)
            if label.anchor.x < plot.right - 0.12 * plot.width {
                commands += named(label, place(box, in: best(places(beside: label, box)), paint: label.paint))
            } else {
                column.append((label, box))
            }
        }
        func key(_ index: Int) -> (Double, Double, Int) {
            (column[index].label.anchor.y.rounded(), column[index].label.rise, index)
        }
        let order = column.indices.sorted { key($0) < key($1) }
        let heights = order.map { column[$0].box.height + 1 }
        let tops = SpreadOut.tops(
            wanted: order.map { column[$0].label.anchor.y - column[$0].box.ascent + 0.32 * textSize }, heights: heights,
            in: max(outer.top, plot.top - 4)...max(outer.top, plot.top - 4, min(outer.bottom, plot.bottom + 4)))
        for (index, top) in zip(order, tops) {
            let (label, box) = column[index]
            let left = min(plot.right + 5, outer.right - box.width)
            let rect = clamped(Rect(x: left, y: top, width: box.width, height: box.height))
            commands += named(label, place(box, in: rect, paint: label.paint))
        }
        return commands
    }

    /// The commands of a label as the name of its mark.
    private func named(_ label: PendingLabel, _ commands: [Drawing.Command]) -> [Drawing.Command] {
        label.name.map { [.open(.name($0))] + commands + [.close] } ?? commands
    }

    /// Muted words in the emptiest corner of the plot area, each once.
    mutating func notes(_ notes: [String]) throws -> [Drawing.Command] {
        var commands: [Drawing.Command] = []
        var seen: [String] = []
        for note in notes where !seen.contains(note) {
            seen.append(note)
            let room = Rect(x: 0, y: 0, width: plot.width, height: outer.height)
            let box = try FittingLabel(typesetter: typesetter).set(note, size: 0.9 * textSize, in: room)
            var places: [Rect] = []
            for (top, step) in [(plot.top + 1, box.height + 1), (plot.bottom - box.height - 2, -box.height - 1)] {
                for left in [plot.right - box.width - 1, plot.left + 4] {
                    for shift in [0, step] {
                        places.append(Rect(x: left, y: top + shift, width: box.width, height: box.height))
                    }
                }
            }
            commands += place(box, in: best(places, clearance: 2), paint: .role(.muted))
        }
        return commands
    }
}
