import DataSets
import Foundation
import LinearAlgebra
import LinearModels
import Statistics

/// Linear discriminant analysis: Gaussian classes with one common covariance, whose posterior is a linear classifier.
public struct LinearDiscriminant: Sendable, Codable, Equatable {
    /// The mean of each class: classes × features.
    public let means: Matrix
    /// The common covariance: features × features.
    public let covariance: Matrix
    /// The share of each class.
    public let priors: [Double]
    /// The classifier that follows from the three.
    public let classifier: LinearClassifier

    /// - Parameter shrinkage: how far the covariance is moved from the maximum-likelihood estimate toward a multiple of the
    ///   identity with the same trace, from 0 to 1.
    /// - Throws: `LearningError`: a missing class, data that are not finite, a shrinkage out of range, or without shrinkage
    ///   features that are dependent within the classes (see `LeastSquares.dependence`), which a little shrinkage mends.
    public init(_ data: ClassificationData, shrinkage: Double = 0) throws(LearningError) {
        guard shrinkage >= 0 && shrinkage <= 1 else {
            throw .outOfRange(setting: "Shrinkage", value: shrinkage, allowed: "from 0 to 1")
        }
        let counts = try data.labels.counts(classes: data.classes)
        try data.inputs.requireFinite("Input value")
        guard data.inputs.columns > 0 else { throw .empty(what: "features") }
        let features = data.inputs.columns
        let means = data.classMeans(counts)
        let centered = Matrix(rows: data.count, columns: features) { i, j in
            data.inputs[i, j] - means[data.labels[i], j]
        }
        try centered.requireFinite("Deviation from the class mean")
        if shrinkage == 0 {
            let rank = try LeastSquares(centered, origin: data.inputs.columnMagnitudes).rank
            guard rank == features else { throw .singular(what: "The covariance", size: features) }
        }
        let raw = (1 / Double(data.count)) * centered.gram
        let average = raw.diagonal.reduce(0, +) / Double(features)
        let covariance = ((1 - shrinkage) * raw).addingToDiagonal(shrinkage * average)
        let weights = try Cholesky(covariance).solve(means.transposed)
        let priors = counts.map { Double($0) / Double(data.count) }
        let intercepts = (0..<data.classes).map { log(priors[$0]) - 0.5 * means.row($0).dot(weights.column($0)) }
        self.means = means
        self.covariance = covariance
        self.priors = priors
        classifier = LinearClassifier(weights: weights, intercepts: intercepts)
    }
}

extension LinearDiscriminant {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let means = try container.decode(Matrix.self, forKey: .means)
        let covariance = try container.decode(Matrix.self, forKey: .covariance)
        let priors = try container.decode([Double].self, forKey: .priors)
        let classifier = try container.decode(LinearClassifier.self, forKey: .classifier)
        try decoder.check { () throws(LearningError) in
            guard !priors.isEmpty else { throw .empty(what: "classes") }
            try priors.requireShares("Priors")
            try means.requireShape(priors.count, means.columns, "means")
            try covariance.requireShape(means.columns, means.columns, "covariance")
            try classifier.weights.requireShape(means.columns, priors.count, "weights")
        }
        self.means = means
        self.covariance = covariance
        self.priors = priors
        self.classifier = classifier
    }
}

extension ClassificationData {
    /// The mean input of each class: classes × features.
    func classMeans(_ counts: [Int]) -> Matrix {
        var sums = Matrix(rows: classes, columns: inputs.columns)
        for i in 0..<count {
            for j in 0..<inputs.columns { sums[labels[i], j] += inputs[i, j] / Double(counts[labels[i]]) }
        }
        return sums
    }
}
