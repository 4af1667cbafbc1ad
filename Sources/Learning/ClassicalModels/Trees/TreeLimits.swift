import LinearAlgebra

/// When a tree stops growing, and which features a split may use.
public struct TreeLimits: Sendable, Codable, Equatable {
    /// Splits between the root and a leaf at most; none when nil. 1 gives a stump.
    public var depth: Int?
    /// The lowest total weight of a leaf; examples weigh 1, or as often as they were drawn, unless weights are given. A
    /// side with less than 2⁻⁴⁰ of its node's weight is no leaf either.
    public var leafWeight: Double
    /// How many features, drawn anew for each split, are considered; all when nil (as in bagging). When all of them are
    /// constant in a node, further ones are drawn until one is not.
    public var featuresPerSplit: Int?

    public init(depth: Int? = nil, leafWeight: Double = 0, featuresPerSplit: Int? = nil) {
        self.depth = depth
        self.leafWeight = leafWeight
        self.featuresPerSplit = featuresPerSplit
    }

    func check(features: Int) throws(LearningError) {
        if let depth, depth < 0 {
            throw .outOfRange(setting: "Depth", value: Double(depth), allowed: "at least 0")
        }
        guard leafWeight >= 0, leafWeight.isFinite else {
            throw .outOfRange(setting: "Leaf weight", value: leafWeight, allowed: "finite and at least 0")
        }
        if let featuresPerSplit, featuresPerSplit < 1 || featuresPerSplit > features {
            throw .outOfRange(
                setting: "Features per split", value: Double(featuresPerSplit), allowed: "from 1 to \(features)")
        }
    }
}
