import Laboratory

/// Weight scaling against averages over random masks on test images.
public struct Sampling: Experiment {
    public init() {}

    public static let question =
        "Does the weight scaling rule classify better than an average over sampled sub-networks?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("networks of each kind on which masks are sampled", in: 2...1_000) public var replicates = 6
        @Parameter("numbers of masks, ascending", in: 1...100_000) public var samples = [
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000,
        ]
        @Parameter("units in each layer", in: 1...4_096) public var units = 48
        @Parameter("pieces of a maxout unit", in: 1...100) public var pieces = 2
        @Parameter("test images on which masks are sampled", in: 1...10_000) public var examples = 200
        @Parameter("channels of the convolutions", in: 1...512) public var channels = [8, 12]
        @Parameter(
            "probability with which each number after them is kept where dropout follows every layer", in: 0.01...1)
        public var keepChannels = 0.7
        @Parameter("training images of the convolutional networks", in: 1...60_000) public var convolutionExamples = 400
        @Parameter("passes over them", in: 1...10_000) public var convolutionEpochs = 20
        @Parameter("convolutional networks of each kind", in: 2...1_000) public var convolutionReplicates = 5
        public var task: DigitTask
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(task: DigitTask(profile))
        guard profile != .quick else {
            parameters.samples.removeLast()
            return parameters
        }
        parameters.replicates = profile == .full ? 10 : 5
        parameters.units = profile == .full ? 120 : 240
        parameters.pieces = profile == .full ? 3 : 5
        parameters.examples = profile == .full ? 1_000 : 10_000
        parameters.channels = [8, 16]
        parameters.convolutionExamples = 10_000
        parameters.convolutionEpochs = 5
        parameters.convolutionReplicates = profile == .full ? 10 : 5
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let samples: [Int]
        /// One entry a network.
        public var maxout: [Sampled]
        public var tanh: [Sampled]
        /// Convolutional networks with dropout after every layer, and with dropout before the last only.
        public var everywhere: [Sampled]
        public var topOnly: [Sampled]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let kinds = [UnitKind.maxout, .tanh].map { kind in
            var recipe = Recipe(parameters.task).dropping(parameters.task)
            recipe.kind = kind
            recipe.units = parameters.units
            recipe.pieces = kind == .maxout ? parameters.pieces : 1
            recipe.maxNorm = 2
            return SampledItem(
                digits: DigitItem(task: parameters.task, recipe: recipe), samples: parameters.samples,
                examples: parameters.examples)
        }
        async let dense = lab.map("sampled masks", over: kinds, replicates: parameters.replicates) {
            try $0.outcome($1, in: $2)
        }
        let convolutions = [true, false].map {
            ConvolutionItem(
                task: parameters.task, channels: parameters.channels, keepChannels: parameters.keepChannels,
                isEverywhere: $0, examples: parameters.convolutionExamples, epochs: parameters.convolutionEpochs,
                samples: parameters.samples.filter { $0 <= 100 })
        }
        async let images = lab.map(
            "convolutions", over: convolutions, replicates: parameters.convolutionReplicates
        ) { try $0.outcome($1, in: $2) }
        let (masks, convolved) = try await (dense, images)
        return Results(
            samples: parameters.samples, maxout: masks[0], tanh: masks[1], everywhere: convolved[0],
            topOnly: convolved[1])
    }
}
