import DataSets
import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Training and test error of ridge regression along α.
public struct Sweep: Experiment {
    public init() {}

    public static let question =
        "What does regularization cost in training error and gain in test error?"

    public struct Parameters: Codable, Sendable {
        @Parameter("standard deviation of the noise on the targets", in: 0...1_000) public var noise =
            1.0
        @Parameter("training examples", in: 2...10_000) public var examples = 30
        @Parameter("features", in: 1...1_000) public var features = 20
        @Parameter("data sets", in: 2...10_000) public var replicates = 60
        @Parameter("examples to choose α on, and as many to judge the choice", in: 2...100_000) public
            var tests = 500
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.replicates = 300 }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// The first is 0.
        public let alphas: [Double]
        /// Mean squared errors, one row a data set.
        public let training: [[Double]]
        public let test: [[Double]]
        /// Largest fall of a training error from one α to the next larger.
        public var trainingFall: Double
        /// Test errors, paired: no penalty, and the largest, minus the one chosen on other examples.
        public var gainOverNone: [Double]
        public var gainOverMost: [Double]
        /// By how much the chosen α raises the training error.
        public var trainingCost: [Double]
    }

    /// What all data sets have in common.
    private struct Setting: Codable, Sendable {
        let examples: Int
        let features: Int
        let tests: Int
        let noise: Double
        let alphas: [Double]
    }

    /// Mean squared errors along α.
    private struct Errors: Codable, Sendable {
        let training: [Double]
        let validation: [Double]
        let test: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let alphas = [0] + (0...24).map { pow(10, -2 + Double($0) / 4) }
        let setting = Setting(
            examples: parameters.examples, features: parameters.features, tests: parameters.tests,
            noise: parameters.noise, alphas: alphas)
        let errors = try await lab.map("sweep over α", replicates: parameters.replicates, of: setting) {
            item, replicate, lab in
            var stream = lab.stream("sweep", replicate)
            let family = LinearFamily(
                weights: stream.normals(item.features).scaled(by: 0.3), noise: item.noise)
            let data = family.sample(item.examples, using: &stream)
            let validation = family.sample(item.tests, using: &stream)
            let test = family.sample(item.tests, using: &stream)
            let models = try RidgePath(data.inputs, data.targets).models(penalties: item.alphas)
            return Errors(
                training: try models.map { try $0.meanSquaredError(data.inputs, data.targets) },
                validation: try models.map { try $0.meanSquaredError(validation.inputs, validation.targets) },
                test: try models.map { try $0.meanSquaredError(test.inputs, test.targets) })
        }
        let chosen = errors.map { $0.validation.placeOfLowest }
        return Results(
            alphas: alphas, training: errors.map(\.training), test: errors.map(\.test),
            trainingFall: errors.map { errors in
                zip(errors.training, errors.training.dropFirst()).map { $0 - $1 }.max() ?? .nan
            }.max() ?? .nan,
            gainOverNone: zip(errors, chosen).map { $0.test[0] - $0.test[$1] },
            gainOverMost: zip(errors, chosen).map { $0.test[alphas.count - 1] - $0.test[$1] },
            trainingCost: zip(errors, chosen).map { $0.training[$1] - $0.training[0] })
    }
}
