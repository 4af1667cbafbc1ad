import Foundation
import LinearAlgebra
import Networks
import Statistics

/// Scores of ten classes as sums of Gaussian bumps around training images, fitted to 0 and 1 by ridge regression: far from
/// every centre all scores are 0.
struct RadialBasisClassifier: AttackableModel {
    private let centres: Matrix
    private let coefficients: Matrix
    /// γ in exp(−γ‖x − c‖²).
    private let sharpness: Double

    /// - Parameter relativeSharpness: γ times the mean squared distance between centres.
    init(_ examples: Examples<Float>, classes: Int, relativeSharpness: Double, decay: Double = 1e-3) throws {
        centres = Matrix(
            rows: examples.count, columns: examples.shape.count, elements: examples.inputs.map(Double.init))
        let distances = Self.squaredDistances(centres, centres)
        sharpness = relativeSharpness / distances.elements.mean
        let gamma = sharpness
        let kernel = distances.mapped { exp(-gamma * $0) }
        let targets = Matrix(rows: examples.count, columns: classes) { examples.label($0) == $1 ? 1 : 0 }
        coefficients = try kernel.addingToDiagonal(decay).choleskySolve(targets)
    }

    private static func squaredDistances(_ a: Matrix, _ b: Matrix) -> Matrix {
        let norms = (0..<b.rows).map { row in b.row(row).dot(b.row(row)) }
        let products = a.timesTransposed(b)
        return Matrix(rows: a.rows, columns: b.rows) { row, column in
            norms[column] - 2 * products[row, column]
        }.addingToRows((0..<a.rows).map { row in a.row(row).dot(a.row(row)) })
    }

    private func kernel(_ x: Matrix) -> Matrix {
        Self.squaredDistances(x, centres).mapped { exp(-sharpness * max($0, 0)) }
    }

    private func matrix(_ inputs: [Float]) -> Matrix {
        Matrix(rows: inputs.count / centres.columns, columns: centres.columns, elements: inputs.map(Double.init))
    }

    /// The scores, cut to what a probability may be; they need not add up to 1.
    func probabilities(_ inputs: [Float]) -> [Double] {
        (kernel(matrix(inputs)) * coefficients).elements.map { min(max($0, 0), 1) }
    }

    /// The slope of half the squared distance between scores and targets.
    func slopes(_ examples: Examples<Float>) -> [Float] {
        let x = matrix(examples.inputs)
        let bumps = kernel(x)
        let scores = bumps * coefficients
        let errors = Matrix(rows: scores.rows, columns: scores.columns) { row, column in
            scores[row, column] - (examples.label(row) == column ? 1 : 0)
        }
        let pulls = errors.timesTransposed(coefficients)
        let weights = Matrix(rows: bumps.rows, columns: bumps.columns) { pulls[$0, $1] * bumps[$0, $1] }
        let sums = (0..<weights.rows).map { row in weights.row(row).reduce(0, +) }
        let toward = weights * centres
        return Matrix(rows: x.rows, columns: x.columns) { row, column in
            -2 * sharpness * (sums[row] * x[row, column] - toward[row, column])
        }.elements.map { Float($0) }
    }
}

extension Matrix {
    fileprivate func addingToRows(_ values: [Double]) -> Matrix {
        Matrix(rows: rows, columns: columns) { self[$0, $1] + values[$0] }
    }
}
