/// The duality gap of ½ ‖y − Xw‖² + l1 ‖w‖₁ + ½ l2 ‖w‖².
///
/// The dual point is the residual of the equivalent lasso with l2·I appended to XᵀX, scaled into the feasible set
/// (Kim et al. 2007, "An interior-point method for large-scale l1-regularized least squares").
struct DualityGap {
    let l1: Double
    let l2: Double
    /// yᵀy.
    let energy: Double

    /// The gap divided by ½ yᵀy.
    /// - Parameters:
    ///   - gradient: Xᵀr for the residual r = y − Xw.
    ///   - residualEnergy: rᵀr.
    ///   - residualTarget: rᵀy.
    func relative(gradient: [Double], weights: [Double], residualEnergy: Double, residualTarget: Double) -> Double {
        guard energy > 0 else { return 0 }
        var largest = 0.0
        var square = 0.0
        var sum = 0.0
        for j in weights.indices {
            let w = weights[j]
            largest = max(largest, abs(gradient[j] - l2 * w))
            square += w * w
            sum += abs(w)
        }
        let scale = largest > l1 ? l1 / largest : 1
        let gap =
            0.5 * (1 + scale * scale) * (residualEnergy + l2 * square) + l1 * sum - scale * residualTarget
        return max(gap, 0) / (0.5 * energy)
    }
}
