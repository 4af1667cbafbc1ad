import Laboratory
import LinearAlgebra
import LinearModels

/// One example, two weights: a loss with a whole line of minimizers, under falling weight decay.
public struct Valley: Experiment {
    public init() {}

    public static let question = "Which of many minimizers does a vanishing penalty choose?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let input: [Double]
        public let target: Double
        /// Ridge coefficients and the minimizers that gradient descent found for them.
        public let alphas: [Double]
        public let minimizers: [[Double]]
        /// The shortest of the minimizers at α = 0.
        public let shortest: [Double]

        /// J̃ = ½(xᵀw − y)² + ½α‖w‖².
        func objective(_ first: Double, _ second: Double, alpha: Double) -> Double {
            let miss = input[0] * first + input[1] * second - target
            return miss * miss / 2 + alpha / 2 * (first * first + second * second)
        }

        /// The lowest value of the objective at the coefficient number `index`.
        func lowest(at index: Int) -> Double {
            objective(minimizers[index][0], minimizers[index][1], alpha: alphas[index])
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let input = [1, 0.5]
        let target = 1.5
        let data = SquaredLoss(inputs: Matrix([input]), targets: [target])
        let alphas = [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0]
        return Results(
            input: input, target: target, alphas: alphas,
            minimizers: alphas.map { alpha in
                GradientDescent.minimize(from: [0, 0], stepSize: 0.3, until: 1e-12) { w in
                    data.gradient(at: w).adding(w.scaled(by: alpha))
                }
            },
            shortest: input.scaled(by: target / input.dot(input)))
    }
}
