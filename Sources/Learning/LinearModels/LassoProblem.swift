import Foundation

/// The lasso and the elastic net on one data set.
///
/// With loss L(w) = 1/(2m) ‖y − Xw‖² (`.mean`) or ½ ‖y − Xw‖² (`.sum`) minimizes L(w) + α (ρ ‖w‖₁ + ½ (1 − ρ) ‖w‖²),
/// where ρ is the L1 share, 1 for the lasso. The intercept is never penalized. XᵀX is formed once, so a problem holds
/// columns² doubles and many penalties are cheap.
public struct LassoProblem: Sendable {
    let data: RegressionProblem
    let gram: Matrix
    /// Xᵀy.
    let correlations: [Double]
    /// yᵀy.
    let energy: Double
    /// What a penalty is multiplied by to belong to ½ ‖Xw − y‖².
    let factor: Double
    /// ρ.
    public let l1Share: Double

    /// The number of weights.
    public var features: Int { correlations.count }

    /// - Parameters:
    ///   - l1Share: ρ, in (0, 1].
    ///   - threads: how many cores may form XᵀX; the results do not depend on it.
    /// - Throws: `LearningError` for empty or disagreeing data, values that are not finite, and a share outside (0, 1].
    public init(
        _ x: Matrix, _ y: [Double], scale: LossScale = .mean, l1Share: Double = 1, fittingIntercept: Bool = false,
        threads: Int = 1
    ) throws(LearningError) {
        guard l1Share > 0 && l1Share <= 1 else {
            throw .outOfRange(setting: "L1 share", value: l1Share, allowed: "above 0 and at most 1")
        }
        data = try RegressionProblem(x, y, fittingIntercept: fittingIntercept)
        gram = data.x.gram(threads: threads)
        correlations = data.x.transposedTimes(data.y)
        energy = data.y.dot(data.y)
        factor = scale.penaltyFactor(rows: x.rows)
        self.l1Share = l1Share
    }

    /// The smallest penalty for which every weight is zero.
    public var largestPenalty: Double { correlations.largestMagnitude / (factor * l1Share) }

    /// `count` penalties from `largestPenalty` down to `smallestShare` of it, evenly spaced in the logarithm.
    public func penalties(_ count: Int = 100, downTo smallestShare: Double = 1e-3) -> [Double] {
        precondition(count > 1 && smallestShare > 0 && smallestShare < 1, "\(count) penalties down to \(smallestShare)")
        return (0..<count).map { largestPenalty * pow(smallestShare, Double($0) / Double(count - 1)) }
    }

    /// The objective, in the scale of this problem's loss.
    public func objective(_ weights: [Double], penalty: Double) -> Double {
        let residual = data.y.subtracting(data.x * weights)
        return residual.dot(residual) / (2 * factor) + penaltyTerm(weights, penalty: penalty)
    }

    /// α (ρ ‖w‖₁ + ½ (1 − ρ) ‖w‖²).
    public func penaltyTerm(_ weights: [Double], penalty: Double) -> Double {
        penalty * (l1Share * weights.sumOfMagnitudes + 0.5 * (1 - l1Share) * weights.dot(weights))
    }

    /// The gradient of the loss alone, in the scale of this problem's loss.
    public func lossGradient(_ weights: [Double]) -> [Double] {
        (gram * weights).subtracting(correlations).scaled(by: 1 / factor)
    }

    /// An upper bound of how far the objective at `weights` lies above its minimum, as a share of the objective of
    /// zero weights: the duality gap, calculated from the residuals themselves.
    public func relativeGap(_ weights: [Double], penalty: Double) -> Double {
        let residual = data.y.subtracting(data.x * weights)
        let gap = DualityGap(
            l1: penalty * factor * l1Share, l2: penalty * factor * (1 - l1Share), energy: energy)
        return gap.relative(
            gradient: data.x.transposedTimes(residual), weights: weights, residualEnergy: residual.dot(residual),
            residualTarget: residual.dot(data.y))
    }
}
