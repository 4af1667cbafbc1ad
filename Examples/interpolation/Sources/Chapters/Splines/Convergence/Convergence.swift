import Interpolants
import Laboratory

/// Splines through evenly spaced points of Runge's function.
public struct Convergence: Experiment {
    public init() {}

    public static let question = "How fast do splines converge?"

    public struct Parameters: Codable, Sendable {
        @Parameter("pieces of the coarsest spline", in: 4...64) public var pieces = 16
        @Parameter("how often the pieces are halved", in: 2...10) public var halvings = 5
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let pieces: [Int]
        /// The largest error of each.
        public var errors: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let pieces = (0...parameters.halvings).map { parameters.pieces << $0 }
        let errors = try await lab.map("splines", over: pieces) { count, _ in
            Spline(grid(count + 1).map(runge), slopes: (rungeSlope(-1), rungeSlope(1))).largestError(against: runge)
        }
        return Results(pieces: pieces, errors: errors)
    }
}
