import Notebook

extension PublishedTable: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("published-data", results.dataName)
        Value("published-replicates", parameters.replicates)
        Value("published-tuning-updates", parameters.task.tuningUpdates)
        Value("published-updates", parameters.task.updates)
        if !results.rows.isEmpty {
            Table(
                "published-table", columns: Comparison.columns,
                rows: results.rows.indices.map { place in
                    let row = results.rows[place]
                    return Comparison.row(
                        row.method.name, "\(row.symbol) \(results.strengths[place])", results.errors[place],
                        row.published)
                })
        }
    }
}

extension PublishedRow {
    var method: Method {
        switch self {
        case .l2: .l2
        case .l2l1: .l2l1
        case .l2sparsity: .l2sparsity
        case .maxNorm: .maxNorm
        case .dropoutL2: .dropoutL2
        case .dropoutMaxNorm: .dropoutMaxNorm
        }
    }

    /// What stands before the strength.
    fileprivate var symbol: String {
        switch self {
        case .l2, .dropoutL2: "α ="
        case .l2l1: "β ="
        case .l2sparsity: "strength"
        case .maxNorm, .dropoutMaxNorm: "c ="
        }
    }

    /// Test error in per cent.
    var published: String {
        switch self {
        case .l2: "1.62"
        case .l2l1: "1.60"
        case .l2sparsity: "1.55"
        case .maxNorm: "1.35"
        case .dropoutL2: "1.25"
        case .dropoutMaxNorm: "1.05"
        }
    }
}
