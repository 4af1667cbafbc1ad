/// A label after typesetting: letters and bars placed around the left end of a baseline.
struct Typeset: Hashable, Sendable {
    /// Letters or a bar; offsets in points from the baseline's left end, y downwards.
    enum Item: Hashable, Sendable {
        case run(String, FontFace, size: Double, XY)
        case bar(Rect)
    }

    var width = 0.0
    var ascent = 0.0
    var descent = 0.0
    var items: [Item] = []

    var height: Double { ascent + descent }

    /// The place of the baseline's left end that is nearest to `point` and keeps the label in a rectangle.
    func origin(nearest point: XY, in rect: Rect) -> XY {
        XY(
            max(rect.left, min(rect.right - width, point.x)),
            max(rect.top + ascent, min(rect.bottom - descent, point.y)))
    }

    /// Adds `other` with its baseline's left end at `offset`.
    mutating func place(_ other: Typeset, at offset: XY) {
        for item in other.items {
            switch item {
            case .run(let string, let face, let size, let place):
                items.append(.run(string, face, size: size, place + offset))
            case .bar(let rect):
                items.append(
                    .bar(Rect(x: rect.x + offset.x, y: rect.y + offset.y, width: rect.width, height: rect.height)))
            }
        }
        ascent = max(ascent, other.ascent - offset.y)
        descent = max(descent, other.descent + offset.y)
    }

    /// Adds `other` at the right end.
    mutating func append(_ other: Typeset) {
        if items.isEmpty && width == 0 {
            self = other
            return
        }
        place(other, at: XY(width, 0))
        width += other.width
    }

    /// The commands that draw the label with its baseline's left end at `origin`, turned counterclockwise.
    func commands(at origin: XY, quarterTurns: Int = 0, paint: Paint) -> [Drawing.Command] {
        let turned: (XY) -> XY =
            switch ((quarterTurns % 4) + 4) % 4 {
            case 1: { XY($0.y, -$0.x) }
            case 2: { XY(-$0.x, -$0.y) }
            case 3: { XY(-$0.y, $0.x) }
            default: { $0 }
            }
        return items.map { item in
            switch item {
            case .run(let string, let face, let size, let place):
                return .text(
                    TextRun(
                        string, face: face, size: size, at: origin + turned(place),
                        rotation: 90 * Double(((quarterTurns % 4) + 4) % 4), paint: paint))
            case .bar(let rect):
                let corners = [
                    XY(rect.left, rect.top), XY(rect.right, rect.top), XY(rect.right, rect.bottom),
                    XY(rect.left, rect.bottom),
                ]
                return .fill(Path(corners.map { origin + turned($0) }, closed: true), paint)
            }
        }
    }
}
