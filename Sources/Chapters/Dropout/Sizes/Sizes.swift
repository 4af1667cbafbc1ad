import Laboratory
import Networks

/// Dropout against plain training as the training set grows.
public struct Sizes: Experiment {
    public init() {}

    public static let question = "How does the gain of dropout depend on the number of images?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training images, ascending, at which plain training and dropout are compared", in: 1...60_000)
        public var sizes = [100, 300, 1_000, 4_000]
        @Parameter("training sets of each size but the lowest", in: 2...1_000) public var replicates = 6
        @Parameter("training sets of the lowest size, where rivals are tried, too", in: 2...1_000) public
            var fewReplicates = 8
        @Parameter("updates of each network", in: 1...10_000_000) public var updates = 1_000
        public var task: DigitTask
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(task: DigitTask(profile))
        guard profile != .quick else { return parameters }
        parameters.sizes = [100, 500, 1_000, 5_000, 10_000, 50_000]
        parameters.replicates = profile == .full ? 10 : 5
        parameters.updates = profile == .full ? 3_000 : 1_000_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// One row a size, one entry a replicate.
        public let sizes: [Int]
        public var plainErrors: [[Double]]
        public var dropoutErrors: [[Double]]
        /// At the smallest size, on the same images: a Bayesian network of infinite width, and softmax regression on features
        /// learned from unlabelled images.
        public var bayesianErrors: [Double]
        public var featureErrors: [Double]
        public let unlabelled: Int

        /// Plain minus dropout, for each replicate at one size.
        func gains(_ place: Int) -> [Double] { zip(plainErrors[place], dropoutErrors[place]).map { $0 - $1 } }

        /// The place of the middle size, with which the lowest and the highest are compared.
        var middlePlace: Int { sizes.count / 2 }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let task = parameters.task
        let items = [false, true].map { drops in
            parameters.sizes.map { size in
                var recipe = drops ? Recipe(task).dropping(task) : Recipe(task)
                recipe.examples = size
                recipe.updates = parameters.updates
                return DigitItem(task: task, recipe: recipe)
            }
        }
        let few = items.map { $0[0] }
        async let fewest = lab.map("fewest images", over: few, replicates: parameters.fewReplicates) {
            try $0.outcome($1, in: $2).test.error
        }
        let others = items.flatMap { $0.dropFirst() }
        async let more = lab.map("sizes", over: others, replicates: parameters.replicates) {
            try $0.outcome($1, in: $2).test.error
        }
        async let classifiers = lab.map("few labels", replicates: parameters.fewReplicates, of: few[0]) {
            try Rivals($0, $1, in: $2)
        }
        let (fewErrors, errors, rivals) = try await (fewest, more, classifiers)
        return Results(
            sizes: parameters.sizes, plainErrors: [fewErrors[0]] + errors.prefix(errors.count / 2),
            dropoutErrors: [fewErrors[1]] + errors.suffix(errors.count / 2), bayesianErrors: rivals.map(\.bayesian),
            featureErrors: rivals.map(\.features), unlabelled: task.unlabelledExamples)
    }
}
