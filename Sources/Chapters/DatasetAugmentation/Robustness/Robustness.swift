import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Networks trained with noise on the pixels and tested with as much and more.
public struct Robustness: Experiment {
    public init() {}

    public static let question = "Are networks robust to noise on their inputs?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("standard deviations of the pixel noise in training, the first zero", in: 0...100) public
            var trainingNoise = [0, 0.2, 0.5]
        @Parameter("standard deviations of the pixel noise in testing, the first zero", in: 0...100)
        public var testNoise = [0, 0.2, 0.4, 0.6, 0.8]
        @Parameter("the one of testing that is compared", in: 0...100) public var comparedNoise = 0.4
        @Parameter("training images", in: 1...60_000) public var examples = 800
        @Parameter("draws of them", in: 2...1_000) public var replicates = 6
        @Parameter("hidden rectifiers", in: 1...4_096) public var hiddenUnits = 50
        public var training: DigitTraining
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: DigitTraining(profile))
        guard profile != .quick else { return parameters }
        (parameters.examples, parameters.replicates, parameters.hiddenUnits) = (10_000, 10, 256)
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let trainingNoise: [Double]
        public let testNoise: [Double]
        /// Test errors: for each replicate and noise in training, one a noise in testing.
        public var errors: [[[Double]]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let item = Item(
            digits: DigitSet(parameters.examples, parameters.training), training: parameters.trainingNoise,
            test: parameters.testNoise, units: parameters.hiddenUnits)
        let errors = try await lab.map("noise on pixels", replicates: parameters.replicates, of: item) {
            item, replicate, lab in
            let images = try item.digits.training(replicate, in: lab)
            let test = try item.digits.test(in: lab)
            return try item.training.map { deviation in
                let trained = try item.digits.train(
                    Self.noisy(deviation, images, units: item.units), on: images, replicate, in: lab)
                return try item.test.map { deviation in
                    let shaken = Prediction(try Self.noisy(deviation, images, units: item.units), trained.parameters)
                    let outputs = try shaken.outputs(test.examples.inputs, stream: lab.stream("test noise"))
                    return outputs.rowMaxima(columns: test.classes).errorRate(against: test.labels)
                }
            }
        }
        return Results(trainingNoise: parameters.trainingNoise, testNoise: parameters.testNoise, errors: errors)
    }

    private struct Item: Codable, Sendable {
        let digits: DigitSet
        let training: [Double]
        let test: [Double]
        let units: Int
    }

    /// The fully connected network with new noise on its inputs at every step of training.
    private static func noisy(_ deviation: Double, _ images: LabelledImages, units: Int) throws -> Network {
        try Network(input: .image(side: images.side)) {
            Noise(.added, deviation: deviation)
            Dense(units: units, activation: .rectifier)
            Dense(units: images.classes)
        }
    }
}
