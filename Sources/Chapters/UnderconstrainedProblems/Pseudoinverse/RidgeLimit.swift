import Foundation
import LinearAlgebra

/// How far ridge regression with a falling coefficient is from a pseudoinverse that is known beforehand.
struct RidgeLimit {
    let alphas = (0...26).map { pow(10, -1 - Double($0) / 2) }
    var predicted: [Double] = []
    var normalErrors: [Double] = []
    var filteredErrors: [Double] = []

    init(from stream: inout RandomStream, equations: Equations) throws {
        let values = [2, 1.5, 1, 0.7]
        let smallest = 0.7
        let known = try KnownMatrix(rows: 12, columns: 6, values: values, from: &stream)
        let svd = try known.matrix.singularValues()
        for alpha in alphas {
            predicted.append(alpha / (smallest * (smallest * smallest + alpha)))
            normalErrors.append(
                try RidgeLimit.orInfinite {
                    try equations.regularizedInverse(known.matrix, alpha).distance(from: known.pseudoinverse)
                })
            let filters = svd.values.enumerated().map { $0 < svd.rank() ? $1 / ($1 * $1 + alpha) : 0 }
            let filtered = (svd.right * Matrix.diagonal(filters)).timesTransposed(svd.left)
            filteredErrors.append(try filtered.distance(from: known.pseudoinverse))
        }
    }

    /// Infinite where rounding left a matrix that is not positive definite, so that there is no solution at all.
    private static func orInfinite(_ body: () throws -> Double) throws -> Double {
        do {
            return try body()
        } catch LearningError.notPositiveDefinite {
            return .infinity
        }
    }
}

extension Matrix {
    /// The largest singular value of the difference.
    fileprivate func distance(from other: Matrix) throws -> Double {
        try (self - other).singularValues().values.first ?? 0
    }
}
