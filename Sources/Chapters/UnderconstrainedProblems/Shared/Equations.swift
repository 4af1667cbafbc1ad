import Foundation
import LinearAlgebra

/// The section's formulas, each as a value, so that a check can be shown to fail with another in its place.
public struct Equations: Sendable {
    /// The matrix that is inverted instead of XᵀX.
    public var regularizedGram: @Sendable (_ inputs: Matrix, _ alpha: Double) -> Matrix
    /// What stands behind the limit that defines the pseudoinverse: (XᵀX + αI)⁻¹Xᵀ.
    public var regularizedInverse: @Sendable (_ inputs: Matrix, _ alpha: Double) throws -> Matrix
    /// The pseudoinverse X⁺, by the singular value decomposition.
    public var pseudoinverse: @Sendable (_ inputs: Matrix) throws -> Matrix
    /// How steeply the log-likelihood of one example rises with its margin.
    public var marginSlope: @Sendable (_ margin: Double) -> Double
    /// The slope of the likelihood at which weight decay stops the growth of ‖w‖.
    public var balancedSlope: @Sendable (_ alpha: Double, _ norm: Double) -> Double

    // snippet.underconstrained-equations
    public static let chapter = Equations(
        regularizedGram: { inputs, alpha in inputs.gram.addingToDiagonal(alpha) },
        regularizedInverse: { inputs, alpha in
            try inputs.gram.addingToDiagonal(alpha).choleskySolve(inputs.transposed)
        },
        pseudoinverse: { inputs in
            let svd = try inputs.singularValues()
            let rank = svd.rank()
            let inverses = svd.values.enumerated().map { $0 < rank ? 1 / $1 : 0 }
            return svd.right * Matrix.diagonal(inverses) * svd.left.transposed
        },
        marginSlope: { margin in 1 / (1 + exp(margin)) },
        balancedSlope: { alpha, norm in alpha * norm })
    // snippet.end
}
