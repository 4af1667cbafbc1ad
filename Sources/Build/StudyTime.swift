/// How long the measurement of a study took.
public struct StudyTime: Codable, Sendable, Equatable {
    /// Seconds on the wall's clock in which at least one of its computations ran.
    public let seconds: Double
    /// Seconds of all its computations together, each on its core.
    public let work: Double
    /// Seconds in which none of them ran, since other studies had the cores.
    public let waiting: Double

    public init(seconds: Double, work: Double, waiting: Double = 0) {
        self.seconds = seconds
        self.work = work
        self.waiting = waiting
    }
}
