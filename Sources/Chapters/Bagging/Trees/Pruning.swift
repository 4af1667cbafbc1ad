import ClassicalModels
import DataSets
import Laboratory
import LinearAlgebra

/// Trees whose smallest leaf was chosen on a held-out third of the training set, and which then grew on all of it.
enum Pruning {
    private static let leaves = [1.0, 2, 4, 7, 12, 20, 35]

    static func tree(_ data: RegressionData, stream: RandomStream) throws -> RegressionTree {
        let leaf = try bestLeaf(of: data.count, stream) { part, rest, limits in
            let kept = data.subset(part)
            let held = data.subset(rest)
            let residual = try RegressionTree(SortedFeatures(kept.inputs), kept.targets, limits: limits)
                .predictions(for: held.inputs).subtracting(held.targets)
            return residual.dot(residual)
        }
        return try RegressionTree(SortedFeatures(data.inputs), data.targets, limits: leaf)
    }

    static func tree(_ data: ClassificationData, stream: RandomStream) throws -> ClassificationTree {
        let leaf = try bestLeaf(of: data.count, stream) { part, rest, limits in
            let kept = data.subset(part)
            let held = data.subset(rest)
            return try ClassificationTree(
                SortedFeatures(kept.inputs), kept.labels, classes: kept.classes, limits: limits
            ).predictions(for: held.inputs).errorRate(against: held.labels)
        }
        return try ClassificationTree(SortedFeatures(data.inputs), data.labels, classes: data.classes, limits: leaf)
    }

    private static func bestLeaf(
        of count: Int, _ stream: RandomStream, error: (_ part: [Int], _ rest: [Int], TreeLimits) throws -> Double
    ) throws -> TreeLimits {
        var stream = stream
        let parts = try Split.parts([count * 2 / 3, count - count * 2 / 3], of: count, using: &stream)
        let errors = try leaves.map { try error(parts[0], parts[1], TreeLimits(leafWeight: $0)) }
        return TreeLimits(leafWeight: leaves[errors.placeOfLowest])
    }
}
