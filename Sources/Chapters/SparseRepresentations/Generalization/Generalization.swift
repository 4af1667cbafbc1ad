import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Classifiers of digits with and without a penalty on their hidden units.
public struct Generalization: Experiment {
    public init() {}

    public static let question = "Does a penalty on the representation improve generalization?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Autoencoders.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...1_000) public var replicates = 10
        @Parameter("training images from which each training set is drawn", in: 10...60_000) public var trainingPool =
            4_000
        @Parameter("images in each training set", in: 10...60_000) public var trainingImages = 200
        @Parameter("images on which $\\alpha$ is chosen, and as many to judge the choice", in: 10...10_000)
        public var testImages = 1_000
        @Parameter("rectifiers of the hidden layer", in: 1...4_096) public var units = 64
        @Parameter("$\\alpha$ of the $L^1$ penalty on them, ascending from 0", in: 0...100)
        public var penalties = [0, 0.001, 0.003, 0.01, 0.03]
        @Parameter("passes over a training set", in: 1...10_000) public var epochs = 40
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.trainingImages = 1_000
        parameters.testImages = 10_000
        parameters.units = 256
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Mean cross-entropy and misclassified share on fresh images, one row a training set, one column an α.
        public var losses: [[Double]]
        public let errors: [[Double]]
        /// The loss on the images on which α is chosen.
        public let validationLosses: [[Double]]
        /// Variance that autoencoders leave over without a penalty, minus with the one that is best on validation images.
        public var autoencoderGains: [Double]

        /// The place of the penalty that does best on validation images, one entry a training set.
        var chosen: [Int] { validationLosses.map { $0.count > 1 ? Array($0.dropFirst()).placeOfLowest + 1 : 0 } }

        /// Loss and misclassified share without a penalty minus with the chosen one.
        var gains: [Double] { zip(losses, chosen).map { $0[0] - $0[$1] } }
        var errorGains: [Double] { zip(errors, chosen).map { $0[0] - $0[$1] } }
    }

    /// What all training sets have in common.
    private struct Setting: Codable, Sendable {
        let images: TrainingImages
        let units: Int
        let penalties: [Double]
        let epochs: Int
    }

    private struct Outcome: Codable, Sendable {
        var losses: [Double] = []
        var errors: [Double] = []
        var validationLosses: [Double] = []
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(
            images: TrainingImages(
                pool: parameters.trainingPool, count: parameters.trainingImages, fresh: parameters.testImages),
            units: parameters.units, penalties: parameters.penalties, epochs: parameters.epochs)
        let outcomes = try await lab.map("classifiers", replicates: parameters.replicates, of: setting) {
            try Self.outcome($0, $1, in: $2)
        }
        return Results(
            losses: outcomes.map(\.losses), errors: outcomes.map(\.errors),
            validationLosses: outcomes.map(\.validationLosses),
            autoencoderGains: Self.gains(try lab.results(of: Autoencoders.self).rectifiers))
    }

    private static func outcome(_ setting: Setting, _ replicate: Int, in lab: Lab) throws -> Outcome {
        let training = try setting.images.training(replicate, in: lab)
        let validation = try setting.images.validation(in: lab).examples
        let test = try setting.images.test(in: lab).examples
        var outcome = Outcome()
        for penalty in setting.penalties {
            let network = try Network(input: .image(side: training.side)) {
                Dense(units: setting.units, activation: .rectifier)
                ActivityPenalty(.absolute, strength: penalty)
                Dense(units: training.classes)
            }
            let trainer = try Trainer(
                network, SGD(batch: 20, rate: 0.05, momentum: 0.9), on: training.examples,
                stream: lab.stream("classifier", replicate))
            var state = trainer.start()
            try trainer.train(&state, steps: setting.epochs * trainer.stepsPerEpoch)
            // The penalty is no part of what is compared.
            let plain = try Network(input: network.input, layers: [network.layers[0], network.layers[2]])
            let prediction = Prediction(plain, NetworkParameters(blocks: plain.blocks, values: state.parameters.values))
            let fresh = try prediction.evaluate(test)
            outcome.losses.append(fresh.loss)
            outcome.errors.append(fresh.error)
            outcome.validationLosses.append(try prediction.evaluate(validation).loss)
        }
        return outcome
    }

    /// What autoencoders gain by the penalty with the lowest residual on the validation images, one entry a training set.
    private static func gains(_ rectifiers: [AutoencoderOutcomes]) -> [Double] {
        guard let plain = rectifiers.first, rectifiers.count > 1 else { return [] }
        return plain.residuals.indices.map { replicate in
            let candidates = rectifiers.dropFirst().map { ($0.validationResiduals[replicate], $0.residuals[replicate]) }
            return plain.residuals[replicate] - candidates[candidates.map(\.0).placeOfLowest].1
        }
    }
}
