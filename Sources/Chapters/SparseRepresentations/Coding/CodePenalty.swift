import ClassicalModels
import Foundation
import LinearAlgebra
import Statistics

/// A penalty on codes, and how codes under it are found for a fixed dictionary.
enum CodePenalty: CaseIterable {
    case absolute, studentT, squared

    /// The minimizers of ½ ‖x − Dh‖² + αΩ(h) for each row x of `signals`; under the Student-t penalty, which is not
    /// convex, where gradient descent from zero ends.
    func codes(for signals: Matrix, _ coding: SparseCoding, alpha: Double, steps: Int) throws -> Matrix {
        switch self {
        case .absolute: return try coding.codes(for: signals, penalty: alpha, steps: steps)
        case .squared:
            let precision = coding.dictionary.gram.addingToDiagonal(2 * alpha)
            return try precision.choleskySolve((signals * coding.dictionary).transposed).transposed
        case .studentT:
            let gram = coding.dictionary.gram
            let target = signals * coding.dictionary
            let step = 1 / ((try gram.symmetricEigen().values.last ?? 1) + 2 * alpha)
            var codes = Matrix(rows: signals.rows, columns: coding.dictionary.columns)
            for _ in 0..<steps {
                let slope = codes * gram - target + (2 * alpha) * codes.mapped { $0 / (1 + $0 * $0) }
                codes = codes - step * slope
            }
            return codes
        }
    }

    /// The codes whose α leaves over the share `residual` of the signals' energy, by bisection.
    func codes(leaving residual: Double, of signals: Matrix, _ coding: SparseCoding, steps: Int) throws -> Matrix {
        var low = log(1e-4)
        var high = log(1e2)
        for _ in 0..<14 {
            let middle = 0.5 * (low + high)
            let codes = try codes(for: signals, coding, alpha: exp(middle), steps: steps)
            if codes.residual(of: signals, coding.dictionary) < residual { low = middle } else { high = middle }
        }
        return try codes(for: signals, coding, alpha: exp(0.5 * (low + high)), steps: steps)
    }
}

extension Matrix {
    /// The share of the signals' energy that these codes leave over.
    func residual(of signals: Matrix, _ dictionary: Matrix) -> Double {
        let left = (signals - timesTransposed(dictionary)).frobeniusNorm / signals.frobeniusNorm
        return left * left
    }

    /// The mean over rows of Hoyer's measure (√n − ‖h‖₁/‖h‖₂) / (√n − 1): 0 for equal entries, 1 for a single one.
    var meanHoyerSparsity: Double {
        let root = Double(columns).squareRoot()
        return (0..<rows).map { index in
            let row = row(index)
            return (root - row.sumOfMagnitudes / max(row.norm, 1e-12)) / (root - 1)
        }.mean
    }

    /// The share of entries that are exactly zero.
    var zeroShare: Double { Double(elements.count { $0 == 0 }) / Double(elements.count) }
}
