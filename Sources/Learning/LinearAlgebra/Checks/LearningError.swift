/// What can be wrong with numbers or settings given to this module. The wording is in `LearningError+Message.swift`.
public enum LearningError: Error, Hashable, Sendable {
    /// Two sizes that must agree do not.
    case sizesDisagree(what: String, Int, other: String, Int)
    /// There is nothing to learn from.
    case empty(what: String)
    /// Too few of something that must have at least `needed`.
    case tooFew(what: String, count: Int, needed: Int)
    /// A value is NaN or infinite.
    case notFinite(what: String, index: Int, value: Double)
    /// A setting lies outside its range.
    case outOfRange(setting: String, value: Double, allowed: String)
    /// A matrix that must be inverted is singular to working precision.
    case singular(what: String, size: Int)
    /// A matrix that must be positive definite is not; the leading minor of this order fails.
    case notPositiveDefinite(size: Int, minor: Int)
    /// A hyperplane separates the classes, so that without a penalty the weights grow forever.
    case separable
    /// A label lies outside 0..<classes.
    case labelOutOfRange(label: Int, index: Int, classes: Int)
    /// A class has no example.
    case missingClass(label: Int, classes: Int)
    /// An iteration used up its steps; `gap` is the measure that should have fallen below `tolerance`.
    case notConverged(what: String, steps: Int, gap: Double, tolerance: Double)
    /// A weak learner is wrong as often as a guess, so that nothing can be built on it.
    case noBetterThanChance(what: String, error: Double, chance: Double)
    /// A data file cannot be used.
    case dataFile(name: String, DataFileFault)
    /// A layer can't take inputs of this shape.
    case shape(what: String, FeatureShape, needed: String)
    /// Labels are given to a loss with heads, which needs values.
    case labelsForHeads
    /// A kernel of OpenBLAS can't be pinned; `runnable` are those that the processor can run.
    case kernel(name: String, BLASKernel.Fault, runnable: [String])
    /// Training ran away: the loss of this minibatch is not finite.
    case lossNotFinite(loss: Double, step: Int, epoch: Int)
    /// Training ran away: after this step a parameter would not be finite.
    case stepNotFinite(step: Int, epoch: Int)

    /// Whether training ran away, which a smaller learning rate may mend.
    public var isDivergence: Bool {
        switch self {
        case .lossNotFinite, .stepNotFinite: true
        default: false
        }
    }
}
