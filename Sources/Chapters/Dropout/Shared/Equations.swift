import LinearAlgebra
import LinearModels

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// Before 7.30: the logits of the sub-model with mask d, Wᵀ(d ⊙ v) + b.
    public var subModel: @Sendable (_ w: Matrix, _ b: [Double], _ mask: [Double], _ v: [Double]) -> [Double]
    /// 7.30: the renormalized geometric mean, from each member's log-probabilities and its weight.
    public var ensemble: @Sendable (_ logs: [[Double]], _ weights: [Double]) -> [Double]
    /// After 7.30: the logits of the weight scaling rule.
    public var scaled: @Sendable (_ w: Matrix, _ b: [Double], _ keep: Double, _ v: [Double]) -> [Double]
    /// Fast dropout: the variance that masks give to Σ mᵢxᵢwᵢ, from xᵢwᵢ.
    public var sumVariance: @Sendable (_ keep: Double, _ products: [Double]) -> Double
    /// Dropout on the inputs of linear regression: what is added to ‖y − pXw‖², from the diagonal of XᵀX.
    public var linearPenalty: @Sendable (_ keep: Double, _ diagonal: [Double], _ w: [Double]) -> Double
    /// Stochastic pooling: the probability of each activation of a region.
    public var poolingShares: @Sendable (_ activations: [Double]) -> [Double]

    // snippet.dropout-equations
    public static let chapter = Equations(
        subModel: { w, b, mask, v in w.transposedTimes(zip(mask, v).map { $0 * $1 }).adding(b) },
        ensemble: { logs, weights in
            var means = [Double](repeating: 0, count: logs[0].count)
            for (log, weight) in zip(logs, weights) { means = means.adding(log.scaled(by: weight)) }
            return means.softmax
        },
        scaled: { w, b, keep, v in w.transposedTimes(v).scaled(by: keep).adding(b) },
        sumVariance: { keep, products in keep * (1 - keep) * products.dot(products) },
        linearPenalty: { keep, diagonal, w in
            keep * (1 - keep) * zip(diagonal, w).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        },
        poolingShares: { activations in activations.scaled(by: 1 / activations.reduce(0, +)) })
    // snippet.end
}
