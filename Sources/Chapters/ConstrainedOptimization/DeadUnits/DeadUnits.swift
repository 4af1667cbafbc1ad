import Foundation
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// Dead units of networks with one hidden layer, under penalties and under bounds on the units' incoming weights.
public struct DeadUnits: Experiment {
    public init() {}

    public static let question = "Do penalties kill units that a constraint would leave alive?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 12
        @Parameter("weight decays", in: 0...10) public var alphas = [0, 0.01, 0.03, 0.06]
        @Parameter("bounds on the length of a unit's incoming weights", in: 1e-3...1_000)
        public var radii = [1, 1.5, 2.5, 4]
        @Parameter("the weight decay whose dead units are compared", in: 0...10) public var comparedAlpha = 0.03
        @Parameter("of training", in: 1...1_000_000, unit: "steps") public var steps = 600
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { (parameters.replicates, parameters.steps) = (40, 4_000) }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// For each data set and coefficient: dead units, training loss, test loss.
        public var penaltyCounts: [[Double]]
        public let penaltyTraining: [[Double]]
        public let penaltyTest: [[Double]]
        /// For each data set and bound, the same.
        public var radiusCounts: [[Double]]
        public let radiusTraining: [[Double]]
        public let radiusTest: [[Double]]
        /// At the compared coefficient: the objective with its penalty, and after the dead units were revived and trained on.
        public let stuckLosses: [Double]
        public var revivedLosses: [Double]

        /// The place of the bound whose mean test loss is nearest to that of the coefficient at `place`.
        func equalRadius(to place: Int) -> Int {
            let target = penaltyTest.map { $0[place] }.mean
            let losses = radiusTest[0].indices.map { radius in radiusTest.map { $0[radius] }.mean }
            return losses.map { abs($0 - target) }.placeOfLowest
        }
    }

    /// All that the networks of a data set depend on besides its number.
    private struct Setting: Codable, Sendable {
        let alphas: [Double]
        let radii: [Double]
        let comparedAlpha: Double
        let steps: Int
    }

    private struct Outcomes: Codable, Sendable {
        let penalty: [DeadUnitOutcome]
        let radius: [DeadUnitOutcome]
        let stuck: Double
        let revived: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            alphas: parameters.alphas, radii: parameters.radii, comparedAlpha: parameters.comparedAlpha,
            steps: parameters.steps)
        let outcomes = try await lab.map("dead units", replicates: parameters.replicates, of: setting) {
            setting, replicate, lab in
            let task = try DeadUnitTask(lab.stream("dead units", replicate))
            let revival = try task.revive(penalty: Penalty(l2: setting.comparedAlpha), steps: setting.steps)
            return Outcomes(
                penalty: try setting.alphas.map { try task.train(penalty: Penalty(l2: $0), steps: setting.steps) },
                radius: try setting.radii.map { try task.train(maxNorm: $0, steps: setting.steps) },
                stuck: revival.stuck, revived: revival.revived)
        }
        return Results(
            penaltyCounts: outcomes.map { $0.penalty.map { Double($0.dead) } },
            penaltyTraining: outcomes.map { $0.penalty.map(\.training) },
            penaltyTest: outcomes.map { $0.penalty.map(\.test) },
            radiusCounts: outcomes.map { $0.radius.map { Double($0.dead) } },
            radiusTraining: outcomes.map { $0.radius.map(\.training) },
            radiusTest: outcomes.map { $0.radius.map(\.test) }, stuckLosses: outcomes.map(\.stuck),
            revivedLosses: outcomes.map(\.revived))
    }
}
