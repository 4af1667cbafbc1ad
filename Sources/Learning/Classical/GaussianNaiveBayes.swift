import Foundation

/// Naive Bayes with a Gaussian for each class and feature.
public struct GaussianNaiveBayes: Sendable, Codable, Equatable {
    /// classes × features.
    public let means: Matrix
    /// classes × features; what was added against variances of zero is included.
    public let variances: Matrix
    /// The share of each class.
    public let priors: [Double]

    /// - Parameter smoothing: the share of the largest variance of a feature that is added to all variances.
    /// - Throws: `LearningError` for a missing class, data that are not finite, or a negative smoothing.
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
        if let place = variances.elements.firstIndex(of: 0) {
            throw .outOfRange(
                setting: "Variance of feature \(place % variances.columns) in class \(place / variances.columns)",
                value: 0, allowed: "above 0; smooth more")
        }
        self.means = means
        self.variances = variances
        priors = counts.map { Double($0) / Double(data.count) }
    }

    /// log p(x, class): rows × classes.
    public func jointLogProbabilities(for x: Matrix) -> Matrix {
        Matrix(rows: x.rows, columns: priors.count) { i, k in
            (0..<x.columns).reduce(log(priors[k])) { sum, j in
                let difference = x[i, j] - means[k, j]
                let variance = variances[k, j]
                return sum - 0.5 * (log(2 * .pi * variance) + difference * difference / variance)
            }
        }
    }

    /// p(class | x): rows × classes.
    public func probabilities(for x: Matrix) -> Matrix { jointLogProbabilities(for: x).rowSoftmax }

    public func predictions(for x: Matrix) -> [Int] { jointLogProbabilities(for: x).rowMaxima }
}
