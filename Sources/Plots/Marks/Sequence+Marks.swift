extension Sequence {
    /// Marks for each name in a column of a table, in a colour of their own under that name, which the legend shows.
    ///
    ///     Panel(x: Axis("length"), y: Axis("width")) {
    ///         flowers.marks(by: \.species) { Points($0, x: \.length, y: \.width) }
    ///     }
    ///
    /// - Parameters:
    ///   - column: the names, in the order in which they first come.
    ///   - mark: makes the mark of the rows that have one name; a role or a label that it sets stays.
    public func marks<M: Mark>(
        by column: KeyPath<Element, String>, _ mark: ([Element]) throws -> M
    ) rethrows -> [M] {
        let groups = RowGroups(self, by: column)
        return try zip(groups.names, groups.rows).enumerated().map { place, group in
            var mark = try mark(group.1)
            mark.style.role = mark.style.role ?? .series(place)
            mark.style.label = mark.style.label ?? group.0
            return mark
        }
    }
}
