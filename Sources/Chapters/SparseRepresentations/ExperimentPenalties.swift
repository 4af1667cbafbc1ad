import Foundation
import Learning
import Notebook

extension PenaltyMeasurements {
    static func measure(in lab: Lab, equations: Equations) throws -> PenaltyMeasurements {
        let h = stride(from: -4.0, through: 4, by: 0.5).map { $0 }
        let studentError = [1.0, 3, 10].map { freedom -> Double in
            let prior = StudentT(degreesOfFreedom: freedom)
            let atZero = log(prior.density(0))
            return h.map { (atZero - log(prior.density($0))) - equations.studentT($0, freedom) }.largestMagnitude
        }.largestMagnitude
        let target = 0.2
        let step = 1e-4
        let bend = [target - step, target, target + step].map { equations.divergence(target, $0) }
        return PenaltyMeasurements(
            studentError: studentError,
            absoluteLayerError: try layerError(.absolute, .tanh, in: lab) { codes in
                equations.regularized(codes.loss, codes.alpha, codes.rows.map { equations.absolute($0) }.mean)
            },
            studentLayerError: try layerError(.studentT, .tanh, in: lab) { codes in
                let sums = codes.rows.map { row in row.reduce(0) { $0 + equations.studentT($1, 1) } }
                return equations.regularized(codes.loss, codes.alpha, sums.mean)
            },
            divergenceLayerError: try layerError(.divergence(target: target), .sigmoid, in: lab) { codes in
                let means = codes.rows[0].indices.map { unit in codes.rows.map { $0[unit] }.mean }
                let sum = means.reduce(0) { $0 + equations.divergence(target, $1) }
                return equations.regularized(codes.loss, codes.alpha, sum)
            },
            curvatureError: (bend[0] - 2 * bend[1] + bend[2]) / (step * step) * target * (1 - target) - 1)
    }

    /// What a network gives for its loss and its representations of some examples.
    private struct Codes {
        let loss: Double
        let alpha: Double
        let rows: [[Double]]
    }

    /// The loss of a small autoencoder with the penalty as a layer, minus `expected` of its codes.
    private static func layerError(
        _ kind: ActivityPenalty.Kind, _ activation: ActivationFunction, in lab: Lab,
        expected: (Codes) -> Double
    ) throws -> Double {
        let (inputs, units, count, alpha) = (5, 4, 7, 0.3)
        var stream = lab.stream("penalties")
        let examples = Examples<Double>(
            shape: .vector(inputs), inputs: stream.normals(count * inputs),
            targets: .labels(Array(repeating: 0, count: count))
        ).reconstructing
        let network = try Network(input: .vector(inputs)) {
            Dense(units: units, activation: activation)
            ActivityPenalty(kind, strength: alpha)
            Dense(units: inputs)
        }
        let parameters = network.initialParameters(stream, as: Double.self)
        let h = try Prediction(network.prefix(1), parameters.prefix(1)).outputs(examples.inputs)
        let codes = Codes(
            loss: try Prediction(network, parameters).evaluate(examples, loss: .squared).loss, alpha: alpha,
            rows: (0..<count).map { Array(h[$0 * units..<($0 + 1) * units]) })
        return try LossGradient(of: .squared, network, at: parameters, on: examples).loss - expected(codes)
    }
}

extension StudentT {
    /// The density, as the derivative of the distribution function, so that no formula for it is taken on trust.
    fileprivate func density(_ t: Double) -> Double {
        let step = 1e-3
        // Richardson's extrapolation of central differences.
        let slopes = [step, step / 2].map { (cumulative(t + $0) - cumulative(t - $0)) / (2 * $0) }
        return (4 * slopes[1] - slopes[0]) / 3
    }
}
