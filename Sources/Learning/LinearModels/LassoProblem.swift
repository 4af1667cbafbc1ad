import Foundation
import LinearAlgebra
import Statistics

/// The lasso and the elastic net on one data set.
///
/// With loss L(w) = 1/(2m) ‖y − Xw‖² (`.mean`) or ½ ‖y − Xw‖² (`.sum`) minimizes L(w) + α (ρ ‖w‖₁ + ½ (1 − ρ) ‖w‖²),
/// where ρ is the L1 share, 1 for the lasso. The intercept is never penalized. XᵀX is formed once, so a problem holds
/// columns² doubles and many penalties are cheap. Weights and penalties are in the caller's units throughout.
public struct LassoProblem: Sendable {
    let data: RegressionProblem
    /// XᵀX of the scaled columns.
    let gram: Matrix
    /// The diagonal of XᵀX.
    let squares: [Double]
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
    ///   - weights: how much each example's squared error counts; all 1 when nil.
    ///   - threads: how many cores may form XᵀX; the results do not depend on it.
    /// - Throws: `LearningError` for empty or disagreeing data, values that are not finite, and a share outside (0, 1].
    public init(
        _ x: Matrix, _ y: [Double], weights: [Double]? = nil, scale: LossScale = .mean, l1Share: Double = 1,
        fittingIntercept: Bool = false, threads: Int = 1
    ) throws(LearningError) {
        guard l1Share > 0 && l1Share <= 1 else {
            throw .outOfRange(setting: "L1 share", value: l1Share, allowed: "above 0 and at most 1")
        }
        data = try RegressionProblem(x, y, weights: weights, fittingIntercept: fittingIntercept)
        gram = data.x.gram(threads: threads)
        squares = gram.diagonal
        correlations = data.x.transposedTimes(data.y)
        energy = data.y.dot(data.y)
        factor = scale.penaltyFactor(examples: data.totalWeight)
        self.l1Share = l1Share
    }

    /// The smallest penalty for which every weight is zero.
    public var largestPenalty: Double { callersGradient(correlations).largestMagnitude / (factor * l1Share) }

    /// `count` penalties from `largestPenalty` down to `smallestShare` of it, evenly spaced in the logarithm.
    /// - Throws: `LearningError.outOfRange` for fewer than two, or a share that is not between 0 and 1.
    public func penalties(_ count: Int = 100, downTo smallestShare: Double = 1e-3) throws(LearningError) -> [Double] {
        guard count > 1 else { throw .outOfRange(setting: "Penalties", value: Double(count), allowed: "at least 2") }
        guard smallestShare > 0 && smallestShare < 1 else {
            throw .outOfRange(setting: "Smallest share", value: smallestShare, allowed: "above 0 and below 1")
        }
        let largest = largestPenalty
        return (0..<count).map { largest * pow(smallestShare, Double($0) / Double(count - 1)) }
    }

    /// The objective, in the scale of this problem's loss.
    public func objective(_ weights: [Double], penalty: Double) -> Double {
        let residual = data.y.subtracting(data.x * data.scaled(weights))
        let square = residual.dot(residual) * data.targetUnit * data.targetUnit
        return square / (2 * factor) + penaltyTerm(weights, penalty: penalty)
    }

    /// α (ρ ‖w‖₁ + ½ (1 − ρ) ‖w‖²).
    public func penaltyTerm(_ weights: [Double], penalty: Double) -> Double {
        penalty * (l1Share * weights.sumOfMagnitudes + 0.5 * (1 - l1Share) * weights.dot(weights))
    }

    /// The gradient of the loss alone, in the scale of this problem's loss.
    public func lossGradient(_ weights: [Double]) -> [Double] {
        callersGradient((gram * data.scaled(weights)).subtracting(correlations)).scaled(by: 1 / factor)
    }

    /// An upper bound of how far the objective at `weights` lies above its minimum, as a share of the objective of
    /// zero weights: the duality gap, calculated from the residuals themselves.
    public func relativeGap(_ weights: [Double], penalty: Double) -> Double {
        let scaled = data.scaled(weights)
        let residual = data.y.subtracting(data.x * scaled)
        let (l1, l2) = strengths(penalty: penalty)
        return DualityGap(l1: l1, l2: l2, energy: energy, squares: squares).relative(
            gradient: data.x.transposedTimes(residual), weights: scaled, residualEnergy: residual.dot(residual),
            residualTarget: residual.dot(data.y))
    }

    /// The factors of |wⱼ| and ½ wⱼ² for the scaled columns.
    func strengths(penalty: Double) -> (l1: [Double], l2: [Double]) {
        let (l1, l2) = (penalty * factor * l1Share, penalty * factor * (1 - l1Share))
        // A column so tiny that its penalty is beyond this gets no weight in any case.
        let most = 0x1p500
        return (
            data.units.map { min(l1 / data.targetUnit / $0, most) }, data.units.map { min(l2 / $0 / $0, most) }
        )
    }

    /// Xᵀr in the caller's units.
    private func callersGradient(_ gradient: [Double]) -> [Double] {
        zip(gradient, data.units).map { $0 * $1 * data.targetUnit }
    }
}
