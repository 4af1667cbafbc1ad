import Laboratory
import LinearAlgebra

/// Networks trained under noise on their inputs.
public struct Sensitivity: Experiment {
    public init() {}

    public static let question = "Does noise on the inputs make networks less sensitive, and better?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets of each size", in: 2...10_000) public var replicates = 12
        @Parameter("variances of the noise on the inputs, ascending from 0", in: 0...100)
        public var variances = [0, 0.02, 0.08, 0.32]
        @Parameter("sizes of the training set", in: 2...10_000) public var sizes = [25, 50, 100]
        @Parameter("steps of gradient descent", in: 1...1_000_000) public var steps = 600
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.replicates = 50
        parameters.steps = 4_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        public var sizes: [Size]

        /// The size that the figure of sensitivities shows.
        var main: Size { sizes[sizes.count / 2] }
    }

    /// Networks trained on as many examples: for each data set one entry a noise variance.
    public struct Size: Codable, Sendable {
        public let examples: Int
        /// Mean ‖∇ₓŷ‖² on test inputs.
        public var sensitivities: [[Double]]
        /// Mean squared errors.
        public let validationErrors: [[Double]]
        public var testErrors: [[Double]]

        /// The place of the noise that does best on validation data, one entry a data set.
        var chosen: [Int] { validationErrors.map { $0.count > 1 ? Array($0.dropFirst()).placeOfLowest + 1 : 0 } }

        /// The test error without noise minus that with the chosen one.
        var gains: [Double] { zip(testErrors, chosen).map { $0[0] - $0[$1] } }
    }

    /// What all data sets of a size have in common.
    private struct Setting: Codable, Sendable {
        let examples: Int
        let variances: [Double]
        let steps: Int
    }

    private struct Outcome: Codable, Sendable {
        let sensitivities: [Double]
        let validationErrors: [Double]
        let testErrors: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = parameters.sizes.map {
            Setting(examples: $0, variances: parameters.variances, steps: parameters.steps)
        }
        let outcomes = try await lab.map("noise on inputs", over: settings, replicates: parameters.replicates) {
            setting, replicate, lab in
            let task = try NoisyTraining(lab.stream("network", replicate), examples: setting.examples)
            let networks = try setting.variances.map {
                try task.train(inputVariance: $0, weightVariance: 0, steps: setting.steps)
            }
            return Outcome(
                sensitivities: try networks.map(task.sensitivity),
                validationErrors: try networks.map { try task.error($0, on: task.validation) },
                testErrors: try networks.map { try task.error($0, on: task.test) })
        }
        return Results(
            sizes: zip(settings, outcomes).map { setting, outcomes in
                Size(
                    examples: setting.examples, sensitivities: outcomes.map(\.sensitivities),
                    validationErrors: outcomes.map(\.validationErrors), testErrors: outcomes.map(\.testErrors))
            })
    }
}
