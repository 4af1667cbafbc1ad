import Laboratory
import LinearAlgebra
import Statistics

/// Least squares with polynomials of every degree, where the true process is a polynomial itself.
public struct Regimes: Experiment {
    /// The least-squares fit that is held against the truth.
    package var fit: @Sendable (_ features: Matrix, _ targets: [Double]) throws -> [Double] = { features, targets in
        try features.gram.choleskySolve(features.transposedTimes(targets))
    }

    public init() {}

    public static let question =
        "What does a family cost that excludes the true process, matches it, or exceeds it?"

    public struct Parameters: Codable, Sendable {
        @Parameter("standard deviation of the noise on the targets", in: 1e-6...1_000) public var noise = 0.5
        @Parameter("training examples of each data set", in: 20...1_000) public var examples = 30
        @Parameter("pairs of data sets", in: 2...100_000) public var replicates = 250
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The degrees of the families, and the place among them of the truth's.
        public let degrees: [Int]
        public let match: Int
        /// For each degree one entry a pair of data sets, whose means are free of bias: the product of both fits' distances from
        /// the truth, half the square of their distance from each other, and the mean square of their distances from the truth.
        public var squaredBias: [[Double]]
        public var variance: [[Double]]
        public var error: [[Double]]

        /// For each pair the mean squared bias over the degrees beyond the truth's.
        var biasBeyond: [Double] {
            squaredBias[match].indices.map { pair in squaredBias.dropFirst(match + 1).map { $0[pair] }.mean }
        }
    }

    /// All that a pair of data sets depends on besides its number.
    private struct Setting: Codable, Sendable {
        let examples: Int
        let noise: Double
        let degrees: [Int]
    }

    /// Means over the interval, one entry a degree.
    private struct Outcome: Codable, Sendable {
        var squaredBias: [Double] = []
        var variance: [Double] = []
        var error: [Double] = []
    }

    /// The truth in Legendre polynomials of degree 0 to 4.
    private static let truth = [0.3, -0.4, 0.5, 0.6, 0.5]

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            examples: parameters.examples, noise: parameters.noise, degrees: Array(1...8))
        let outcomes = try await lab.map("pairs of data sets", replicates: parameters.replicates, of: setting) {
            [fit] setting, replicate, lab in
            var stream = lab.stream("regimes", replicate)
            return try Self.outcome(setting, fit, from: &stream)
        }
        let columns = { (part: KeyPath<Outcome, [Double]> & Sendable) in
            setting.degrees.indices.map { place in outcomes.map { $0[keyPath: part][place] } }
        }
        return Results(
            degrees: setting.degrees, match: Self.truth.count - 2, squaredBias: columns(\.squaredBias),
            variance: columns(\.variance), error: columns(\.error))
    }

    /// Two data sets of the same inputs and separate noise, each fitted in every family and looked at on a grid.
    private static func outcome(
        _ setting: Setting, _ fit: (Matrix, [Double]) throws -> [Double], from stream: inout RandomStream
    ) throws -> Outcome {
        let count = setting.examples
        let inputs = (0..<count).map { -1 + 2 * (Double($0) + stream.uniform()) / Double(count) }
        let curve = Legendre.features(inputs, truth.count - 1) * truth
        let targets = [
            curve.adding(stream.normals(count).scaled(by: setting.noise)),
            curve.adding(stream.normals(count).scaled(by: setting.noise)),
        ]
        let grid = (0..<100).map { -0.99 + 0.02 * Double($0) }
        let expected = Legendre.features(grid, truth.count - 1) * truth
        var outcome = Outcome()
        for degree in setting.degrees {
            let features = Legendre.features(inputs, degree)
            let shown = Legendre.features(grid, degree)
            let misses = try targets.map { (shown * (try fit(features, $0))).subtracting(expected) }
            let apart = misses[0].subtracting(misses[1])
            outcome.squaredBias.append(misses[0].dot(misses[1]) / Double(grid.count))
            outcome.variance.append(apart.dot(apart) / 2 / Double(grid.count))
            outcome.error.append(misses.map { $0.dot($0) }.mean / Double(grid.count))
        }
        return outcome
    }
}
