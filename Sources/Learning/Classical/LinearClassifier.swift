import Foundation

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
    public func scores(for x: Matrix) -> Matrix { (x * weights).subtractingFromRows(intercepts.map { -$0 }) }

    /// The softmax of the scores: rows × classes.
    public func probabilities(for x: Matrix) -> Matrix { scores(for: x).rowSoftmax }

    public func predictions(for x: Matrix) -> [Int] { scores(for: x).rowMaxima }

    /// The mean over rows of −log of the probability of the row's label.
    public func meanLogLoss(_ x: Matrix, _ labels: [Int]) -> Double {
        let scores = scores(for: x)
        return labels.indices.reduce(0) { $0 + scores.row($1).logSumExp - scores[$1, labels[$1]] }
            / Double(labels.count)
    }
}

extension [Double] {
    /// log Σ exp, without overflow.
    public var logSumExp: Double {
        guard let largest = self.max(), largest.isFinite else { return self.max() ?? -.infinity }
        return largest + log(reduce(0) { $0 + exp($1 - largest) })
    }

    /// exp(x) / Σ exp(x), without overflow.
    public var softmax: [Double] {
        let largest = self.max() ?? 0
        let powers = map { exp($0 - largest) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }
}

extension Matrix {
    /// The softmax of each row.
    public var rowSoftmax: Matrix {
        Matrix(rows: rows, columns: columns, elements: (0..<rows).flatMap { row($0).softmax })
    }
}
