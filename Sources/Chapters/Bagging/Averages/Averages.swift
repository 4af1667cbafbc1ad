import Foundation
import Laboratory
import LinearAlgebra

/// The squared error of an average of k errors with variance v and covariance c.
public struct Averages: Experiment {
    /// The formulas that are held against quadratic forms and simulated errors.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How far does averaging lower the squared error?"

    public struct Parameters: Codable, Sendable {
        @Parameter("simulated draws of the members' errors for each curve", in: 2...10_000_000) public var draws =
            20_000
        @Parameter("members of the largest simulated ensemble", in: 2...1_000) public var largestEnsemble = 12
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// One curve a correlation c/v, at v = 1.
        public var curves: [Curve]
        /// Largest deviation of the formula from the quadratic form 1ᵀΣ1/k², over all sizes and random v and c.
        public var formulaError: Double
        /// Simulated squared errors of averages of eight, one set of samples for each distribution of the errors.
        public var distributions: [Distribution]
        /// The error of the average of two independent members of variance 1 and 100.
        public var unequalAverage: Double
        /// The same over ratios of the variances.
        public var unequal: [Unequal]
        /// The share of right answers of three independent voters, each right with probability 0.4, by their majority.
        public var weakVote: Double

        private var independent: Curve? { curves.first { $0.correlation == 0 } }

        /// The slope of log error against log k for uncorrelated errors.
        var independentSlope: Double {
            guard let curve = independent else { return .nan }
            return FittedLine(through: zip(curve.sizes, curve.means).map { (log(Double($0)), log($1)) }).slope
        }

        /// The largest relative miss of the best straight line through error against k for uncorrelated errors.
        var linearMiss: Double {
            guard let curve = independent else { return .nan }
            let points = zip(curve.sizes, curve.means).map { (Double($0), $1) }
            let line = FittedLine(through: points)
            return points.map { abs(line.intercept + line.slope * $0.0 - $0.1) / $0.1 }.reduce(0, max)
        }

        /// The ratio of variances above which the average is worse than the better member, whose error is 1; the average's
        /// error is linear in it.
        var crossing: Double {
            guard let next = unequal.firstIndex(where: { $0.average > 1 }), next > 0 else { return .nan }
            let (below, above) = (unequal[next - 1], unequal[next])
            let share = (1 - below.average) / (above.average - below.average)
            return below.ratio + share * (above.ratio - below.ratio)
        }
    }

    /// Squared error against the number of members.
    public struct Curve: Codable, Sendable {
        public let correlation: Double
        public let sizes: [Int]
        public var means: [Double]
        public let standardErrors: [Double]
    }

    /// The squared error of an average of `size` errors of one distribution.
    public struct Distribution: Codable, Sendable {
        public let name: String
        public let size: Int
        public let correlation: Double
        public var squaredError: Estimate
        /// What the formula says.
        public let expected: Double
    }

    /// The error of two independent members whose variances have a given ratio, the smaller one 1.
    public struct Unequal: Codable, Sendable {
        public let ratio: Double
        /// Of their average, and of the average weighed by inverse variances.
        public var average: Double
        public var weighed: Double
    }

    /// One curve of simulated averages.
    private struct Setting: Codable, Sendable {
        let correlation: Double
        let largest: Int
        let draws: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = [0, 0.25, 0.5, 1].map {
            Setting(correlation: $0, largest: parameters.largestEnsemble, draws: parameters.draws)
        }
        let curves = try await lab.map("averages", over: settings) { item, lab in
            var stream = lab.stream("averages", Int(item.correlation * 100))
            var squares = [[Double]](repeating: [], count: item.largest)
            for _ in 0..<item.draws {
                let errors = Self.commonFactor(stream.normals(item.largest + 1), correlation: item.correlation)
                var sum = 0.0
                for (place, error) in errors.enumerated() {
                    sum += error
                    let mean = sum / Double(place + 1)
                    squares[place].append(mean * mean)
                }
            }
            let estimates = squares.map { Estimate(of: $0) }
            return Curve(
                correlation: item.correlation, sizes: Array(1...item.largest), means: estimates.map(\.mean),
                standardErrors: estimates.map(\.standardError))
        }
        var stream = lab.stream("moments")
        return Results(
            curves: curves,
            formulaError: quadraticFormError(sizes: Array(1...parameters.largestEnsemble), stream: &stream),
            distributions: distributions(draws: parameters.draws, lab: lab),
            unequalAverage: Self.quadraticForm(Matrix.diagonal([1, 100])), unequal: (0...36).map(Self.unequal),
            weakVote: Self.majority(of: 3, each: 0.4))
    }

    /// Errors of unit variance, any two with the given correlation, made from one common and k own parts.
    static func commonFactor(_ parts: [Double], correlation: Double) -> [Double] {
        parts.dropFirst().map { correlation.squareRoot() * parts[0] + (1 - correlation).squareRoot() * $0 }
    }

    /// E[(Σεᵢ/k)²] for errors of the given covariance matrix.
    static func quadraticForm(_ covariance: Matrix) -> Double {
        let k = covariance.rows
        var sum = 0.0
        for row in 0..<k { for column in 0..<k { sum += covariance[row, column] } }
        return sum / Double(k * k)
    }

    /// Two members whose variances are 1 and 10^(step/18).
    private static func unequal(_ step: Int) -> Unequal {
        let ratio = pow(10, Double(step) / 18)
        let shares = [ratio / (1 + ratio), 1 / (1 + ratio)]
        return Unequal(
            ratio: ratio, average: quadraticForm(Matrix.diagonal([1, ratio])),
            weighed: shares[0] * shares[0] + shares[1] * shares[1] * ratio)
    }

    /// How probably most of `count` independent voters are right when each is with `probability`, over all their answers.
    private static func majority(of count: Int, each probability: Double) -> Double {
        (0..<1 << count).reduce(0) { sum, answers in
            let right = answers.nonzeroBitCount
            guard 2 * right > count else { return sum }
            return sum + pow(probability, Double(right)) * pow(1 - probability, Double(count - right))
        }
    }

    /// The largest deviation of the formula, over all `sizes` and random moments, the extreme ones included.
    private func quadraticFormError(sizes: [Int], stream: inout RandomStream) -> Double {
        var worst = 0.0
        for k in sizes {
            let v = stream.uniform(in: 0.5..<3)
            let lowest = k > 1 ? -v / Double(k - 1) : 0
            for c in [lowest, 0, stream.uniform(in: 0..<v), v] {
                let covariance = Matrix(rows: k, columns: k) { $0 == $1 ? v : c }
                worst = .worse(worst, abs(equations.ensembleError(k, v, c) - Self.quadraticForm(covariance)))
            }
        }
        return worst
    }

    private func distributions(draws: Int, lab: Lab) -> [Distribution] {
        let size = 8
        let shapes: [(String, @Sendable (inout RandomStream) -> Double)] = [
            ("normal", { $0.normal() }),
            ("skewed", { -log(1 - $0.uniform()) - 1 }),
            ("two-valued", { $0.bernoulli(0.5) ? 1 : -1 }),
        ]
        return shapes.flatMap { name, draw in
            [0.0, 0.5].map { correlation in
                var stream = lab.stream("shape of " + name, Int(correlation * 100))
                let squares = (0..<draws).map { _ in
                    let parts = (0...size).map { _ in draw(&stream) }
                    let mean = Self.commonFactor(parts, correlation: correlation).reduce(0, +) / Double(size)
                    return mean * mean
                }
                return Distribution(
                    name: name, size: size, correlation: correlation, squaredError: Estimate(of: squares),
                    expected: equations.ensembleError(size, 1, correlation))
            }
        }
    }
}
