/// Names of marks in rows, each behind a small picture of its mark.
struct LegendLayout {
    typealias Entry = (keys: [LegendKey], label: Typeset, name: String)

    let rows: [[Entry]]
    let rowHeight: Double
    /// From the top of a row to its baseline.
    private let ascent: Double
    /// The height of a row without formulas.
    private let plainHeight: Double
    private static let keyWidth = 16.0
    private static let spacing = 12.0

    /// Breaks the entries into rows no wider than `width`; an entry too wide for a row is set smaller.
    init(entries: [(keys: [LegendKey], label: String)], typesetter: Typesetter, textSize: Double, width: Double) throws
    {
        var rows: [[Entry]] = []
        var used = Double.infinity
        for (keys, label) in entries {
            let box = try FittingLabel(typesetter: typesetter).set(
                label, size: textSize,
                in: Rect(x: 0, y: 0, width: max(10, width - Self.keyWidth - 4), height: .infinity))
            let length = Self.keyWidth + 4 + box.width
            if used + Self.spacing + length > width {
                rows.append([(keys, box, PlainText.of(label))])
                used = length
            } else {
                rows[rows.count - 1].append((keys, box, PlainText.of(label)))
                used += Self.spacing + length
            }
        }
        self.rows = rows
        let labels = rows.joined().map(\.label)
        let plainHeight = 1.25 * textSize
        let ascent = labels.reduce(plainHeight * 0.76) { max($0, $1.ascent) }
        self.ascent = ascent
        self.plainHeight = plainHeight
        rowHeight = labels.reduce(plainHeight) { max($0, ascent + $1.descent) }
    }

    var height: Double { Double(rows.count) * rowHeight }

    var width: Double {
        rows.map { row in
            row.reduce(-Self.spacing) { $0 + Self.spacing + Self.keyWidth + 4 + $1.label.width }
        }.max() ?? 0
    }

    func commands(at origin: XY) -> [Drawing.Command] {
        var commands: [Drawing.Command] = []
        for (index, row) in rows.enumerated() {
            var x = origin.x
            for entry in row {
                let baseline = origin.y + Double(index) * rowHeight + ascent
                let middle = XY(x + Self.keyWidth / 2, baseline - plainHeight * 0.26)
                commands.append(.open(.name(entry.name)))
                for key in entry.keys { commands += picture(of: key, at: x, middle) }
                commands += entry.label.commands(at: XY(x + Self.keyWidth + 4, baseline), paint: .role(.ink))
                commands.append(.close)
                x += Self.keyWidth + 4 + entry.label.width + Self.spacing
            }
        }
        return commands
    }

    private func picture(of key: LegendKey, at x: Double, _ middle: XY) -> [Drawing.Command] {
        switch key {
        case .line(let stroke): [.stroke(Path([XY(x, middle.y), XY(x + Self.keyWidth, middle.y)]), stroke)]
        case .area(let paint):
            [.fill(Path(Rect(x: x + 3, y: middle.y - 3.5, width: Self.keyWidth - 6, height: 7)), paint)]
        case .marker(let marker, let paint):
            MarkerShape(marker: marker, centre: middle, size: 5, paint: paint).commands
        case .markedLine(let stroke, let marker, let paint):
            picture(of: .line(stroke), at: x, middle) + picture(of: .marker(marker, paint), at: x, middle)
        }
    }
}
