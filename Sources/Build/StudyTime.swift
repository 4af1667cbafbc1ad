/// How long the measurement of a study took.
public struct StudyTime: Codable, Sendable, Equatable {
    /// Seconds on the wall's clock in which at least one of its computations ran.
    public let seconds: Double
    /// Seconds of all its computations together, each on its core.
    public let work: Double
    /// Seconds in which none of them ran, since other studies had the cores.
    public let waiting: Double
    /// Whether outputs of items had been stored before, so that more went into the results than is counted here.
    public let lacksItems: Bool

    public init(seconds: Double, work: Double, waiting: Double = 0, lacksItems: Bool = false) {
        self.seconds = seconds
        self.work = work
        self.waiting = waiting
        self.lacksItems = lacksItems
    }

    private enum CodingKeys: CodingKey { case seconds, work, waiting, lacksItems }

    /// Times that an earlier version stored do not say whether they lack items.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            seconds: try fields.decode(Double.self, forKey: .seconds),
            work: try fields.decode(Double.self, forKey: .work),
            waiting: try fields.decode(Double.self, forKey: .waiting),
            lacksItems: try fields.decodeIfPresent(Bool.self, forKey: .lacksItems) ?? false)
    }
}
