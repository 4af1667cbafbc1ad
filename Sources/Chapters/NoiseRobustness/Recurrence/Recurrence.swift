import Laboratory
import LinearAlgebra

/// Recurrent networks trained with noise on their weights.
public struct Recurrence: Experiment {
    public init() {}

    public static let question = "Does noise on the weights regularize recurrent networks?"

    public struct Parameters: Codable, Sendable {
        @Parameter("data sets", in: 2...10_000) public var replicates = 28
        @Parameter("variances of the noise on the weights, ascending from 0", in: 0...1)
        public var variances = [0, 0.0025, 0.01, 0.04]
        @Parameter("training sequences", in: 2...10_000) public var sequences = 30
        @Parameter("numbers in a sequence", in: 1...1_000) public var length = 8
        @Parameter("recurrent units", in: 1...256) public var units = 8
        @Parameter("steps of gradient descent", in: 1...1_000_000) public var steps = 400
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.replicates = 50
        parameters.steps = 2_000
        return parameters
    }

    /// For each data set one entry a variance.
    public struct Results: Codable, Sendable {
        public let trainingErrors: [[Double]]
        public let validationErrors: [[Double]]
        public var testErrors: [[Double]]

        /// The place of the noise that does best on validation data, one entry a data set.
        var chosen: [Int] { validationErrors.map { $0.count > 1 ? Array($0.dropFirst()).placeOfLowest + 1 : 0 } }

        /// The test error without noise minus that with the chosen one.
        var gains: [Double] { zip(testErrors, chosen).map { $0[0] - $0[$1] } }
    }

    /// What all data sets have in common.
    private struct Setting: Codable, Sendable {
        let variances: [Double]
        let sequences: Int
        let length: Int
        let units: Int
        let steps: Int
    }

    private struct Outcome: Codable, Sendable {
        let training: Double
        let validation: Double
        let test: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            variances: parameters.variances, sequences: parameters.sequences, length: parameters.length,
            units: parameters.units, steps: parameters.steps)
        let outcomes = try await lab.map("recurrent networks", replicates: parameters.replicates, of: setting) {
            setting, replicate, lab in
            let stream = lab.stream("recurrent network", replicate)
            var data = stream.split("data")
            func sequences(_ count: Int) -> [SequenceNetwork.Example] {
                (0..<count).map { _ in SequenceNetwork.Example(length: setting.length, from: &data) }
            }
            let (training, validation, test) = (sequences(setting.sequences), sequences(200), sequences(200))
            return setting.variances.map { variance in
                let network = Self.trained(setting, variance: variance, on: training, stream)
                return Outcome(
                    training: network.error(on: training), validation: network.error(on: validation),
                    test: network.error(on: test))
            }
        }
        return Results(
            trainingErrors: outcomes.map { $0.map(\.training) },
            validationErrors: outcomes.map { $0.map(\.validation) },
            testErrors: outcomes.map { $0.map(\.test) })
    }

    /// Gradient descent with momentum; every step sees the weights through fresh noise and moves those that have none, by a
    /// gradient cut to length 1.
    private static func trained(
        _ setting: Setting, variance: Double, on training: [SequenceNetwork.Example], _ stream: RandomStream
    ) -> SequenceNetwork {
        var (start, noise) = (stream.split("start"), stream.split("noise"))
        var network = SequenceNetwork(units: setting.units, from: &start)
        var velocity = [Double](repeating: 0, count: network.parameters.count)
        for _ in 0..<setting.steps {
            var shaken = network
            shaken.parameters = network.parameters.perturbed(variance: variance, from: &noise)
            let gradient = shaken.gradient(on: training)
            velocity = velocity.scaled(by: 0.9).adding(gradient.scaled(by: 1 / max(1, gradient.norm)))
            network.parameters = network.parameters.subtracting(velocity.scaled(by: 0.03))
        }
        return network
    }
}
