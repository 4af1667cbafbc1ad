/// A classifier that was fitted by maximum likelihood, and how the fit went.
public struct ClassifierSolution<Model: Sendable & Codable & Equatable>: Sendable, Codable, Equatable {
    public let model: Model
    /// Whether without a penalty no finite weights are the best: some direction never makes an example less likely and
    /// makes some more likely, so that the weights found only say where the search stopped.
    public let isSeparable: Bool
    public let steps: Int
}
