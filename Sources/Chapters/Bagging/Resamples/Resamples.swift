import Foundation
import Laboratory
import LinearAlgebra

/// What bootstrap samples hold, simulated and counted out.
public struct Resamples: Experiment {
    /// The formulas that are held against counting.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How many of the examples does a bootstrap sample hold?"

    public struct Parameters: Codable, Sendable {
        @Parameter("simulated bootstrap samples of each size", in: 2...1_000_000) public var draws = 500
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let sizes: [Int]
        /// The mean share of distinct examples at each size.
        public let distinct: [Double]
        /// The standard error of that mean.
        public let standardErrors: [Double]
        /// The sampled shares at the largest size.
        public var distinctSample: Estimate
        public var repeatedSample: Estimate
        /// The formulas for these shares at the largest size.
        public let distinctExpected: Double
        public let repeatedExpected: Double
        /// Largest deviation of the three formulas from counting out all samples of up to five examples.
        public var countingError: Double
        /// The probability that a sample of three misses nothing, counted out.
        public let completeThree: Double
    }

    /// One size of data set.
    private struct Setting: Codable, Sendable {
        let size: Int
        let draws: Int
    }

    /// The shares of examples that a sample holds at all, and at least twice.
    private struct Shares: Codable, Sendable {
        let distinct: Double
        let repeated: Double

        init(of sample: [Int]) {
            var counts = [Int](repeating: 0, count: sample.count)
            for index in sample { counts[index] += 1 }
            distinct = Double(counts.count { $0 > 0 }) / Double(sample.count)
            repeated = Double(counts.count { $0 > 1 }) / Double(sample.count)
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let sizes = [1, 2, 3, 5, 7, 10, 20, 50, 100, 200]
        let settings = sizes.map { Setting(size: $0, draws: parameters.draws) }
        let samples = try await lab.map("bootstrap", over: settings) { item, lab in
            var stream = lab.stream("bootstrap", item.size)
            return (0..<item.draws).map { _ in Shares(of: stream.bootstrap(item.size)) }
        }
        let estimates = samples.map { shares in Estimate(of: shares.map(\.distinct)) }
        let largest = sizes[sizes.count - 1]
        return Results(
            sizes: sizes, distinct: estimates.map(\.mean), standardErrors: estimates.map(\.standardError),
            distinctSample: estimates[estimates.count - 1],
            repeatedSample: Estimate(of: samples[samples.count - 1].map(\.repeated)),
            distinctExpected: equations.distinctShare(largest), repeatedExpected: equations.repeatedShare(largest),
            countingError: (1...5).map { n in
                let shares = Self.countOut(n)
                return max(
                    abs(shares.distinct - equations.distinctShare(n)),
                    abs(shares.repeated - equations.repeatedShare(n)),
                    abs(shares.complete - equations.completeProbability(n)))
            }.reduce(0, max),
            completeThree: Self.countOut(3).complete)
    }

    /// The mean shares over all nⁿ samples of n examples, and the share of samples that miss nothing.
    private static func countOut(_ n: Int) -> (distinct: Double, repeated: Double, complete: Double) {
        var total = (distinct: 0.0, repeated: 0.0, complete: 0.0)
        let samples = (0..<n).reduce(1) { product, _ in product * n }
        for code in 0..<samples {
            var rest = code
            let shares = Shares(
                of: (0..<n).map { _ in
                    defer { rest /= n }
                    return rest % n
                })
            total.distinct += shares.distinct
            total.repeated += shares.repeated
            total.complete += shares.distinct == 1 ? 1 : 0
        }
        let count = Double(samples)
        return (total.distinct / count, total.repeated / count, total.complete / count)
    }
}
