import LinearAlgebra

/// A classification tree (CART, Breiman et al. 1984), grown for the lowest Gini impurity.
public struct ClassificationTree: Sendable, Codable, Equatable {
    public let nodes: [TreeNode]
    /// The share of each class in each leaf.
    public let leafShares: [[Double]]
    public let classes: Int
    /// The number of features of the inputs.
    public let features: Int

    /// - Parameters:
    ///   - labels: in 0..<`classes`.
    ///   - weights: how much each example counts, 0 to leave it out; all 1 when nil.
    ///   - stream: draws the features of each split, when `limits` ask for that.
    /// - Throws: `LearningError` for empty or disagreeing data, labels out of range, negative weights, and limits outside
    ///   their range.
    public init(
        _ inputs: SortedFeatures, _ labels: [Int], classes: Int, weights: [Double]? = nil,
        limits: TreeLimits = TreeLimits(), stream: RandomStream = RandomStream(seed: 0)
    ) throws(LearningError) {
        guard labels.count == inputs.rows else {
            throw .sizesDisagree(what: "Examples", inputs.rows, other: "labels", labels.count)
        }
        try labels.requireClasses(classes)
        let checked = try TreeWeights(weights, inputs, limits)
        let grown = labels.map(Int32.init).withUnsafeBufferPointer { labels in
            checked.values.withUnsafeBufferPointer { weights -> (nodes: [TreeNode], leafValues: [[Double]])? in
                guard let labels = labels.baseAddress, let base = weights.baseAddress else { return nil }
                let criterion = GiniCriterion(labels: labels, weights: base, classes: classes)
                return TreeGrower(inputs, checked, criterion: criterion, stream: stream).grow()
            }
        }
        nodes = grown?.nodes ?? []
        leafShares = grown?.leafValues ?? []
        features = inputs.features
        self.classes = classes
    }

    /// The share of each class in the leaf of each row of `x`: rows × classes.
    /// - Throws: as `predictions(for:)`.
    public func shares(for x: Matrix) throws(LearningError) -> Matrix {
        try x.requireFeatures(features, of: "the tree")
        var shares = Matrix(rows: x.rows, columns: classes)
        nodes.forEachRow(of: x) { row, leaf in
            for k in 0..<classes { shares[row, k] = leafShares[leaf][k] }
        }
        return shares
    }

    /// The most frequent class in the leaf of each row of `x`; the first of those equally frequent.
    /// - Throws: `LearningError` when `x` has other features than the tree or a value is not finite.
    public func predictions(for x: Matrix) throws(LearningError) -> [Int] {
        try x.requireFeatures(features, of: "the tree")
        let winners = leafShares.map(\.placeOfHighest)
        var predictions = [Int](repeating: 0, count: x.rows)
        nodes.forEachRow(of: x) { predictions[$0] = winners[$1] }
        return predictions
    }
}

extension ClassificationTree {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let nodes = try container.decode([TreeNode].self, forKey: .nodes)
        let leafShares = try container.decode([[Double]].self, forKey: .leafShares)
        let classes = try container.decode(Int.self, forKey: .classes)
        let features = try container.decode(Int.self, forKey: .features)
        try decoder.check { () throws(LearningError) in
            try nodes.check(features: features, leaves: leafShares.count)
            for shares in leafShares {
                guard shares.count == classes else {
                    throw .sizesDisagree(what: "Shares of a leaf", shares.count, other: "classes", classes)
                }
                try shares.requireShares("Shares of a leaf")
            }
        }
        self.nodes = nodes
        self.leafShares = leafShares
        self.classes = classes
        self.features = features
    }
}
