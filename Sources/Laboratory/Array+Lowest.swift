extension [Double] {
    /// The place of the first lowest entry; 0 for an empty array.
    public var placeOfLowest: Int { indices.min { self[$0] < self[$1] } ?? 0 }
}
