/// The duality gap of ½ ‖y − Xw‖² + Σ l1ⱼ |wⱼ| + ½ Σ l2ⱼ wⱼ².
///
/// The dual point is the residual of the equivalent lasso with the l2ⱼ appended to XᵀX, scaled into the feasible set
/// (Kim et al. 2007, "An interior-point method for large-scale l1-regularized least squares").
struct DualityGap {
    let l1: [Double]
    let l2: [Double]
    /// yᵀy.
    let energy: Double
    /// What rounding may have done to each entry of Xᵀr: an entry that leaves the feasible set by no more has not left it.
    private let rounding: [Double]

    /// - Parameter squares: the squared length of each column.
    init(l1: [Double], l2: [Double], energy: Double, squares: [Double]) {
        self.l1 = l1
        self.l2 = l2
        self.energy = energy
        rounding = squares.map { 0x1p-45 * ($0 * energy).squareRoot() }
    }

    /// The gap divided by ½ yᵀy.
    /// - Parameters:
    ///   - gradient: Xᵀr for the residual r = y − Xw.
    ///   - residualEnergy: rᵀr.
    ///   - residualTarget: rᵀy.
    func relative(gradient: [Double], weights: [Double], residualEnergy: Double, residualTarget: Double) -> Double {
        guard energy > 0 else { return 0 }
        var ratio = 1.0
        var square = 0.0
        var sum = 0.0
        for j in weights.indices {
            let w = weights[j]
            let excess = abs(gradient[j] - l2[j] * w) - rounding[j]
            if excess > l1[j] { ratio = max(ratio, excess / l1[j]) }
            square += l2[j] * w * w
            sum += l1[j] * abs(w)
        }
        let scale = 1 / ratio
        let gap = 0.5 * (1 + scale * scale) * (residualEnergy + square) + sum - scale * residualTarget
        return gap.isNaN ? .infinity : max(gap, 0) / (0.5 * energy)
    }
}
