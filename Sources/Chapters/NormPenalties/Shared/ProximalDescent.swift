import LinearAlgebra
import LinearModels

/// Gradient descent for a squared error under an L1 penalty, in two ways.
enum ProximalDescent {
    /// Each gradient step is followed by the proximal step of the penalty, which may stop at exactly zero.
    static func minimize(_ data: SquaredLoss, beta: Double, steps: Int) -> [Double] {
        let step = 1 / data.hessian.diagonal.reduce(0, +)
        var w = [Double](repeating: 0, count: data.inputs.columns)
        for _ in 0..<steps {
            let moved = w.subtracting(data.gradient(at: w).scaled(by: step))
            w = moved.map { $0 > step * beta ? $0 - step * beta : $0 < -step * beta ? $0 + step * beta : 0 }
        }
        return w
    }

    /// Each step follows the (sub)gradient of equation 7.10 with the sign of the weights.
    static func subgradient(_ data: SquaredLoss, beta: Double, stepSize: Double, steps: Int, from start: [Double])
        -> [Double]
    {
        var w = start
        for _ in 0..<steps {
            let slope = Equations.chapter.lassoGradient(w, beta, data.gradient(at: w))
            w = w.subtracting(slope.scaled(by: stepSize))
        }
        return w
    }
}
