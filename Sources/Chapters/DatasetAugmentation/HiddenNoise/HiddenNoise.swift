import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Networks that are trained with noise on their hidden units.
public struct HiddenNoise: Experiment {
    public init() {}

    public static let question = "Does noise on hidden units help?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter(
            "standard deviations of the noise, ascending from zero; on multiplied factors those of dropout with keep-probability $1/(1 + \\sigma^2)$",
            in: 0...100)
        public var deviations = [0, 0.5, 1, 2]
        @Parameter("training images", in: 1...60_000) public var examples = 200
        @Parameter("draws of them for normal factors", in: 2...1_000) public var replicates = 16
        @Parameter("draws of them for the other kinds of noise", in: 2...1_000) public var otherReplicates = 4
        @Parameter("hidden rectifiers", in: 1...4_096) public var units = 100
        public var training: DigitTraining
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(training: DigitTraining(profile))
        if profile != .quick { (parameters.examples, parameters.otherReplicates) = (1_000, 8) }
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let deviations: [Double]
        public let kinds: [NoiseKind]
        /// For each kind and replicate, one error a deviation: on images for choosing it, and on test images.
        public var validation: [[[Double]]]
        public var test: [[[Double]]]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let kinds = NoiseKind.allCases
        let items = kinds.map {
            Item(
                digits: DigitSet(parameters.examples, parameters.training), kind: $0,
                deviations: parameters.deviations, units: parameters.units)
        }
        var errors: [[Errors]] = []
        // The claim is about the factors; the other kinds stand beside them in the figure.
        for item in items {
            let replicates = item.kind == .multiplied ? parameters.replicates : parameters.otherReplicates
            errors.append(
                try await lab.map("noise on hidden units", replicates: replicates, of: item) {
                    try $0.errors($1, in: $2)
                })
        }
        return Results(
            deviations: parameters.deviations, kinds: kinds, validation: errors.map { $0.map(\.validation) },
            test: errors.map { $0.map(\.test) })
    }

    /// Training sets of one size, used with noise of one kind and several sizes on the hidden units.
    private struct Item: Codable, Sendable {
        let digits: DigitSet
        let kind: NoiseKind
        let deviations: [Double]
        let units: Int

        func errors(_ replicate: Int, in lab: Lab) throws -> Errors {
            let images = try digits.training(replicate, in: lab)
            let validation = try digits.others(1_000, replicate, in: lab).examples
            let test = try digits.test(in: lab).examples
            let trained = try deviations.map { deviation in
                let network = try Network(input: .image(side: images.side)) {
                    Dense(units: units, activation: .rectifier)
                    kind.layer(deviation: deviation)
                    Dense(units: images.classes)
                }
                return try digits.train(network, on: images, replicate, in: lab)
            }
            return Errors(
                validation: try trained.map { try $0.evaluate(validation).error },
                test: try trained.map { try $0.evaluate(test).error })
        }
    }

    private struct Errors: Codable, Sendable {
        let validation: [Double]
        let test: [Double]
    }
}
