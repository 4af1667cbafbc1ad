/// One data set of the sweep over α.
struct SweepItem: Codable, Sendable {
    let replicate: Int
    let examples: Int
    let features: Int
    let tests: Int
    let noise: Double
    let alphas: [Double]
}
