import Foundation
import LinearAlgebra
import LinearModels

/// All masks of 0 and 1, each with its probability.
struct Masks {
    let values: [[Double]]
    let weights: [Double]

    /// The 2ⁿ masks that keep each of `count` units with probability `keep`.
    init(_ count: Int, keep: Double) {
        let masks = (0..<1 << count).map { number in (0..<count).map { Double(number >> $0 & 1) } }
        values = masks
        weights = masks.map { mask in
            let kept = mask.reduce(0, +)
            return pow(keep, kept) * pow(1 - keep, Double(count) - kept)
        }
    }

    /// The same weight for all, whatever the probability of their units.
    var evenWeights: [Double] { values.map { _ in 1 / Double(values.count) } }
}

extension [Double] {
    /// The logarithm of the softmax.
    var logSoftmax: [Double] {
        let total = logSumExp
        return map { $0 - total }
    }

    /// The largest distance between two entries at the same place.
    func distance(to other: [Double]) -> Double { subtracting(other).largestMagnitude }
}
