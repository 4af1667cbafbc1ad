import Foundation
import LinearAlgebra
import LinearModels

/// One data set of 100 examples and 20 features of which four matter, minimized in three ways.
struct ZeroCounts: Codable, Sendable {
    /// Exact zeros among the twenty weights.
    let subgradient: Int
    let proximal: Int
    /// Between the lasso and ridge at equal training loss.
    let cosine: Double
    /// Weights that ridge keeps and the lasso drops.
    let supportDifference: Int

    static let features = 20

    init(from stream: inout RandomStream) {
        let features = ZeroCounts.features
        let inputs = Matrix(rows: 100, columns: features, elements: stream.normals(100 * features))
        let truth = [2, -1.5, 1, 0.5] + [Double](repeating: 0, count: features - 4)
        let data = SquaredLoss(inputs: inputs, targets: (inputs * truth).adding(stream.normals(100)))
        let beta = 0.25
        let lasso = ProximalDescent.minimize(data, beta: beta, steps: 800)
        let followed = ProximalDescent.subgradient(
            data, beta: beta, stepSize: 0.01, steps: 3_000, from: stream.normals(features).scaled(by: 0.1))
        let ridge = ZeroCounts.ridge(of: data, atLoss: data.loss(at: lasso))
        subgradient = followed.count { $0 == 0 }
        proximal = lasso.count { $0 == 0 }
        cosine = lasso.dot(ridge) / (lasso.norm * ridge.norm)
        supportDifference = ridge.count { $0 != 0 } - lasso.count { $0 != 0 }
    }

    /// The ridge solution whose training loss is `target`, by bisection on the logarithm of α.
    private static func ridge(of data: SquaredLoss, atLoss target: Double) -> [Double] {
        var low = -8.0
        var high = 4.0
        var w: [Double] = []
        for _ in 0..<40 {
            let alpha = exp((low + high) / 2)
            w = GradientDescent.minimize(
                from: w.isEmpty ? [Double](repeating: 0, count: data.inputs.columns) : w,
                stepSize: 1 / (3 + alpha), until: 1e-7
            ) { data.gradient(at: $0).adding($0.scaled(by: alpha)) }
            if data.loss(at: w) < target { low = log(alpha) } else { high = log(alpha) }
        }
        return w
    }
}
