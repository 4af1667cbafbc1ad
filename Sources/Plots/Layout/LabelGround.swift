/// What lies under labels, measured on the drawing: letters stand out from it in every theme.
struct LabelGround {
    /// WCAG's contrast for text of ordinary size.
    static let contrast = 4.5

    private enum Layer {
        case fill(Rect, [[XY]], Paint)
        case stroke(Rect, [[XY]], StrokeStyle)
        case image(PixelImage, Rect)
        case mask(CoverageMask, Rect, Paint)
    }

    private let layers: [Layer]

    init(_ commands: [Drawing.Command]) {
        layers = commands.compactMap { command in
            switch command {
            case .fill(let path, let paint):
                Rect(around: path.points).map { .fill($0, path.polylines, paint) }
            case .stroke(let path, let style):
                Rect(around: path.points).map { .stroke($0.inset(-style.width / 2), path.polylines, style) }
            case .image(let image, let rect): .image(image, rect)
            case .mask(let mask, let rect, let paint): .mask(mask, rect, paint)
            case .pushClip, .popClip, .text, .open, .close: nil
            }
        }
    }

    /// How a label is painted: its letters, and what is filled below them.
    struct Choice {
        var letters: Paint
        var ground: Paint?
    }

    /// The paint of letters in a rectangle, and the ground they need: none, a pale one, one that hides what is below, and
    /// where the letters' own colour can't be read on paper either, ink instead of it.
    func choice(for letters: Paint, in rect: Rect, strokes: Bool = true) -> Choice {
        // A name is never as pale as its mark.
        var letters = letters
        letters.opacity = 1
        let grounds = samples(in: rect, strokes: strokes)
        func isLegible(_ letters: Paint, on ground: Paint?) -> Bool {
            Theme.allCases.allSatisfy { theme in
                let text = letters.colour(in: theme)
                return (grounds[theme] ?? []).allSatisfy { below in
                    let colour = ground.map { below.mixed(with: $0.colour(in: theme), $0.opacity) } ?? below
                    return text.contrast(with: colour) >= Self.contrast
                }
            }
        }
        if isLegible(letters, on: nil) { return Choice(letters: letters) }
        // On colours that are the same in every theme, letters are so too.
        if case .role(let role) = letters.source, role == .ink || role == .muted || role == .paper {
            for colour in [RGB(0x222222), RGB(0xFFFFFF)] where isLegible(.fixed(colour), on: nil) {
                return Choice(letters: .fixed(colour))
            }
        }
        for opacity in [0.8, 0.9, 1] where isLegible(letters, on: .role(.paper, opacity: opacity)) {
            return Choice(letters: letters, ground: .role(.paper, opacity: opacity))
        }
        if case .fixed = letters.source {
            for colour in [RGB(0x222222), RGB(0xFFFFFF)] where isLegible(letters, on: .fixed(colour)) {
                return Choice(letters: letters, ground: .fixed(colour))
            }
        }
        return Choice(letters: .role(.ink), ground: .role(.paper))
    }

    /// The colours that some places in a rectangle have, in each theme.
    private func samples(in rect: Rect, strokes: Bool) -> [Theme: Set<RGB>] {
        let near = layers.filter { layer in
            switch layer {
            case .fill(let bounds, _, _), .stroke(let bounds, _, _), .image(_, let bounds), .mask(_, let bounds, _):
                bounds.meets(rect)
            }
        }
        let papers = Dictionary(uniqueKeysWithValues: Theme.allCases.map { ($0, $0.colour(of: .paper)) })
        guard !near.isEmpty else { return papers.mapValues { [$0] } }
        var found = Dictionary(uniqueKeysWithValues: Theme.allCases.map { ($0, Set<RGB>()) })
        let clipper = PolylineClipper(rect)
        for column in 0..<7 {
            for row in 0..<3 {
                let place = XY(
                    rect.left + rect.width * (Double(column) + 0.5) / 7,
                    rect.top + rect.height * (Double(row) + 0.5) / 3)
                var colours = papers
                for layer in near {
                    guard let paint = paint(of: layer, at: place) else { continue }
                    for (theme, below) in colours {
                        colours[theme] = below.mixed(with: paint.colour(in: theme), paint.opacity)
                    }
                }
                for (theme, colour) in colours { found[theme]?.insert(colour) }
            }
        }
        // A line is thin, and wherever it crosses the letters it is in their way.
        for case .stroke(_, let pieces, let style) in near where strokes {
            let crosses = pieces.contains { line in
                zip(line, line.dropFirst()).contains { clipper.visible($0, $1) != nil }
            }
            guard crosses else { continue }
            for (theme, colours) in found {
                let over = colours.map { $0.mixed(with: style.paint.colour(in: theme), style.paint.opacity) }
                found[theme] = colours.union(over)
            }
        }
        return found
    }

    private func paint(of layer: Layer, at place: XY) -> Paint? {
        switch layer {
        case .fill(let bounds, let pieces, let paint):
            return bounds.contains(place) && Self.winding(pieces, around: place) != 0 ? paint : nil
        case .image(let image, let rect):
            guard let cell = Self.cell(at: place, in: rect, image.columns, image.rows) else { return nil }
            let pixel = image.pixels[cell]
            return .fixed(RGB(pixel.x, pixel.y, pixel.z), opacity: Double(pixel.w) / 255)
        case .mask(let mask, let rect, let paint):
            guard let cell = Self.cell(at: place, in: rect, mask.columns, mask.rows) else { return nil }
            return Paint(paint.source, opacity: paint.opacity * Double(mask.opacities[cell]) / 255)
        case .stroke: return nil
        }
    }

    /// The cell of a grid over a rectangle that holds a place.
    private static func cell(at place: XY, in rect: Rect, _ columns: Int, _ rows: Int) -> Int? {
        let column = Int(((place.x - rect.left) / rect.width * Double(columns)).rounded(.down))
        let row = Int(((place.y - rect.top) / rect.height * Double(rows)).rounded(.down))
        return (0..<columns).contains(column) && (0..<rows).contains(row) ? row * columns + column : nil
    }

    /// How often polygons go around a place.
    private static func winding(_ polygons: [[XY]], around place: XY) -> Int {
        var winding = 0
        for polygon in polygons {
            guard var last = polygon.last else { continue }
            for point in polygon {
                if (last.y <= place.y) != (point.y <= place.y) {
                    let side = (point.x - last.x) * (place.y - last.y) - (place.x - last.x) * (point.y - last.y)
                    if point.y > last.y, side > 0 { winding += 1 }
                    if point.y <= last.y, side < 0 { winding -= 1 }
                }
                last = point
            }
        }
        return winding
    }
}
