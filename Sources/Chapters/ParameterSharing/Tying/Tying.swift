import DataSets
import Laboratory
import LinearAlgebra
import Statistics

/// Pairs of linear tasks whose models are tied.
public struct Tying: Experiment {
    public init() {}

    public static let question = "For which tasks does a tie between two models help?"

    public struct Parameters: Codable, Sendable {
        @Parameter("pairs of tasks at each distance", in: 2...100_000) public var replicates = 200
        @Parameter("features", in: 1...500) public var features = 10
        @Parameter("examples of each of the two tasks, and as many again to choose $\\alpha$ on", in: 2...10_000)
        public var examples = 15
        @Parameter("variance of the noise on the targets", in: 0...1_000) public var noiseVariance = 1.0
        @Parameter("distances between the true weights of the two tasks, ascending from 0", in: 0...1_000)
        public var distances = [0, 0.5, 1, 2, 4, 8]
        @Parameter("$\\alpha$ of the tie penalty, ascending", in: 1e-9...1e9)
        public var strengths = [0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300]
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 2_000 }
        return parameters
    }

    /// Errors of pairs of linear models; rows are distances of the truths, columns pairs.
    public struct Results: Codable, Sendable {
        /// Mean excess error for each strength of the tie, one row a distance.
        public var curves: [[Double]]
        public var separate: [[Double]]
        public var pooled: [[Double]]
        /// With α chosen on validation examples.
        public var chosen: [[Double]]
    }

    private struct Outcome: Codable, Sendable {
        /// One entry a distance; in `curves` one column a strength.
        var curves: [[Double]] = []
        var separate: [Double] = []
        var pooled: [Double] = []
        var chosen: [Double] = []
    }

    /// What all pairs have in common.
    private struct Setting: Codable, Sendable {
        let features: Int
        let examples: Int
        let noiseVariance: Double
        let distances: [Double]
        let strengths: [Double]

        /// Every distance with the same inputs, noise and directions.
        func outcome(_ stream: RandomStream) throws -> Outcome {
            var outcome = Outcome()
            for distance in distances {
                var stream = stream
                let center = stream.normals(features)
                let away = stream.normals(features)
                let half = away.scaled(by: 0.5 * distance / away.norm)
                let truths = (first: center.adding(half), second: center.subtracting(half))
                func draw(_ weights: [Double]) -> RegressionData {
                    LinearFamily(weights: weights, noise: noiseVariance.squareRoot()).sample(examples, using: &stream)
                }
                let problem = TiedRegression(draw(truths.first), draw(truths.second))
                let validation = TiedRegression(draw(truths.first), draw(truths.second))
                func excess(_ first: [Double], _ second: [Double]) -> Double {
                    let misses = [first.subtracting(truths.first), second.subtracting(truths.second)]
                    return misses.reduce(0) { $0 + $1.dot($1) } / 2
                }
                let fits = try strengths.map { try problem.fit(alpha: $0) }
                let errors = fits.map { excess($0.first, $0.second) }
                let best = fits.map { validation.loss($0.first, $0.second) }.placeOfLowest
                let (first, second) = try problem.separate()
                let pooled = try problem.pooled()
                outcome.curves.append(errors)
                outcome.chosen.append(errors[best])
                outcome.separate.append(excess(first, second))
                outcome.pooled.append(excess(pooled, pooled))
            }
            return outcome
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            features: parameters.features, examples: parameters.examples, noiseVariance: parameters.noiseVariance,
            distances: parameters.distances, strengths: parameters.strengths)
        let outcomes = try await lab.map("tied regressions", replicates: parameters.replicates, of: setting) {
            try $0.outcome($2.stream("tying", $1))
        }
        let places = parameters.distances.indices
        return Results(
            curves: places.map { place in
                parameters.strengths.indices.map { strength in outcomes.map { $0.curves[place][strength] }.mean }
            },
            separate: places.map { place in outcomes.map { $0.separate[place] } },
            pooled: places.map { place in outcomes.map { $0.pooled[place] } },
            chosen: places.map { place in outcomes.map { $0.chosen[place] } })
    }
}
