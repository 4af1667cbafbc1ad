import Foundation
import Interpolants
import Laboratory

/// Polynomials through Chebyshev's points of three functions.
public struct Nodes: Experiment {
    public init() {}

    public static let question = "How fast do polynomials through Chebyshev's points converge?"

    public struct Parameters: Codable, Sendable {
        @Parameter("degrees of the polynomials", in: 2...400) public var degrees = [4, 8, 16, 32, 64, 128]
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public struct Degree: Codable, Sendable {
            public let degree: Int
            /// The largest errors for $1/(1 + 25x^2)$, $|x|$ and $e^x$.
            public var errors: [Double]
            /// By how much errors of the values may grow, at Chebyshev's points and at evenly spaced ones.
            public var lebesgue: [Double]
        }

        public var degrees: [Degree]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            degrees: try await lab.map("degrees", over: parameters.degrees.sorted()) { degree, _ in
                let nodes = chebyshev(degree)
                let functions: [(Double) -> Double] = [runge, { $0.magnitude }, exp]
                let even = Polynomial(through: grid(degree + 1), grid(degree + 1))
                return Results.Degree(
                    degree: degree,
                    errors: functions.map { function in
                        Polynomial(through: nodes, nodes.map(function)).largestError(against: function)
                    },
                    lebesgue: [Polynomial(through: nodes, nodes).lebesgueConstant, even.lebesgueConstant])
            })
    }
}
