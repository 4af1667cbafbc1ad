import Foundation
import LinearAlgebra

/// A Bayesian network with two hidden layers of infinitely many rectifiers and normal priors on all weights: a Gaussian
/// process (Neal 1996) with the arc-cosine kernel (Cho and Saul 2009), fitted to 0 and 1.
package struct InfiniteNetwork {
    private let inputs: Matrix
    private let coefficients: Matrix

    package init(_ inputs: Matrix, _ labels: [Int], classes: Int, noise: Double) throws {
        self.inputs = inputs
        let kernel = Self.kernel(inputs, inputs).addingToDiagonal(noise)
        let targets = Matrix(rows: inputs.rows, columns: classes) {
            (labels[$0] == $1 ? 1 : 0) - 1 / Double(classes)
        }
        coefficients = try kernel.choleskySolve(targets)
    }

    /// The posterior mean of each class's output: rows × classes.
    package func scores(_ x: Matrix) -> Matrix { Self.kernel(x, inputs) * coefficients }

    /// Covariances of the outputs for each row of `a` and of `b`; the weights' variances keep those of the layers.
    private static func kernel(_ a: Matrix, _ b: Matrix) -> Matrix {
        let (first, second) = (norms(a), norms(b))
        let products = a.timesTransposed(b)
        return Matrix(rows: a.rows, columns: b.rows) { row, column in
            let size = (first[row] * second[column]).squareRoot()
            var cosine = products[row, column] / size
            for _ in 0..<2 {
                let angle = acos(min(max(cosine, -1), 1))
                cosine = (sin(angle) + (.pi - angle) * cos(angle)) / .pi
            }
            return cosine
        }
    }

    private static func norms(_ x: Matrix) -> [Double] { (0..<x.rows).map { x.row($0).dot(x.row($0)) } }
}
