import Foundation
import Learning
import Notebook

extension InverseMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> InverseMeasurements {
        var stream = lab.stream("inverse")
        let limit = try RidgeLimit(from: &stream, equations: equations)
        let solutions = try LeastNormErrors(parameters, from: &stream, equations: equations)
        let conditions = (1...14).map { pow(10, Double($0)) }
        let errors = try conditions.map { condition in
            try (0..<parameters.problems).map { _ in
                try SolverErrors(condition: condition, from: &stream, equations: equations)
            }
        }
        let floor = zip(limit.normalErrors, limit.alphas).min { $0.0 < $1.0 } ?? (.nan, .nan)
        let hardest = errors[11]
        return InverseMeasurements(
            alphas: limit.alphas, predicted: limit.predicted, normalErrors: limit.normalErrors,
            filteredErrors: limit.filteredErrors,
            limitError: zip(limit.normalErrors, limit.predicted).enumerated()
                .filter { limit.alphas[$0.offset] >= 0.99e-6 }
                .map { abs($0.element.0 / $0.element.1 - 1) }.max() ?? .nan,
            floor: floor.0, floorAlpha: floor.1, exactResidual: solutions.exactResidual,
            leastSquaresGradient: solutions.gradient, descentDistance: solutions.descentDistance,
            rivals: solutions.rivals, longerRivals: solutions.longerRivals, conditions: conditions,
            singularValueErrors: errors.map { $0.map(\.singularValues).median },
            normalEquationErrors: errors.map { $0.map(\.inverse).median },
            worstBySingularValues: hardest.map(\.singularValues).max() ?? .nan,
            bestByInverse: hardest.map(\.inverse).min() ?? .nan)
    }
}

/// How far ridge regression with a falling coefficient is from a pseudoinverse that is known beforehand.
private struct RidgeLimit {
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

/// X⁺y on square, tall, wide and rank-deficient problems against what defines it.
private struct LeastNormErrors {
    var exactResidual = 0.0
    var gradient = 0.0
    var descentDistance = 0.0
    var rivals = 0
    var longerRivals = 0

    init(_ parameters: Parameters, from stream: inout RandomStream, equations: Equations) throws {
        for (rows, columns, rank) in [(6, 6, 6), (12, 4, 4), (4, 10, 4), (8, 6, 3)] {
            let values = (0..<rank).map { _ in stream.uniform(in: 0.5..<2) }
            let known = try KnownMatrix(rows: rows, columns: columns, values: values, from: &stream)
            let x = known.matrix
            let y = stream.normals(rows)
            let w = try equations.pseudoinverse(x) * y
            let residual = (x * w).subtracting(y)
            if rank == rows { exactResidual = max(exactResidual, residual.largestMagnitude) }
            gradient = max(gradient, x.transposedTimes(residual).largestMagnitude)
            let origin = [Double](repeating: 0, count: columns)
            let descended = GradientDescent.minimize(from: origin, stepSize: 0.25, until: 1e-12) { w in
                x.transposedTimes((x * w).subtracting(y))
            }
            descentDistance = max(descentDistance, descended.subtracting(w).norm)
            guard rank < columns else { continue }
            for _ in 0..<parameters.problems {
                let rival = w.adding(known.nullBasis * stream.normals(columns - rank).scaled(by: 0.1))
                rivals += 1
                if rival.norm > w.norm { longerRivals += 1 }
            }
        }
    }
}

/// The relative error of the weights of a solvable problem of a given condition number, in two ways.
private struct SolverErrors {
    let singularValues: Double
    let inverse: Double

    init(condition: Double, from stream: inout RandomStream, equations: Equations) throws {
        let values = (0..<5).map { pow(condition, -Double($0) / 4) }
        let x = try KnownMatrix(rows: 20, columns: 5, values: values, from: &stream).matrix
        let truth = stream.normals(5)
        let y = x * truth
        let error = { (w: [Double]) in w.subtracting(truth).norm / truth.norm }
        singularValues = error(try equations.pseudoinverse(x) * y)
        // The inverse by its own singular values: it exists in double precision however badly conditioned XᵀX is.
        inverse = error(try x.gram.singularValues().filtered(x.transposedTimes(y)) { 1 / $0 })
    }
}

extension Matrix {
    /// The largest singular value of the difference.
    fileprivate func distance(from other: Matrix) throws -> Double {
        try (self - other).singularValues().values.first ?? 0
    }
}
