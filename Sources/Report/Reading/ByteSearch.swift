extension [UInt8] {
    /// Where `pattern` first stands; nil where it does not.
    func firstPlace(of pattern: [UInt8]) -> Range<Int>? { self[...].firstPlace(of: pattern) }
}

extension ArraySlice<UInt8> {
    /// Where `pattern` first stands; nil where it does not. Foundation's search is generic and takes a tenth of an edited page.
    func firstPlace(of pattern: [UInt8]) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var at = startIndex
        while let start = self[at...].firstIndex(of: first), start + pattern.count <= endIndex {
            if self[start...].starts(with: pattern) { return start..<start + pattern.count }
            at = start + 1
        }
        return nil
    }
}
