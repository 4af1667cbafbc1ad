import Laboratory

/// Networks trained without and with noise on their weights.
public struct Flatness: Experiment {
    public init() {}

    public static let question = "Does noise on the weights lead networks to flatter minima?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 12
        @Parameter("variance of the noise on the weights", in: 0...1) public var weightVariance = 0.01
        @Parameter("steps of gradient descent", in: 1...1_000_000) public var steps = 600
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.replicates = 50
        parameters.steps = 4_000
        return parameters
    }

    /// One entry a data set.
    public struct Results: Codable, Sendable {
        /// Standard deviations of weight noise at which the rise of the loss was measured.
        public let radii: [Double]
        /// The rise at each radius, after training without and with weight noise.
        public var plainRises: [[Double]]
        public var noisyRises: [[Double]]
        /// Training loss without noise on the weights, after training without and with it.
        public let plainLosses: [Double]
        public let noisyLosses: [Double]
    }

    /// What all data sets have in common.
    private struct Setting: Codable, Sendable {
        let weightVariance: Double
        let steps: Int
    }

    private struct Outcome: Codable, Sendable {
        let rises: [Double]
        let loss: Double
    }

    private static let radii = [0.02, 0.05, 0.1, 0.15, 0.2]

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = [0, parameters.weightVariance].map { Setting(weightVariance: $0, steps: parameters.steps) }
        let outcomes = try await lab.map("flatness", over: settings, replicates: parameters.replicates) {
            setting, replicate, lab in
            let task = try NoisyTraining(lab.stream("network", replicate))
            let network = try task.train(inputVariance: 0, weightVariance: setting.weightVariance, steps: setting.steps)
            return Outcome(rises: try task.rises(network, radii: Self.radii), loss: try task.trainingError(network))
        }
        return Results(
            radii: Self.radii, plainRises: outcomes[0].map(\.rises), noisyRises: outcomes[1].map(\.rises),
            plainLosses: outcomes[0].map(\.loss), noisyLosses: outcomes[1].map(\.loss))
    }
}
