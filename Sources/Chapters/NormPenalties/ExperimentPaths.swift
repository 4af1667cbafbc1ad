import Foundation
import Learning
import Notebook

extension PathMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) throws -> PathMeasurements {
        var stream = lab.stream("paths")
        let features = parameters.pathFeatures
        let truth = (0..<features).map { $0 < parameters.pathSupport ? [2, -1.5, 1, -0.75][$0 % 4] : 0 }
        let inputs = Matrix(
            rows: parameters.pathExamples, columns: features,
            elements: stream.normals(parameters.pathExamples * features))
        let noise = stream.normals(parameters.pathExamples).scaled(by: parameters.pathNoise)
        let data = SquaredLoss(inputs: inputs, targets: (inputs * truth).adding(noise))
        let optimum = try data.optimum()
        let alphas = (0..<41).map { pow(10, -2 + Double($0) / 10) }
        let betas = (0..<41).map { pow(10, -2 + Double($0) / 16) }
        return PathMeasurements(
            truth: truth, ridgeAlphas: alphas,
            ridge: try alphas.map { try data.hessian.addingToDiagonal($0).choleskySolve(data.hessian * optimum) },
            lassoBetas: betas, lasso: betas.map { ProximalDescent.minimize(data, beta: $0, steps: 4_000) })
    }
}
