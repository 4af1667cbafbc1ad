import LinearAlgebra

/// Twelve orthogonal features of random variances and random covariances with the target: whether the one or the other decides
/// whose weight shrinks more.
struct FeatureOrder {
    /// Shares of pairs that the covariance with the target, and the variance, put in the wrong order.
    let covarianceDisorder: Double
    let varianceDisorder: Double

    init(from stream: inout RandomStream) throws {
        let examples = 40
        let alpha = 16.0
        let basis = try Matrix(rows: examples, columns: examples, elements: stream.normals(examples * examples)).gram
            .symmetricEigen().vectors
        let deviations = (0..<12).map { _ in stream.uniform(in: 0.3..<2) }
        let inputs = Matrix(rows: examples, columns: 12) {
            Double(examples).squareRoot() * deviations[$1] * basis[$0, $1]
        }
        let targets = inputs * stream.normals(12)
        let moments = inputs.transposedTimes(targets)
        let ridge = try inputs.gram.addingToDiagonal(alpha).choleskySolve(moments)
        let plain = try inputs.gram.choleskySolve(moments)
        let shares = zip(ridge, plain).map { $0 / $1 }
        covarianceDisorder = Self.disorder(of: shares, by: moments.map(abs))
        varianceDisorder = Self.disorder(of: shares, by: deviations)
    }

    private static func disorder(of shares: [Double], by order: [Double]) -> Double {
        let pairs = shares.indices.flatMap { i in (0..<i).map { (i, $0) } }
        let wrong = pairs.count { i, j in (shares[i] < shares[j]) != (order[i] < order[j]) }
        return Double(wrong) / Double(pairs.count)
    }

    /// Shrink factors of four orthogonal features of variance 1 whose covariances with two targets are 1, .01, 5 and .5.
    static func factors(from stream: inout RandomStream) throws -> (
        measured: [Double], expected: Double
    ) {
        let examples = 40
        let alpha = 16.0
        let basis = try Matrix(rows: examples, columns: examples, elements: stream.normals(examples * examples)).gram
            .symmetricEigen().vectors
        let inputs = Double(examples).squareRoot() * basis.selectingColumns([0, 1])
        let measured = try [[1, 0.01], [5, 0.5]].flatMap { covariances -> [Double] in
            let targets = inputs * covariances
            let ridge = try inputs.gram.addingToDiagonal(alpha).choleskySolve(inputs.transposedTimes(targets))
            let plain = try inputs.gram.choleskySolve(inputs.transposedTimes(targets))
            return zip(ridge, plain).map { $0 / $1 }
        }
        return (measured, 1 / (1 + alpha / Double(examples)))
    }
}
