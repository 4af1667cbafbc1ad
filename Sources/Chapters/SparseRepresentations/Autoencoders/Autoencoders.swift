import Laboratory

/// Autoencoders whose hidden units or weights are made sparse.
public struct Autoencoders: Experiment {
    public init() {}

    public static let question = "Which penalties make the hidden units of an autoencoder sparse?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Displays.self, Coding.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...1_000) public var replicates = 6
        @Parameter("training images from which each training set is drawn", in: 30...60_000) public var trainingPool =
            4_000
        @Parameter("images in each training set", in: 30...60_000) public var trainingImages = 300
        @Parameter("fresh images on which representations are measured", in: 30...10_000) public var testImages = 100
        @Parameter("hidden units", in: 2...1_000) public var units = 49
        @Parameter("$\\alpha$ of the $L^1$ penalty on rectifiers, ascending from 0", in: 0...100)
        public var activityPenalties = [0, 0.01, 0.03, 0.1]
        @Parameter("$\\alpha$ of the Student-$t$ penalty on tanh units", in: 0...100) public var studentPenalty = 0.1
        @Parameter("$\\alpha$ of the divergence on sigmoid units", in: 0...100) public var divergencePenalty = 2.0
        @Parameter("its target $\\rho$", in: 0.001...0.999) public var target = 0.1
        @Parameter("units that a hard constraint leaves", in: 1...1_000) public var kept = 5
        @Parameter("$L^1$ penalty on weights where the parameters are to be sparse", in: 0...10)
        public var weightPenalty = 0.002
        @Parameter("passes over a training set", in: 1...10_000) public var epochs = 30
        @Parameter("learning rate, for minibatches of 20 images", in: 1e-6...10) public var learningRate = 0.04
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.trainingPool = 50_000
        parameters.trainingImages = profile == .full ? 1_000 : 20_000
        parameters.testImages = profile == .full ? 1_000 : 10_000
        parameters.replicates = 10
        guard profile == .paper else { return parameters }
        parameters.units = 196
        parameters.epochs = 50
        return parameters
    }

    /// One entry a training set in each list.
    public struct Results: Codable, Sendable {
        public var rectifiers: [AutoencoderOutcomes]
        public var tanhPlain: AutoencoderOutcomes
        public var tanhStudent: AutoencoderOutcomes
        public var sigmoidPlain: AutoencoderOutcomes
        public var sigmoidDivergence: AutoencoderOutcomes
        public var kept: AutoencoderOutcomes
        public var sparseWeights: AutoencoderOutcomes
        /// Zeros in the chapter's displays, and in codes and how many of these have the demanded number of entries.
        public var parametersZeros: ZeroCount
        public var representationZeros: ZeroCount
        public var codeZeros: [[Double]]
        public var exactCodes: [Int]
        public let codes: Int
        public let codePenalties: [Double]
        public let codeEntries: [Int]

        /// The rectifiers under the strongest penalty.
        var sparseUnits: AutoencoderOutcomes { rectifiers[rectifiers.count - 1] }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let displays = try lab.results(of: Displays.self)
        let coding = try lab.results(of: Coding.self)
        let kinds: [AutoencoderKind] =
            parameters.activityPenalties.map { .rectifier(penalty: $0) } + [
                .tanh(studentPenalty: 0), .tanh(studentPenalty: parameters.studentPenalty),
                .sigmoid(divergencePenalty: 0, target: parameters.target),
                .sigmoid(divergencePenalty: parameters.divergencePenalty, target: parameters.target),
                .kept(count: parameters.kept), .sparseWeights(penalty: parameters.weightPenalty),
            ]
        let images = TrainingImages(
            pool: parameters.trainingPool, count: parameters.trainingImages, fresh: parameters.testImages)
        let settings = kinds.map {
            Autoencoder(
                images: images, kind: $0, units: parameters.units, epochs: parameters.epochs,
                learningRate: parameters.learningRate, target: parameters.target, kept: parameters.kept)
        }
        let outcomes = try await lab.map("autoencoders", over: settings, replicates: parameters.replicates) {
            try $0.outcome($1, in: $2)
        }.map(AutoencoderOutcomes.init)
        let others = Array(outcomes.dropFirst(parameters.activityPenalties.count))
        return Results(
            rectifiers: Array(outcomes.prefix(parameters.activityPenalties.count)), tanhPlain: others[0],
            tanhStudent: others[1], sigmoidPlain: others[2], sigmoidDivergence: others[3], kept: others[4],
            sparseWeights: others[5], parametersZeros: displays.parametersZeros,
            representationZeros: displays.representationZeros, codeZeros: coding.zeros, exactCodes: coding.exact,
            codes: coding.codes, codePenalties: coding.penalties, codeEntries: coding.entries)
    }
}
