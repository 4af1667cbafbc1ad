import Foundation
import Learning
import Notebook

/// Two weights trained by gradient descent and by weight decay: the counterpart of Figure 7.4.
public struct Trajectory: Codable, Sendable {
    public let inputs: Matrix
    public let targets: [Double]
    public let optimum: [Double]
    /// The weights after each step, from the origin on.
    public let steps: [[Double]]
    /// The step at which training stops early.
    public let stoppedAt: Int
    public let eta: Double
    /// Solutions of weight decay, from strong to none.
    public let decayPath: [[Double]]
    /// The solution for α = 1/(ητ).
    public let decayed: [Double]
    /// The largest distance of any step from the path of weight decay.
    public var largestDistance: Double

    /// The mean squared error at (w₁, w₂).
    public func loss(_ first: Double, _ second: Double) -> Double {
        SquaredLoss(inputs: inputs, targets: targets).loss(at: [first, second])
    }

    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> Trajectory {
        var stream = lab.stream("trajectory")
        let examples = 60
        let inputs = Matrix(rows: examples, columns: 2) { _, column in stream.normal() * (column == 0 ? 0.45 : 1.3) }
        let targets = (inputs * [1.6, 1.1]).adding(stream.normals(examples).scaled(by: 0.3))
        let data = SquaredLoss(inputs: inputs, targets: targets)
        let optimum = try data.optimum()
        let eta = 0.1
        var steps = [[0.0, 0.0]]
        for _ in 0..<400 {
            let w = steps[steps.count - 1]
            steps.append(w.subtracting(data.gradient(at: w).scaled(by: eta)))
        }
        let decayed = { (alpha: Double) in
            try data.hessian.addingToDiagonal(alpha).choleskySolve(data.hessian * optimum)
        }
        let path = try (0...600).map { try decayed(pow(10, 3 - Double($0) / 100)) }
        let stoppedAt = parameters.stoppedAt
        return Trajectory(
            inputs: inputs, targets: targets, optimum: optimum, steps: steps, stoppedAt: stoppedAt, eta: eta,
            decayPath: path, decayed: try decayed(equations.equivalentDecay(Double(stoppedAt), eta)),
            largestDistance: steps.map { step in path.map { $0.subtracting(step).norm }.min() ?? .nan }.max() ?? .nan)
    }
}
