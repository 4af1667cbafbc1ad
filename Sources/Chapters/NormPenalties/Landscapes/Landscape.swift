import LinearAlgebra
import LinearModels

/// Two features, their targets, and where the loss of a linear model on them is lowest with and without a penalty.
public struct Landscape: Codable, Sendable {
    public let inputs: Matrix
    public let targets: [Double]
    /// The unpenalized optimum w*.
    public let optimum: [Double]
    /// The optimum under weight decay, found by gradient descent.
    public let decayed: [Double]
    /// The optimum under the L1 penalty, found by coordinate searches; equal to `decayed` where none was asked for.
    public let thresholded: [Double]

    /// The mean squared error ½‖Xw−y‖²/m at (w₁, w₂).
    public func loss(_ first: Double, _ second: Double) -> Double {
        SquaredLoss(inputs: inputs, targets: targets).loss(at: [first, second])
    }
}

extension Landscape {
    /// Sixty examples whose features have exactly the given second moments, with targets that vary by a little noise.
    init(
        covariance: [[Double]], weights: [Double], alpha: Double, beta: Double, from stream: inout RandomStream
    ) throws {
        let examples = 60
        let raw = Matrix(rows: examples, columns: 2, elements: stream.normals(2 * examples))
        let whitened = try raw * Cholesky((1 / Double(examples)) * raw.gram).inverseTransposedLower
        let inputs = whitened * (try Cholesky(Matrix(covariance))).lower.transposed
        let targets = (inputs * weights).adding(stream.normals(examples).scaled(by: 0.3))
        let data = SquaredLoss(inputs: inputs, targets: targets)
        let step = 1 / (covariance[0][0] + covariance[1][1] + alpha)
        self.init(
            inputs: inputs, targets: targets, optimum: try data.optimum(),
            decayed: GradientDescent.minimize(from: [0, 0], stepSize: step, until: 1e-14) { w in
                data.gradient(at: w).adding(w.scaled(by: alpha))
            },
            thresholded: ProximalDescent.minimize(data, beta: beta, steps: 20_000))
    }
}

extension Cholesky {
    /// L⁻ᵀ of A = LLᵀ: it turns features of second moment A into uncorrelated ones.
    fileprivate var inverseTransposedLower: Matrix { inverse * lower }
}
