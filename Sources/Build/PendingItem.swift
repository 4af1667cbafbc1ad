/// An item of a `lab.map` whose output is not in the store.
public struct PendingItem: Codable, Sendable, Hashable {
    /// The study that asks for it, by its path.
    public let study: String
    public let stage: String
    /// What its output will be stored under, in hexadecimal.
    public let key: String

    public init(study: String, stage: String, key: String) {
        self.study = study
        self.stage = stage
        self.key = key
    }
}
