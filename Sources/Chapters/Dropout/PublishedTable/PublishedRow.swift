import Networks

/// A row of the published table of regularizers on MNIST (Srivastava et al. 2014, table 9).
public enum PublishedRow: String, Codable, Sendable, CaseIterable {
    case l2, l2l1, l2sparsity, maxNorm, dropoutL2, dropoutMaxNorm

    /// The strengths of which validation images choose one: the paper prints none but c = 2 in its appendix.
    package var strengths: [Double] {
        switch self {
        case .l2: [0.00001, 0.0001, 0.001]
        case .l2l1: [0.000001, 0.00001, 0.0001]
        case .l2sparsity: [0.00001, 0.0001, 0.001]
        case .maxNorm, .dropoutMaxNorm: [2, 3, 4]
        case .dropoutL2: [0.000001, 0.00001, 0.0001]
        }
    }

    /// The penalty on the weights: of L2 + L1 and L2 + sparse activity, the strength is that of the second term.
    func penalty(_ strength: Double) -> Penalty {
        switch self {
        case .l2, .dropoutL2: Penalty(l2: strength)
        case .l2l1: Penalty(l2: 0.0001, l1: strength)
        case .l2sparsity: Penalty(l2: 0.0001)
        case .maxNorm, .dropoutMaxNorm: .none
        }
    }

    var drops: Bool { [.dropoutL2, .dropoutMaxNorm].contains(self) }
    var boundsNorms: Bool { [.maxNorm, .dropoutMaxNorm].contains(self) }
}
