import Digits
import Laboratory
import LinearAlgebra
import Networks

/// Copies that are flipped and keep their labels.
public struct Flips: Experiment {
    public init() {}

    public static let question = "What do changes do that turn one class into another?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training images", in: 1...60_000) public var examples = 200
        @Parameter("letters to train on", in: 6...100_000) public var letters = 120
        @Parameter("draws of them", in: 2...1_000) public var replicates = 8
        @Parameter("hidden rectifiers", in: 1...4_096) public var hiddenUnits = 50
        public var training: DigitTraining
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: DigitTraining(profile))
        if profile != .quick { (parameters.examples, parameters.hiddenUnits) = (1_000, 256) }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// For each replicate the share of each class's test images that is taken for each class.
        public var plain: [[[Double]]]
        public var turned: [[[Double]]]
        public let mirrored: [[[Double]]]
        public var plainLetters: [[[Double]]]
        public var mirroredLetters: [[[Double]]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let item = Item(
            digits: DigitSet(parameters.examples, parameters.training), units: parameters.hiddenUnits,
            letters: parameters.letters)
        let outcomes = try await lab.map("flips", replicates: parameters.replicates, of: item) { item, replicate, lab in
            let digits = item.digits
            let letters = PenLetters(side: 14)
            let stream = lab.stream("letters", replicate)
            return Outcome(
                digits: try digits.confusions(
                    [nil, .halfTurn, .horizontal], training: digits.training(replicate, in: lab),
                    test: digits.test(in: lab), units: item.units, replicate, in: lab),
                letters: try digits.confusions(
                    [nil, .horizontal], training: letters.images(item.letters, stream.split("training")),
                    test: letters.images(600, stream.split("test")), units: item.units, replicate, in: lab))
        }
        return Results(
            plain: outcomes.map { $0.digits[0] }, turned: outcomes.map { $0.digits[1] },
            mirrored: outcomes.map { $0.digits[2] }, plainLetters: outcomes.map { $0.letters[0] },
            mirroredLetters: outcomes.map { $0.letters[1] })
    }

    private struct Item: Codable, Sendable {
        let digits: DigitSet
        let units: Int
        let letters: Int
    }

    private struct Outcome: Codable, Sendable {
        let digits: [[[Double]]]
        let letters: [[[Double]]]
    }
}
