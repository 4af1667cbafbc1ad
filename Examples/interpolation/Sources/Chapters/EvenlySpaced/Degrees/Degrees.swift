import Interpolants
import Laboratory

/// Polynomials through evenly spaced points of Runge's function.
public struct Degrees: Experiment {
    public init() {}

    public static let question = "Does a polynomial through more points come closer to the function?"

    public struct Parameters: Codable, Sendable {
        @Parameter("degrees of the polynomials", in: 2...60) public var degrees = [4, 8, 12, 16, 20, 28, 40]
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public struct Curve: Codable, Sendable {
            public let degree: Int
            /// At 201 places from −1 to 1.
            public var values: [Double]
            /// The largest distance from the function.
            public var error: Double
        }

        /// By degree.
        public var curves: [Curve]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(
            curves: try await lab.map("polynomials", over: parameters.degrees.sorted()) { degree, _ in
                let nodes = grid(degree + 1)
                let polynomial = Polynomial(through: nodes, nodes.map(runge))
                return Results.Curve(
                    degree: degree, values: grid(201).map(polynomial.value),
                    error: polynomial.largestError(against: runge))
            })
    }
}
