extension MutableCollection {
    /// Changes every element in place, as mutants do.
    public mutating func updateEach(_ change: (inout Element) -> Void) {
        var place = startIndex
        while place != endIndex {
            change(&self[place])
            formIndex(after: &place)
        }
    }
}
