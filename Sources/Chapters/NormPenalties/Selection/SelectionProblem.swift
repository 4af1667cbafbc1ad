import DataSets

/// Whose weights are to be found: few that matter, many small ones, or a single one.
public enum SelectionProblem: String, Codable, Sendable, CaseIterable {
    case few, many, one

    /// Eight features of correlation 0.5^|i−j| and twenty examples.
    var family: LinearFamily {
        switch self {
        case .few: LinearFamily(weights: [3, 1.5, 0, 0, 2, 0, 0, 0], correlation: 0.5, noise: 2)
        case .many: LinearFamily(weights: [Double](repeating: 0.85, count: 8), correlation: 0.5, noise: 3)
        case .one: LinearFamily(weights: [5, 0, 0, 0, 0, 0, 0, 0], correlation: 0.5, noise: 2)
        }
    }
}
