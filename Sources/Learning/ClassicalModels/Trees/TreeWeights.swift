import Foundation
import LinearAlgebra

/// The checked weights of a tree's examples, and the limits in the same unit.
struct TreeWeights {
    let values: [Double]
    let limits: TreeLimits

    /// Ones when `weights` is nil. Weights that are huge or tiny are divided by a power of two, and with them the lowest
    /// weight of a leaf.
    /// - Throws: `LearningError` for the wrong number of weights, a negative one, or when all are 0; also checks the limits.
    init(_ weights: [Double]?, _ inputs: SortedFeatures, _ limits: TreeLimits) throws(LearningError) {
        try limits.check(features: inputs.features)
        guard let weights else {
            (values, self.limits) = (Array(repeating: 1, count: inputs.rows), limits)
            return
        }
        try weights.requireWeights(inputs.rows)
        let unit = weights.unit
        var scaled = limits
        scaled.leafWeight /= unit
        values = unit == 1 ? weights : weights.map { $0 / unit }
        self.limits = scaled
    }
}
