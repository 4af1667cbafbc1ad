extension Bars {
    /// Marks of a panel where stacked bars stand on those before them, and sets that would hide one another side by side.
    static func arranged(_ marks: [any Mark]) -> [any Mark] { equallyWide(sideBySide(stacked(marks))) }

    /// What tells the place of a bar.
    private enum Key: Hashable {
        case name(String)
        case place(Double)
    }

    private func key(_ index: Int) -> Key { names.isEmpty ? .place(xs[index]) : .name(names[index]) }

    private static func stacked(_ marks: [any Mark]) -> [any Mark] {
        var (up, down): ([Key: Double], [Key: Double]) = ([:], [:])
        return marks.map { mark in
            guard var bars = mark as? Bars, bars.isStacked, bars.xs.count == bars.ys.count else { return mark }
            bars.bases = bars.ys.indices.map { index in
                let (key, value) = (bars.key(index), bars.ys[index])
                guard value.isFinite else { return 0 }
                let base = (value < 0 ? down : up)[key] ?? 0
                if value < 0 { down[key] = base + value } else { up[key] = base + value }
                return base
            }
            return bars
        }
    }

    /// Bars of sets that stand on each other or side by side are as wide in all of them, also where one set has gaps.
    private static func equallyWide(_ marks: [any Mark]) -> [any Mark] {
        func belongs(_ mark: any Mark, _ isStacked: Bool) -> Bool {
            guard let bars = mark as? Bars, bars.names.isEmpty else { return false }
            return isStacked ? bars.isStacked : bars.members > 1
        }
        return [true, false].reduce(marks) { marks, isStacked in
            let places = marks.filter { belongs($0, isStacked) }.flatMap { ($0 as? Bars)?.xs ?? [] }
            return marks.map { mark in
                guard belongs(mark, isStacked), var bars = mark as? Bars else { return mark }
                bars.neighbours = places
                return bars
            }
        }
    }

    private static func sideBySide(_ marks: [any Mark]) -> [any Mark] {
        let places = marks.indices.filter { index in
            (marks[index] as? Bars).map { $0.members == 1 && !$0.isStacked } ?? false
        }
        let sets = places.compactMap { marks[$0] as? Bars }
        let meet = sets.indices.contains { index in
            let own = Set(sets[index].xs.indices.map(sets[index].key))
            return sets[..<index].contains { other in !own.isDisjoint(with: other.xs.indices.map(other.key)) }
        }
        guard meet else { return marks }
        var marks = marks
        for (member, place) in places.enumerated() { marks[place] = sets[member].group(member, of: sets.count) }
        return marks
    }
}
