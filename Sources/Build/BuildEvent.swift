/// Something that happened in a build, as an observer hears of it.
public enum BuildEvent: Sendable, Equatable {
    /// A section's results are asked for.
    case began(section: String)
    /// A stage of `items` items follows.
    case stage(section: String, name: String, items: Int)
    /// An item of a stage is there; `isStored` when it was computed earlier, otherwise it took `seconds`.
    case item(section: String, stage: String, isStored: Bool, seconds: Double)
    /// A section's results are there; `isStored` when its experiment did not have to run.
    case finished(section: String, seconds: Double, isStored: Bool)
    /// A stored entry turned out to be damaged and is computed again.
    case damaged(DamagedEntry)
}

/// Hears of what happens in a build, from any thread.
public protocol BuildObserver: Sendable {
    func observe(_ event: BuildEvent)
}

/// An observer that does not listen.
public struct SilentObserver: BuildObserver {
    public init() {}
    public func observe(_ event: BuildEvent) {}
}
