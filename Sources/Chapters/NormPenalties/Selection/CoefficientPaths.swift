import Foundation
import LinearAlgebra
import LinearModels

/// Ridge and lasso coefficient paths on data with known truth.
public struct CoefficientPaths: Codable, Sendable {
    public let truth: [Double]
    public let ridgeAlphas: [Double]
    /// One row of coefficients for each α.
    public let ridge: [[Double]]
    public let lassoBetas: [Double]
    public let lasso: [[Double]]

    init(_ parameters: Selection.Parameters, from stream: inout RandomStream) throws {
        let features = parameters.features
        let truth = (0..<features).map { $0 < parameters.support ? [2, -1.5, 1, -0.75][$0 % 4] : 0 }
        let inputs = Matrix(
            rows: parameters.examples, columns: features,
            elements: stream.normals(parameters.examples * features))
        let noise = stream.normals(parameters.examples).scaled(by: parameters.noise)
        let data = SquaredLoss(inputs: inputs, targets: (inputs * truth).adding(noise))
        let optimum = try data.optimum()
        let alphas = (0..<41).map { pow(10, -2 + Double($0) / 10) }
        let betas = (0..<41).map { pow(10, -2 + Double($0) / 16) }
        self.truth = truth
        ridgeAlphas = alphas
        ridge = try alphas.map { try data.hessian.addingToDiagonal($0).choleskySolve(data.hessian * optimum) }
        lassoBetas = betas
        lasso = betas.map { ProximalDescent.minimize(data, beta: $0, steps: 4_000) }
    }
}
