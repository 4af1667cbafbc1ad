import Laboratory
import LinearAlgebra

/// Two paths through the valley of (w₁w₂ − 1)².
public struct Valley: Experiment {
    public init() {}

    public static let question = "Where does noise on the weights lead in a valley whose minima are equally good?"

    public struct Parameters: Codable, Sendable {
        @Parameter("variance of the noise on the weights", in: 0...0.1) public var variance = 0.02
        @Parameter("steps of gradient descent", in: 1...1_000_000) public var steps = 6_000
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let plain: [[Double]]
        public let noisy: [[Double]]
        /// How much noise of that variance adds to the loss where each path ends.
        public let plainRise: Double
        public let noisyRise: Double
    }

    /// Gradient descent on (w₁w₂ − 1)² from one start, without noise on the weights and with fresh noise at every step.
    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("valley")
        let path = { (variance: Double) in
            var w = [2.4, 0.15]
            var path = [w]
            for step in 1...parameters.steps {
                let seen = w.perturbed(variance: variance, from: &stream)
                let error = seen[0] * seen[1] - 1
                w = w.subtracting([2 * error * seen[1], 2 * error * seen[0]].scaled(by: 0.01))
                if step <= 40 || step % 40 == 0 { path.append(w) }
            }
            return path
        }
        let (plain, noisy) = (path(0), path(parameters.variance))
        return Results(
            plain: plain, noisy: noisy, plainRise: Self.rise(plain, parameters.variance),
            noisyRise: Self.rise(noisy, parameters.variance))
    }

    /// What noise of variance η adds to (w₁w₂ − 1)² on average: η(w₁² + w₂²) + η².
    private static func rise(_ path: [[Double]], _ eta: Double) -> Double {
        guard let end = path.last else { return .nan }
        return eta * end.dot(end) + eta * eta
    }
}
