/// What is left of a build, as far as the stored outputs tell.
public struct Forecast: Sendable {
    public let studies: [Study]

    /// One study whose results are not there.
    public struct Study: Sendable {
        public let path: String
        /// The studies whose results it takes and that have none yet.
        public let inputs: [String]
        /// In the order in which they begin.
        public let stages: [Stage]
        /// Whether the stages are known to the last one.
        public let isWhole: Bool
    }

    /// One map of an experiment.
    public struct Stage: Sendable {
        public let study: String
        public let name: String
        /// How many stages had ended when it began: those of one step run side by side.
        public let step: Int
        public internal(set) var items: Int
        /// How many of them are not stored.
        public internal(set) var missing = 0
        /// Seconds of the items that were computed to be timed.
        public internal(set) var sampled: [Double] = []
        /// Bytes of an output, where one is known.
        public internal(set) var bytes: Int?
    }

    public var stages: [Stage] { studies.flatMap(\.stages) }
}
