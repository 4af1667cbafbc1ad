import Foundation
import Laboratory

/// Training in single precision at rising learning rates, without and with a bound on each unit's incoming weights.
public struct Rates: Experiment {
    public init() {}

    public static let question = "Does reprojection keep training finite at high learning rates?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 12
        @Parameter("the bound on the length of a unit's incoming weights", in: 1e-3...1_000) public var radius = 1.0
        @Parameter("of training at each rate", in: 2...1_000_000, unit: "steps") public var steps = 150
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { (parameters.replicates, parameters.steps) = (40, 1_000) }
        return parameters
    }

    /// One entry a data set.
    public struct Results: Codable, Sendable {
        public let rates: [Double]
        /// For each data set and rate: steps until the loss was no longer a number, or the steps of the whole run.
        public var plainSteps: [[Int]]
        public var projectedSteps: [[Int]]
        /// Test errors; the share of the most frequent class's complement where the run broke off.
        public let plainErrors: [[Double]]
        public var projectedErrors: [[Double]]
        /// Test errors with the bound at the shown rate when it does not fall.
        public let constantErrors: [Double]
        /// The length of all weights before each step at the shown rate, up to where it is no longer a number.
        public let plainNorms: [Double]
        public let projectedNorms: [Double]

        /// The place of the largest rate up to which every run lasted to its end; 0 if none did.
        func stablePlace(_ lasted: [Int], of steps: Int) -> Int {
            max(0, (lasted.firstIndex { $0 < steps } ?? lasted.count) - 1)
        }

        /// The logarithm of that rate to base 10.
        func stableDecade(_ lasted: [Int], of steps: Int) -> Double {
            log10(rates[stablePlace(lasted, of: steps)])
        }

        /// Test errors with the bound at ten times the largest stable rate without it.
        func highRateErrors(of steps: Int) -> [Double] {
            zip(projectedErrors, plainSteps).map { errors, lasted in
                errors[min(stablePlace(lasted, of: steps) + 2, rates.count - 1)]
            }
        }
    }

    /// All that the networks of a data set depend on besides its number.
    private struct Setting: Codable, Sendable {
        let rates: [Double]
        let radius: Double
        let steps: Int
    }

    private struct Outcome: Codable, Sendable {
        let plainSteps: [Int]
        let projectedSteps: [Int]
        let plainErrors: [Double]
        let projectedErrors: [Double]
        let constantError: Double
    }

    /// The rate at which single runs are shown: some thirty times the largest stable one.
    static let shownRate = 10.0

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            rates: (0...10).map { pow(10, -2 + 0.5 * Double($0)) }, radius: parameters.radius, steps: parameters.steps)
        let outcomes = try await lab.map("learning rates", replicates: parameters.replicates, of: setting) {
            setting, replicate, lab in
            let task = try RateTask(lab.stream("rates", replicate))
            let plain = try setting.rates.map { try task.train(rate: $0, maxNorm: nil, steps: setting.steps) }
            let projected = try setting.rates.map {
                try task.train(rate: $0, maxNorm: setting.radius, steps: setting.steps)
            }
            let constant = try task.train(
                rate: Self.shownRate, maxNorm: setting.radius, steps: setting.steps, falling: false)
            return Outcome(
                plainSteps: plain.map(\.steps), projectedSteps: projected.map(\.steps),
                plainErrors: plain.map(\.error), projectedErrors: projected.map(\.error),
                constantError: constant.error)
        }
        let task = try RateTask(lab.stream("rates", 0))
        return Results(
            rates: setting.rates, plainSteps: outcomes.map(\.plainSteps),
            projectedSteps: outcomes.map(\.projectedSteps), plainErrors: outcomes.map(\.plainErrors),
            projectedErrors: outcomes.map(\.projectedErrors), constantErrors: outcomes.map(\.constantError),
            plainNorms: try task.norms(rate: Self.shownRate, maxNorm: nil, steps: 60),
            projectedNorms: try task.norms(rate: Self.shownRate, maxNorm: parameters.radius, steps: 60))
    }
}
