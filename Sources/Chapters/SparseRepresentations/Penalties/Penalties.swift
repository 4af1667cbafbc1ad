import Foundation
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// The penalties against what they are said to be.
public struct Penalties: Experiment {
    /// The formulas that are held against densities and layers.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Do the penalties match their definitions, and do they have their intended effects?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Coding.self, Autoencoders.self]

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Largest distance of the Student-t penalty from minus the logarithm of the density, both zero at 0.
        public var studentError: Double
        /// Largest distance of a layer's loss from equation 7.29: L¹, Student-t, divergence.
        public var absoluteLayerError: Double
        public var studentLayerError: Double
        public var divergenceLayerError: Double
        /// The divergence's second derivative at ρ over 1 / (ρ (1 − ρ)), minus 1.
        public var curvatureError: Double
        /// Hoyer's measure of codes at equal residual, and how far sigmoid units are from their target, one entry a training
        /// set.
        public var studentSparsity: [Double]
        public let squaredSparsity: [Double]
        public var targetMisses: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let coding = try lab.results(of: Coding.self)
        let h = stride(from: -4.0, through: 4, by: 0.5).map { $0 }
        let studentError = [1.0, 3, 10].map { freedom -> Double in
            let prior = StudentT(degreesOfFreedom: freedom)
            let atZero = log(prior.density(0))
            return h.map { (atZero - log(prior.density($0))) - equations.studentT($0, freedom) }.largestMagnitude
        }.largestMagnitude
        let target = 0.2
        let step = 1e-4
        let bend = [target - step, target, target + step].map { equations.divergence(target, $0) }
        return Results(
            studentError: studentError,
            absoluteLayerError: try Self.layerError(.absolute, .tanh, in: lab) { codes in
                equations.regularized(codes.loss, codes.alpha, codes.rows.map { equations.absolute($0) }.mean)
            },
            studentLayerError: try Self.layerError(.studentT, .tanh, in: lab) { codes in
                let sums = codes.rows.map { row in row.reduce(0) { $0 + equations.studentT($1, 1) } }
                return equations.regularized(codes.loss, codes.alpha, sums.mean)
            },
            divergenceLayerError: try Self.layerError(.divergence(target: target), .sigmoid, in: lab) { codes in
                let means = codes.rows[0].indices.map { unit in codes.rows.map { $0[unit] }.mean }
                let sum = means.reduce(0) { $0 + equations.divergence(target, $1) }
                return equations.regularized(codes.loss, codes.alpha, sum)
            },
            curvatureError: (bend[0] - 2 * bend[1] + bend[2]) / (step * step) * target * (1 - target) - 1,
            studentSparsity: coding.studentSparsity, squaredSparsity: coding.squaredSparsity,
            targetMisses: try lab.results(of: Autoencoders.self).sigmoidDivergence.targetMisses)
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
