import DataSets
import Foundation
import LinearAlgebra
import Statistics

/// Softmax (multinomial logistic) regression with weight decay, by L-BFGS.
///
/// Minimizes −Σ log p(label) + ½ α ‖W‖² (`.sum`), or the same with the loss divided by the number of examples (`.mean`).
/// Intercepts are not penalized; they are fixed by adding up to zero.
///
/// Columns are centred and divided by powers of two inside, so that neither their units nor their offsets matter.
public struct SoftmaxRegression: Sendable {
    /// α, at least 0. With 0 the weights are not unique, and those found depend on the start at zero; separable classes
    /// are an error then.
    public var penalty: Double
    public var scale: LossScale
    /// The search. Its tolerance is that of the gradient of the mean loss for columns of a size of about 1.
    public var optimizer: LBFGS

    public init(penalty: Double, scale: LossScale = .mean, optimizer: LBFGS = LBFGS(tolerance: 1e-8)) {
        self.penalty = penalty
        self.scale = scale
        self.optimizer = optimizer
    }

    /// The minimizer.
    /// - Parameter weights: how much each example's loss counts; all 1 when nil.
    /// - Throws: as `solution`, and `separable` when without a penalty hyperplanes separate a class, some examples on them
    ///   or none.
    public func fit(_ data: ClassificationData, weights: [Double]? = nil) throws(LearningError) -> LinearClassifier {
        let solution = try solution(data, weights: weights)
        guard !solution.isSeparable else { throw .separable }
        return solution.model
    }

    /// The minimizer, or for separable classes without a penalty the point where the gradient has all but vanished.
    /// - Throws: `LearningError`: empty data, values that are not finite, a class without an example, settings out of
    ///   range, or `notConverged`.
    public func solution(
        _ data: ClassificationData, weights: [Double]? = nil
    ) throws(LearningError) -> ClassifierSolution<LinearClassifier> {
        try requirePenalty(penalty)
        guard data.count > 0 else { throw .empty(what: "examples") }
        guard data.inputs.columns > 0 else { throw .empty(what: "features") }
        try weights?.requireWeights(data.count)
        try data.labels.requireClasses(data.classes)
        _ = try data.labels.seen(weights).counts(classes: data.classes)
        try data.inputs.requireFinite("Input value")
        let problem = try SoftmaxProblem(data, weights: weights, penalty: penalty, scale: scale)
        let minimum = try optimizer.minimize(from: problem.start, problem.objective)
        let isSeparable = penalty == 0 ? try problem.isSeparable(minimum, optimizer) : false
        let model = problem.classifier(minimum.point)
        try model.weights.requireFinite("Weight")
        return ClassifierSolution(model: model, isSeparable: isSeparable, steps: minimum.steps)
    }
}
