/// The names of categories along an axis: in one line where they fit, else broken, turned, shortened, and only where there
/// are more of them than lines of text left out.
struct CategoryLabels {
    let finder: TickFinder
    let ticks: [Tick]

    private var size: Double { finder.size }

    /// The distance between neighbouring names in points.
    private var slot: Double {
        let places = ticks.map { finder.axis.share(of: $0.value) * finder.length }.sorted()
        return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? finder.length
    }

    func set() throws -> AxisTicks {
        for labels in [plain, broken, cut, turned] {
            if let labels = try labels(), finder.fit(labels) { return AxisTicks(labels: labels) }
        }
        return try thinned()
    }

    private func labels(_ set: (String) throws -> Typeset?, turned: Bool = false) throws -> [AxisTicks.Label]? {
        var labels: [AxisTicks.Label] = []
        for tick in ticks {
            guard let box = try set(tick.label) else { return nil }
            labels.append(AxisTicks.Label(value: tick.value, box: box, isTurned: turned))
        }
        return labels
    }

    private func plain() throws -> [AxisTicks.Label]? {
        try labels { name in
            let box = try finder.typesetter.set(name, size: size)
            return finder.isHorizontal || box.width <= finder.room ? box : nil
        }
    }

    /// In up to three lines.
    private func broken() throws -> [AxisTicks.Label]? { try broken(shortening: false) }

    /// In three lines, the last of which ends where there is no more room; only where lines are long enough to be read.
    private func cut() throws -> [AxisTicks.Label]? {
        finder.isHorizontal && slot > 6 * size ? try broken(shortening: true) : nil
    }

    private func broken(shortening: Bool) throws -> [AxisTicks.Label]? {
        let width = finder.isHorizontal ? slot - 0.7 * size : finder.room
        let height = finder.isHorizontal ? finder.room : slot - 0.25 * size
        let paragraph = Paragraph(
            typesetter: finder.typesetter, size: size, alignment: finder.isHorizontal ? .centre : .right)
        return try labels {
            try paragraph.set($0, width: width, height: height, most: 3, shortening: shortening)
        }
    }

    /// Reading upwards, shortened where there is no room; beside an upright axis shortened only.
    private func turned() throws -> [AxisTicks.Label]? {
        try labels(shortened, turned: finder.isHorizontal)
    }

    private func shortened(_ name: String) throws -> Typeset? {
        let box = try finder.typesetter.set(name, size: size)
        if box.width <= finder.room { return box }
        guard !name.contains("$") else { return nil }
        var letters = Array(name)
        while letters.count > 1 {
            letters.removeLast()
            if letters.last == " " { continue }
            let box = try finder.typesetter.set(String(letters) + "…", size: size)
            if box.width <= finder.room { return box }
        }
        return nil
    }

    private func thinned() throws -> AxisTicks {
        for stride in 2...max(2, ticks.count) {
            let some = ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            let labels = try CategoryLabels(finder: finder, ticks: some).turned()
            if let labels, finder.fit(labels) { return AxisTicks(labels: labels, minor: ticks.map(\.value)) }
        }
        return try finder.thinned(ticks)
    }
}
