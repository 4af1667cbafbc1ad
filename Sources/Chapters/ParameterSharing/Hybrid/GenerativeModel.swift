import DataSets
import Foundation
import LinearAlgebra
import LinearModels
import Statistics

/// Gaussian classes with a common covariance, fitted to labelled and unlabelled points by expectation–maximization.
struct GenerativeModel {
    private(set) var classifier: LinearClassifier

    // snippet.generative
    /// Labelled points belong to their class; the others to each class as far as the model so far says.
    init(_ labelled: ClassificationData, unlabelled: Matrix, steps: Int) throws {
        let known = Matrix(rows: labelled.count, columns: labelled.classes) { labelled.labels[$0] == $1 ? 1 : 0 }
        let ground = unlabelled.scatter / Double(unlabelled.rows)
        classifier = try GenerativeModel.maximize(labelled.inputs, known, ground: ground)
        let all = Matrix(
            rows: labelled.count + unlabelled.rows, columns: unlabelled.columns,
            elements: labelled.inputs.elements + unlabelled.elements)
        for _ in 0..<steps {
            let guessed = try classifier.probabilities(for: unlabelled)
            let shares = Matrix(
                rows: all.rows, columns: known.columns, elements: known.elements + guessed.elements)
            classifier = try GenerativeModel.maximize(all, shares, ground: ground)
        }
    }
    // snippet.end

    /// The classifier of the means, priors and covariance that fit points with these shares of classes; ten points'
    /// worth of the variance of all points keeps the covariance regular where points are few.
    private static func maximize(_ x: Matrix, _ shares: Matrix, ground: Double) throws -> LinearClassifier {
        let weights = shares.transposedTimes(Array(repeating: 1, count: x.rows)).map { $0 + 0.1 }
        let means = shares.transposedTimes(x).scalingRows(by: weights.map { 1 / $0 })
        // Σ shares (x − μ)(x − μ)ᵀ, where shares of each point add up to one.
        let fitted = shares * means
        let cross = x.transposedTimes(fitted)
        let between = means.transposedTimes(means.scalingRows(by: weights))
        let within = x.gram - cross - cross.transposed + between
        let covariance = (1 / Double(x.rows + 10)) * within.addingToDiagonal(10 * ground)
        let slopes = try Cholesky(covariance).solve(means.transposed)
        let total = weights.reduce(0, +)
        let intercepts = weights.indices.map { log(weights[$0] / total) - 0.5 * means.row($0).dot(slopes.column($0)) }
        return LinearClassifier(weights: slopes, intercepts: intercepts)
    }
}

extension Matrix {
    /// The mean variance of a column, times the number of rows; columns have mean zero.
    fileprivate var scatter: Double { gram.diagonal.mean }
}
