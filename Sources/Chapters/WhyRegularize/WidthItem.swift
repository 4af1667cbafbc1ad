/// One data set on which networks of all widths are trained.
struct WidthItem: Codable, Sendable {
    let replicate: Int
    let width: Int
    /// 0 is no penalty.
    let decays: [Double]
    let examples: Int
    let tests: Int
    let epochs: Int
    let learningRate: Double
}
