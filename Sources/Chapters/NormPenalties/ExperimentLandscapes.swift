import Learning
import Notebook

extension Landscapes {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) throws -> Landscapes {
        var stream = lab.stream("landscapes")
        let flatAndSteep = try Landscape(
            covariance: [[0.12, 0], [0, 1.6]], weights: [1.5, 1.2], alpha: parameters.alpha, beta: 0, from: &stream)
        let correlated = try Landscape(
            covariance: [[0.5, 0.35], [0.35, 1]], weights: [0.25, 1.5], alpha: parameters.comparedAlpha,
            beta: parameters.beta, from: &stream)

        let data = SquaredLoss(inputs: flatAndSteep.inputs, targets: flatAndSteep.targets)
        let lossGradient = data.gradient(at: flatAndSteep.decayed)
        let penaltyGradient = flatAndSteep.decayed.scaled(by: parameters.alpha)
        let shares = zip(flatAndSteep.decayed, flatAndSteep.optimum).map { $0 / $1 }
        let predicted = data.hessian.diagonal.map { equations.survivingShare($0, parameters.alpha) }
        return Landscapes(
            decay: flatAndSteep, lasso: correlated,
            decayFrames: frames([0, 0.1, 0.25, 0.5, 1, 2, 5], and: parameters.alpha, flatAndSteep),
            lassoFrames: frames([0, 0.15, 0.3, 0.45, 0.6, 0.9, 1.3], and: parameters.beta, correlated),
            balanceCosine: lossGradient.dot(penaltyGradient) / (lossGradient.norm * penaltyGradient.norm),
            shareError: shares.subtracting(predicted).largestMagnitude)
    }

    /// The minimizers of `landscape` under both penalties, at `coefficients` and the one that stands in print.
    private static func frames(
        _ coefficients: [Double], and printed: Double, _ landscape: Landscape
    ) -> [PenalizedMinimizers] {
        let data = SquaredLoss(inputs: landscape.inputs, targets: landscape.targets)
        return Set(coefficients + [printed]).sorted().map { coefficient in
            let step = 1 / (data.hessian.diagonal.reduce(0, +) + coefficient)
            return PenalizedMinimizers(
                coefficient: coefficient,
                decayed: GradientDescent.minimize(from: [0, 0], stepSize: step, until: 1e-12) { w in
                    data.gradient(at: w).adding(w.scaled(by: coefficient))
                },
                thresholded: ProximalDescent.minimize(data, beta: coefficient, steps: 5_000))
        }
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
