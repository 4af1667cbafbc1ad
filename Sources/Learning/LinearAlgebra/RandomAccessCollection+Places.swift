extension RandomAccessCollection where Element: FloatingPoint, Index == Int {
    /// How far the lowest entry lies from the start, the first of equal ones, NaN passed over; 0 where there is none.
    public var placeOfLowest: Int {
        var best: Int?
        for i in indices where !self[i].isNaN && best.map({ self[i] < self[$0] }) ?? true { best = i }
        return (best ?? startIndex) - startIndex
    }

    /// How far the highest entry lies from the start, the first of equal ones, or the first NaN; 0 where there is none.
    public var placeOfHighest: Int {
        var best = startIndex
        for i in indices where !(self[i] <= self[best]) {
            best = i
            if self[i].isNaN { break }
        }
        return best - startIndex
    }

    /// The place of the highest entry in each row of `columns` entries.
    public func rowMaxima(columns: Int) -> [Int] {
        precondition(columns > 0 && count % columns == 0, "\(count) entries are no rows of \(columns)")
        return stride(from: startIndex, to: endIndex, by: columns).map { self[$0..<$0 + columns].placeOfHighest }
    }
}
