import Foundation

/// Softmax (multinomial logistic) regression with weight decay, by L-BFGS.
///
/// Minimizes −Σ log p(label) + ½ α ‖W‖² (`.sum`), or the same with the loss divided by the number of examples (`.mean`).
/// Intercepts are not penalized; they are fixed by adding up to zero.
public struct SoftmaxRegression: Sendable {
    /// α, at least 0. With 0 the weights are not unique, and those found depend on the start at zero.
    public var penalty: Double
    public var scale: LossScale
    public var optimizer: LBFGS

    public init(penalty: Double, scale: LossScale = .mean, optimizer: LBFGS = LBFGS(tolerance: 1e-8)) {
        self.penalty = penalty
        self.scale = scale
        self.optimizer = optimizer
    }

    /// The minimizer.
    /// - Throws: `LearningError`: empty data, values that are not finite, a class without an example, a negative
    ///   penalty, or `notConverged`.
    public func fit(_ data: ClassificationData) throws(LearningError) -> LinearClassifier {
        try requirePenalty(penalty)
        guard data.count > 0 else { throw .empty(what: "examples") }
        _ = try data.labels.counts(classes: data.classes)
        try data.inputs.requireFinite("Input value")
        let x = data.inputs
        let (features, classes) = (x.columns, data.classes)
        let share = 1 / Double(data.count)
        let decay = penalty * scale.penaltyFactor(rows: data.count) * share
        let minimum = try optimizer.minimize(from: Array(repeating: 0, count: (features + 1) * classes)) { point in
            let model = SoftmaxRegression.classifier(point, features: features, classes: classes)
            var errors = model.scores(for: x)
            let loss = errors.softmaxLoss(data.labels)
            let gradient = x.transposedTimes(errors)
            var result: [Double] = []
            result.reserveCapacity(point.count)
            for (g, w) in zip(gradient.elements, model.weights.elements) { result.append(share * g + decay * w) }
            result += errors.transposedTimes(Array(repeating: share, count: data.count))
            let norm = model.weights.elements.dot(model.weights.elements)
            return (share * loss + 0.5 * decay * norm, result)
        }
        return SoftmaxRegression.classifier(minimum.point, features: features, classes: classes)
    }

    private static func classifier(_ point: [Double], features: Int, classes: Int) -> LinearClassifier {
        LinearClassifier(
            weights: Matrix(rows: features, columns: classes, elements: Array(point[..<(features * classes)])),
            intercepts: Array(point[(features * classes)...]))
    }
}

extension Matrix {
    /// Turns scores into probabilities less the label's indicator, row by row, and gives the summed −log p(label).
    fileprivate mutating func softmaxLoss(_ labels: [Int]) -> Double {
        let columns = columns
        var loss = 0.0
        withUnsafeMutableElements { entries in
            for (i, label) in labels.enumerated() {
                let row = i * columns..<(i + 1) * columns
                var largest = -Double.infinity
                for place in row { largest = max(largest, entries[place]) }
                let target = entries[row.lowerBound + label]
                var total = 0.0
                for place in row {
                    entries[place] = exp(entries[place] - largest)
                    total += entries[place]
                }
                for place in row { entries[place] /= total }
                entries[row.lowerBound + label] -= 1
                loss += largest + log(total) - target
            }
        }
        return loss
    }
}
