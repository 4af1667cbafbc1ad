/// Something that happened in a build, as an observer hears of it.
public enum BuildEvent: Sendable, Equatable {
    /// A study's results are asked for. Studies are named by their paths.
    case began(study: String)
    /// A stage of `items` items follows.
    case stage(study: String, name: String, items: Int)
    /// An item of a stage is there; `isStored` when it was computed earlier, otherwise it took `seconds`.
    case item(study: String, stage: String, isStored: Bool, seconds: Double)
    /// A study's results are there; `isStored` when its measurement did not have to run.
    case finished(study: String, time: StudyTime, isStored: Bool)
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
