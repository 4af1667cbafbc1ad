/// One draw of a truth from a prior, with data from it.
struct PredictionItem: Codable, Sendable {
    let count: Int
    let replicate: Int
    let dimensions: Int
    let noise: Double
    let tests: Int
    /// The deviation with which the true weights are drawn; the model assumes 1.
    let trueDeviation: Double
}
