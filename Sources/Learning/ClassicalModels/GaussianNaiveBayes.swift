import DataSets
import Foundation
import LinearAlgebra
import LinearModels

/// Naive Bayes with a Gaussian for each class and feature.
public struct GaussianNaiveBayes: Sendable, Codable, Equatable {
    /// classes × features.
    public let means: Matrix
    /// classes × features; what was added against variances of zero is included.
    public let variances: Matrix
    /// The share of each class.
    public let priors: [Double]

    /// - Parameter smoothing: the share of the largest variance of a feature that is added to all variances.
    /// - Throws: `LearningError` for a missing class, data that are not finite, a negative smoothing, or variances too small
    ///   or too large for `Double`.
    public init(_ data: ClassificationData, smoothing: Double = 1e-9) throws(LearningError) {
        try requirePenalty(smoothing, "Smoothing")
        let counts = try data.labels.counts(classes: data.classes)
        let scale = try Standardizer(fitting: data.inputs)
        let means = data.classMeans(counts)
        let overall = data.inputs.subtractingFromRows(scale.means).mapped { $0 * $0 }
            .transposedTimes(Array(repeating: 1 / Double(data.count), count: data.count))
        let extra = smoothing * overall.largestMagnitude
        var variances = Matrix(rows: data.classes, columns: data.inputs.columns, repeating: extra)
        for i in 0..<data.count {
            let label = data.labels[i]
            for j in 0..<data.inputs.columns {
                let difference = data.inputs[i, j] - means[label, j]
                variances[label, j] += difference * difference / Double(counts[label])
            }
        }
        try variances.requireVariances()
        self.means = means
        self.variances = variances
        priors = counts.map { Double($0) / Double(data.count) }
    }

    /// log p(x, class): rows × classes.
    /// - Throws: `LearningError` when `x` has other features or a value is not finite.
    public func jointLogProbabilities(for x: Matrix) throws(LearningError) -> Matrix {
        try x.requireFeatures(means.columns, of: "the classes")
        return Matrix(rows: x.rows, columns: priors.count) { i, k in
            (0..<x.columns).reduce(log(priors[k])) { sum, j in
                let difference = x[i, j] - means[k, j]
                let variance = variances[k, j]
                return sum - 0.5 * (log(2 * .pi * variance) + difference * difference / variance)
            }
        }
    }

    /// p(class | x): rows × classes.
    /// - Throws: as `predictions(for:)`.
    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
        let joint = try jointLogProbabilities(for: x)
        try joint.requireFinite("Score")
        return joint.rowSoftmax
    }

    /// The most probable class of each row of `x`.
    /// - Throws: `LearningError` when `x` has other features, or a value or a class's logarithm is not finite.
    public func predictions(for x: Matrix) throws(LearningError) -> [Int] {
        try jointLogProbabilities(for: x).decisions()
    }
}

extension GaussianNaiveBayes {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let means = try container.decode(Matrix.self, forKey: .means)
        let variances = try container.decode(Matrix.self, forKey: .variances)
        let priors = try container.decode([Double].self, forKey: .priors)
        try decoder.check { () throws(LearningError) in
            guard !priors.isEmpty else { throw .empty(what: "classes") }
            try priors.requireShares("Priors")
            try means.requireShape(priors.count, means.columns, "means")
            try variances.requireShape(priors.count, means.columns, "variances")
            try variances.requireVariances()
        }
        self.means = means
        self.variances = variances
        self.priors = priors
    }
}

extension Matrix {
    /// - Throws: `LearningError.outOfRange` for a variance that rounds to nothing, `notFinite` for one that overflows.
    fileprivate func requireVariances() throws(LearningError) {
        // Below, squares have lost digits to underflow.
        let smallest = 0x1p-970
        for (place, variance) in elements.enumerated() {
            let (k, j) = (place / columns, place % columns)
            guard variance.isFinite else {
                throw .notFinite(what: "Variance in class \(k) of feature", index: j, value: variance)
            }
            guard variance >= smallest else {
                throw .outOfRange(
                    setting: "Variance of feature \(j) in class \(k)", value: variance,
                    allowed: variance == 0 ? "above 0; smooth more" : "at least \(smallest); scale the feature")
            }
        }
    }
}
