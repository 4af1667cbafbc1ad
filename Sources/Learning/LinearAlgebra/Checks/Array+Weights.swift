extension [Double] {
    /// - Throws: `LearningError` unless these are `examples` finite weights, none of them negative and not all 0.
    package func requireWeights(_ examples: Int) throws(LearningError) {
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
    package var unit: Double {
        let exponent = largestMagnitude.exponent
        guard largestMagnitude > 0, largestMagnitude.isFinite, abs(exponent) > 200 else { return 1 }
        return Double(sign: .plus, exponent: Swift.max(exponent, -1022), significand: 1)
    }
}
