import Foundation
import LinearAlgebra

/// The quadratic objective ½(w−w*)ᵀH(w−w*) with a symmetric positive definite H.
public struct QuadraticBowl: Sendable {
    public let hessian: Matrix
    /// w*.
    public let optimum: [Double]

    public init(hessian: Matrix, optimum: [Double]) {
        precondition(
            hessian.rows == optimum.count && hessian.columns == optimum.count,
            "\(hessian.shape) for \(optimum.count) coordinates")
        self.hessian = hessian
        self.optimum = optimum
    }

    /// A bowl in a random basis whose curvatures spread evenly on a logarithmic scale; w* is standard normal.
    ///
    /// - Parameter exponents: the powers of ten between which the eigenvalues of H lie.
    /// - Throws: when the eigendecomposition of the random basis fails.
    public init(dimensions: Int, exponents: Range<Double> = -2..<1, from stream: inout RandomStream)
        throws(LearningError)
    {
        let lambdas = (0..<dimensions).map { _ in pow(10, stream.uniform(in: exponents)) }
        let random = Matrix(rows: dimensions, columns: dimensions, elements: stream.normals(dimensions * dimensions))
        let basis = try random.gram.symmetricEigen().vectors
        hessian = basis * Matrix.diagonal(lambdas) * basis.transposed
        optimum = stream.normals(dimensions)
    }

    /// H(w−w*), summed entry by entry.
    public func gradient(at w: [Double]) -> [Double] {
        precondition(w.count == optimum.count, "\(w.count) coordinates for \(optimum.count)")
        return w.indices.map { row in
            w.indices.reduce(0) { $0 + hessian[row, $1] * (w[$1] - optimum[$1]) }
        }
    }
}
