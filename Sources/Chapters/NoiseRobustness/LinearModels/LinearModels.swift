import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// The linear special cases.
public struct LinearModels: Experiment {
    /// The formulas that are held against averages over the noise.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "What does noise amount to for a linear model?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Input noise: J̃ − J minus ν‖w‖², at small and large ν.
        public var penaltyError: Double
        /// The minimizer of the noisy objective on m examples minus ridge regression with mνI.
        public var ridgeError: Double
        /// The same penalty for a linear network of two layers, minus ν‖W₂W₁‖².
        public var deepError: Double
        /// Two equal functions with rescaled layers: ratio of the noise's penalties, ratio of the layers' weight decay.
        public var rescaledPenalty: Double
        public let rescaledDecay: Double
        /// Weight noise: J̃ − J minus ηE‖x‖², and its largest derivative by a weight.
        public var weightPenaltyError: Double
        public var weightGradient: Double
        /// With noise on the offset too: J̃ − J minus η(E‖x‖² + 1).
        public var offsetError: Double
        public let weightPenalty: Double
        public let offsetPenalty: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("linear")
        let quadrature = try GaussianQuadrature(points: 4)
        let data = SquaredLoss.random(examples: 20, dimensions: 3, from: &stream)
        let deep = DeepLinear(from: &stream)
        let offset = Self.offsetNoise(data, quadrature, from: &stream, equations: equations)
        return Results(
            penaltyError: Self.penaltyError(data, quadrature, from: &stream, equations: equations),
            ridgeError: try Self.ridgeError(data, quadrature, equations: equations),
            deepError: deep.effect(quadrature, equations) - equations.linearInputPenalty(1, deep.product),
            rescaledPenalty: deep.rescaled(by: 3).effect(quadrature, equations) / deep.effect(quadrature, equations),
            rescaledDecay: deep.rescaled(by: 3).decay / deep.decay,
            weightPenaltyError: offset.error, weightGradient: offset.gradient, offsetError: offset.offsetError,
            weightPenalty: offset.penalty, offsetPenalty: offset.offsetPenalty)
    }

    private static func mean(_ data: SquaredLoss, _ body: ([Double], Double) -> Double) -> Double {
        data.targets.indices.reduce(0) { $0 + body(data.inputs.row($1), data.targets[$1]) } / data.examples
    }

    /// J̃ − J for ŷ = wᵀx under input noise, minus the penalty, relative.
    private static func penaltyError(
        _ data: SquaredLoss, _ quadrature: GaussianQuadrature, from stream: inout RandomStream, equations: Equations
    ) -> Double {
        var worst = 0.0
        for nu in [0.01, 1, 100] {
            let w = stream.normals(3)
            let plain = mean(data) { x, y in equations.cost(w.dot(x), y) }
            let noisy = quadrature.mean(3, variance: nu) { noise in
                mean(data) { x, y in equations.cost(w.dot(x.adding(noise)), y) }
            }
            worst = .worse(worst, abs(noisy - plain - equations.linearInputPenalty(nu, w)) / noisy)
        }
        return worst
    }

    /// The distance of ridge regression with mνI from the minimizer that gradient descent finds for noisy inputs.
    private static func ridgeError(
        _ data: SquaredLoss, _ quadrature: GaussianQuadrature, equations: Equations
    ) throws -> Double {
        let nu = 0.4
        let found = GradientDescent.minimize(from: [0, 0, 0], stepSize: 0.1, until: 1e-12, atMost: 2_000) { w in
            w.indices.map { index in
                quadrature.mean(3, variance: nu) { noise in
                    mean(data) { x, y in
                        let seen = x.adding(noise)
                        return 2 * (w.dot(seen) - y) * seen[index]
                    }
                }
            }
        }
        let ridge = try data.inputs.gram.addingToDiagonal(data.examples * nu)
            .choleskySolve(data.inputs.transposedTimes(data.targets))
        return found.subtracting(ridge).norm
    }

    /// Noise on the weights of ŷ = wᵀx + b, with b spared and with b included, at several w and b.
    private static func offsetNoise(
        _ data: SquaredLoss, _ quadrature: GaussianQuadrature, from stream: inout RandomStream, equations: Equations
    ) -> (error: Double, gradient: Double, offsetError: Double, penalty: Double, offsetPenalty: Double) {
        let eta = 0.1
        let meanSquare = mean(data) { x, _ in x.dot(x) }
        let effect = { (w: [Double], axes: Int) in
            quadrature.mean(axes, variance: eta) { noise in
                mean(data) { x, y in
                    equations.cost(w.adding(noise + (axes == 3 ? [0] : [])).dot(x + [1]), y)
                }
            } - mean(data) { x, y in equations.cost(w.dot(x + [1]), y) }
        }
        var (error, gradient, offsetError) = (0.0, 0.0, 0.0)
        for _ in 0..<5 {
            let w = stream.normals(4)
            error = .worse(error, abs(effect(w, 3) - equations.linearWeightPenalty(eta, meanSquare)))
            offsetError = .worse(
                offsetError, abs(effect(w, 4) - equations.linearWeightPenalty(eta, meanSquare + 1)))
            for index in w.indices {
                var moved = w
                moved[index] += 1
                gradient = .worse(gradient, abs(effect(moved, 3) - effect(w, 3)))
            }
        }
        let w = stream.normals(4)
        return (error, gradient, offsetError, effect(w, 3), effect(w, 4))
    }
}
