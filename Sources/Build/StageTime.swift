/// How long the items of a stage took, each on its core.
public struct StageTime: Codable, Sendable, Equatable {
    /// How many items were timed.
    public private(set) var items: Int
    /// Seconds of all of them together.
    public private(set) var work: Double
    /// Seconds of the one that took longest.
    public private(set) var longest: Double

    public init(items: Int = 0, work: Double = 0, longest: Double = 0) {
        self.items = items
        self.work = work
        self.longest = longest
    }

    /// Seconds of an item on average; nil when none was timed.
    public var mean: Double? { items > 0 ? work / Double(items) : nil }

    /// Takes in an item that took `seconds`.
    public mutating func add(_ seconds: Double) {
        items += 1
        work += seconds
        longest = max(longest, seconds)
    }

    /// Whether times read from a file can be some.
    var isPossible: Bool { (1...1_000_000_000).contains(items) && work.isSpan && longest.isSpan }
}
