/// Which places of an axis are marked.
public enum Ticks: Hashable, Sendable {
    /// Round numbers, as many as their labels leave room for.
    case automatic
    case none
    /// Round numbers, at most so many.
    case atMost(Int)
    /// Whole numbers only, as many as their labels leave room for.
    case wholeNumbers
    /// These places.
    case values([Double])
    /// These places under these names; TeX between dollar signs.
    case labelled([Tick])
}

/// A marked place of an axis.
public struct Tick: Hashable, Sendable {
    public var value: Double
    /// TeX between dollar signs.
    public var label: String

    public init(_ value: Double, _ label: String) {
        self.value = value
        self.label = label
    }
}
