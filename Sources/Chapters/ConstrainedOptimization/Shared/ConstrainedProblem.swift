import LinearAlgebra
import LinearModels

/// A convex problem with a ball that binds, solved by the barrier method.
struct ConstrainedProblem {
    let data: SquaredLoss
    let k: Double
    let solution: BarrierMethod

    /// The ball holds a third of the squared norm of the unconstrained minimizer.
    init(dimensions: Int, from stream: inout RandomStream) throws {
        let data = SquaredLoss.random(examples: 40, dimensions: dimensions, from: &stream)
        let optimum = try data.optimum()
        try self.init(data: data, k: optimum.dot(optimum) / 6)
    }

    private init(data: SquaredLoss, k: Double) throws {
        self.data = data
        self.k = k
        solution = try BarrierMethod(data, k: k)
    }

    /// The same problem with its targets multiplied by `factor`.
    func scaled(by factor: Double) throws -> ConstrainedProblem {
        try ConstrainedProblem(
            data: SquaredLoss(inputs: data.inputs, targets: data.targets.scaled(by: factor)), k: k * factor * factor)
    }

    /// The minimizer of J + (α/2)‖w‖².
    func penalizedMinimizer(_ alpha: Double) throws -> [Double] {
        try data.hessian.addingToDiagonal(alpha).choleskySolve(
            data.inputs.transposedTimes(data.targets).scaled(by: 1 / data.examples))
    }
}
