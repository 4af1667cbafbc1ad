import Foundation

/// What can be computed now: the items that studies ask for and that are not in the store.
public struct Frontier: Sendable {
    /// In the order of the studies, then of stages and keys.
    public let items: [PendingItem]
    /// The studies whose results are there, by their paths.
    public let done: Set<String>
    /// The studies that go on once some of `items` are there, or results of others, in their order.
    public let unfinished: [String]

    public var isEmpty: Bool { items.isEmpty && unfinished.isEmpty }
}

/// The outcome of a replay of a study.
struct Replay: Sendable {
    /// Canonical JSON; nil when items are missing.
    let results: Data?
    let missing: [PendingItem]
}
