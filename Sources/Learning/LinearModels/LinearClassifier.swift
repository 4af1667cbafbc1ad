import Foundation
import LinearAlgebra

/// Scores xᵀW + b, one a class; the largest wins.
public struct LinearClassifier: Sendable, Codable, Equatable {
    /// W: features × classes.
    public let weights: Matrix
    /// b.
    public let intercepts: [Double]

    public init(weights: Matrix, intercepts: [Double]) {
        precondition(weights.columns == intercepts.count, "\(weights.columns) classes, \(intercepts.count) intercepts")
        self.weights = weights
        self.intercepts = intercepts
    }

    /// rows × classes.
    /// - Throws: `LearningError` when `x` has other features or a value is not finite.
    public func scores(for x: Matrix) throws(LearningError) -> Matrix {
        try x.requireFeatures(weights.rows, of: "the classifier")
        return uncheckedScores(x)
    }

    /// The softmax of the scores: rows × classes.
    /// - Throws: as `predictions(for:)`.
    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
        let scores = try scores(for: x)
        try scores.requireFinite("Score")
        return scores.rowSoftmax
    }

    /// The class with the largest score for each row of `x`.
    /// - Throws: `LearningError` when `x` has other features, or a value or a score is not finite.
    public func predictions(for x: Matrix) throws(LearningError) -> [Int] { try scores(for: x).decisions() }

    /// The mean over rows of −log of the probability of the row's label.
    /// - Throws: as `scores`, and for labels that disagree with the rows or are no classes.
    public func meanLogLoss(_ x: Matrix, _ labels: [Int]) throws(LearningError) -> Double {
        guard labels.count == x.rows else {
            throw .sizesDisagree(what: "Examples", x.rows, other: "labels", labels.count)
        }
        try labels.requireClasses(intercepts.count)
        let scores = try scores(for: x)
        return labels.indices.reduce(0) { $0 + scores.row($1).negativeLogSoftmax(labels[$1]) } / Double(labels.count)
    }

    func uncheckedScores(_ x: Matrix) -> Matrix { (x * weights).subtractingFromRows(intercepts.map { -$0 }) }
}

extension LinearClassifier {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try container.decode(Matrix.self, forKey: .weights)
        let intercepts = try container.decode([Double].self, forKey: .intercepts)
        try decoder.check { () throws(LearningError) in
            try weights.requireShape(weights.rows, intercepts.count, "weights")
            try intercepts.requireFinite("Intercept")
        }
        self.init(weights: weights, intercepts: intercepts)
    }
}

extension [Double] {
    /// log Σ exp, without overflow.
    public var logSumExp: Double {
        guard let largest = self.max() else { return -.infinity }
        if contains(where: \.isNaN) { return .nan }
        guard largest.isFinite else { return largest }
        return largest + log(reduce(0) { $0 + exp($1 - largest) })
    }

    /// exp(x) / Σ exp(x), without overflow.
    public var softmax: [Double] {
        let largest = self.max() ?? 0
        let powers = map { exp($0 - largest) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }

    /// log Σ exp less entry `k`. The largest entry is subtracted first, so that far from 0 no digits are lost.
    func negativeLogSoftmax(_ k: Int) -> Double {
        let largest = self[placeOfHighest]
        return log(reduce(0) { $0 + exp($1 - largest) }) + (largest - self[k])
    }
}

extension Matrix {
    /// The softmax of each row.
    public var rowSoftmax: Matrix {
        Matrix(rows: rows, columns: columns, elements: (0..<rows).flatMap { row($0).softmax })
    }
}
