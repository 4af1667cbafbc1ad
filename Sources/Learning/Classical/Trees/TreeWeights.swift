import Foundation

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

extension [Double] {
    /// - Throws: `LearningError` unless these are `examples` finite weights, none of them negative and not all 0.
    func requireWeights(_ examples: Int) throws(LearningError) {
        guard count == examples else {
            throw .sizesDisagree(what: "Examples", examples, other: "weights", count)
        }
        try requireFinite("Weight")
        if let negative = first(where: { $0 < 0 }) {
            throw .outOfRange(setting: "Weight", value: negative, allowed: "at least 0")
        }
        guard contains(where: { $0 > 0 }) else { throw .empty(what: "examples with weight") }
    }

    /// A power of two near the largest magnitude when that is huge or tiny, so that squares stay in range; else 1.
    var unit: Double {
        let exponent = largestMagnitude.exponent
        guard largestMagnitude > 0, largestMagnitude.isFinite, abs(exponent) > 200 else { return 1 }
        return Double(sign: .plus, exponent: Swift.max(exponent, -1022), significand: 1)
    }
}
