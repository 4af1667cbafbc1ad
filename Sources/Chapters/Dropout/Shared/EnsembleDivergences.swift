/// Kullback–Leibler divergences of one network's shortcuts from the average over all its sub-networks, in nats.
struct EnsembleDivergences: Codable, Sendable {
    /// From the geometric and from the arithmetic mean to the weight scaling rule.
    let geometric: Double
    let arithmetic: Double
    /// From the arithmetic mean to fast dropout.
    let fast: Double
}
