import Interpolants
import Laboratory

/// What small errors of the values do to a polynomial and to a spline.
public struct Noise: Experiment {
    public init() {}

    public static let question = "What becomes of small errors in the values?"

    public struct Parameters: Codable, Sendable {
        @Parameter("points", in: 5...40) public var points = 21
        @Parameter("the largest error of a value", in: 1e-6...0.1) public var size = 1e-3
        @Parameter("sets of errors", in: 2...1000) public var replicates = 50
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    /// The largest change of a curve, in units of the largest error.
    public struct Results: Codable, Sendable {
        public var polynomial: [Double]
        public var spline: [Double]
    }

    private struct Setting: Codable, Sendable {
        let points: Int
        let size: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(points: parameters.points, size: parameters.size)
        let changes = try await lab.map("errors", replicates: parameters.replicates, of: setting) {
            setting, replicate, lab in
            var stream = lab.stream("errors", replicate)
            let nodes = grid(setting.points)
            let errors = nodes.map { _ in setting.size * (2 * stream.uniform() - 1) }
            // Both depend linearly on the values, so the curve through the errors is the change.
            let polynomial = Polynomial(through: nodes, errors).largestError { _ in 0 }
            let spline = Spline(errors, slopes: (0, 0)).largestError { _ in 0 }
            return [polynomial / setting.size, spline / setting.size]
        }
        return Results(polynomial: changes.map { $0[0] }, spline: changes.map { $0[1] })
    }
}
