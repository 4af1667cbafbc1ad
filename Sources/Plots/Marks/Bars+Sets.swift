extension Bars {
    /// Marks where sets of bars that would hide one another stand side by side.
    static func sideBySide(_ marks: [any Mark]) -> [any Mark] {
        let places = marks.indices.filter { (marks[$0] as? Bars)?.members == 1 }
        let sets = places.compactMap { marks[$0] as? Bars }
        let meet = sets.indices.contains { index in
            sets[..<index].contains { other in
                !Set(other.names).isDisjoint(with: sets[index].names)
                    || (other.names.isEmpty && sets[index].names.isEmpty
                        && !Set(other.xs).isDisjoint(with: sets[index].xs))
            }
        }
        guard meet else { return marks }
        var marks = marks
        for (member, place) in places.enumerated() { marks[place] = sets[member].group(member, of: sets.count) }
        return marks
    }
}
