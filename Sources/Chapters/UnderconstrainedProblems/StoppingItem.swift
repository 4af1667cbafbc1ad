/// One data set for early stopping, with everything that its run depends on.
struct StoppingItem: Codable, Sendable {
    enum Kind: String, Codable, Sendable {
        /// Many examples, few features and a wide margin.
        case wide
        /// Few examples in many dimensions.
        case narrow
    }

    let kind: Kind
    let replicate: Int
    let patience: Int
    let evaluateEvery: Int
    let evaluations: Int
}
