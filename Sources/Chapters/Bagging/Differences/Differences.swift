import DataSets
import Foundation
import Laboratory
import LinearAlgebra

/// Networks on one training set that differ in one thing alone.
public struct Differences: Experiment {
    public init() {}

    public static let question = "Which differences between networks make their errors partly independent?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...1_000) public var replicates = 8
        @Parameter("networks of each kind on each of them", in: 2...1_000) public var networks = 5
        @Parameter("images from which each training set is drawn", in: 10...60_000) public var trainingPool = 6_000
        @Parameter("images in each training set", in: 10...60_000) public var trainingExamples = 400
        @Parameter("images that errors are measured on; half of them choose the best network", in: 2...10_000)
        public var testExamples = 2_000
        @Parameter("whether images are used at half their side") public var isHalved = true
        @Parameter("hidden units of a network", in: 1...4_096) public var hiddenUnits = 32
        @Parameter("passes over a training set", in: 1...10_000) public var epochs = 15
        @Parameter("lowest and highest learning rate where networks differ in it", in: 1e-6...10)
        public var rates = [0.05, 0.2]
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.trainingExamples = 5_000
        parameters.testExamples = 10_000
        parameters.hiddenUnits = 128
        parameters.isHalved = false
        return parameters
    }

    public struct Results: Codable, Sendable {
        public var kinds: [Kind]
    }

    /// Networks that differ in one thing.
    public struct Kind: Codable, Sendable {
        public let difference: Difference
        /// One entry a training set.
        public var ensembles: [NetworkEnsemble]
    }

    /// What networks differ in.
    public enum Difference: String, Codable, Sendable, CaseIterable {
        /// Initial weights and order of minibatches.
        case seed
        case weights = "initial weights"
        case order = "order of minibatches"
        case rate = "learning rate"
    }

    /// Several networks that differ in one thing.
    private struct Setting: Codable, Sendable {
        let difference: Difference
        let networks: Int
        let rates: [Double]
        let network: DigitNetwork

        /// The learning rate of a member: evenly spaced on a logarithmic scale where rates differ, else the middle one.
        func rate(_ member: Int) -> Double {
            let (lowest, highest) = (log(rates[0]), log(rates[rates.count - 1]))
            let place = difference == .rate ? Double(member) / Double(max(networks - 1, 1)) : 0.5
            return exp(lowest + place * (highest - lowest))
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let network = DigitNetwork(
            trainingPool: parameters.trainingPool, trainingExamples: parameters.trainingExamples,
            testExamples: parameters.testExamples, hiddenUnits: parameters.hiddenUnits, epochs: parameters.epochs,
            isHalved: parameters.isHalved)
        let settings = Difference.allCases.map {
            Setting(difference: $0, networks: parameters.networks, rates: parameters.rates, network: network)
        }
        let ensembles = try await lab.map("kinds of networks", over: settings, replicates: parameters.replicates) {
            setting, replicate, lab in
            let stream = lab.stream("differences", replicate)
            let members = try (0..<setting.networks).map { member in
                try setting.network.probabilities(
                    replicate: replicate,
                    start: stream.split("weights", [.seed, .weights].contains(setting.difference) ? member : 0),
                    order: stream.split("order", [.seed, .order].contains(setting.difference) ? member : 0),
                    rate: setting.rate(member), in: lab)
            }
            let test = try lab.images(.test, count: setting.network.testExamples)
            return NetworkEnsemble(
                members: members, labels: test.labels, classes: test.classes, order: lab.halving(test.count))
        }
        return Results(kinds: zip(settings, ensembles).map { Kind(difference: $0.difference, ensembles: $1) })
    }
}
