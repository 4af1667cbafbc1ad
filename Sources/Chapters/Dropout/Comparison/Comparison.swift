import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Regularizers on one task, each with the strength that validation images chose.
public struct Comparison: Experiment {
    public init() {}

    public static let question = "Is dropout more effective than other regularizers?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets on which each regularizer's strength is chosen", in: 1...1_000) public
            var tuningReplicates = 1
        @Parameter("training sets on which all are compared", in: 2...1_000) public var replicates = 10
        @Parameter("whether DropConnect is among the regularizers") public var comparesDropConnect = true
        @Parameter("units in each layer of networks of published size", in: 1...4_096) public var wideUnits = 800
        @Parameter("plain networks of published size", in: 0...1_000) public var wideNetworks = 0
        @Parameter("their updates", in: 0...10_000_000) public var wideUpdates = 0
        @Parameter("networks of published size with dropout and max-norm", in: 0...1_000) public
            var wideDropoutNetworks = 0
        @Parameter("their updates", in: 0...10_000_000) public var wideDropoutUpdates = 0
        @Parameter("maxout networks of 240 units with five pieces", in: 0...1_000) public var maxoutNetworks = 0
        @Parameter("their updates", in: 0...10_000_000) public var maxoutUpdates = 0
        @Parameter("learning rates of which validation chooses theirs", in: 1e-6...10) public var maxoutRates:
            [Double] = []
        @Parameter("the last momentum that goes with each of them", in: 0...0.999) public var maxoutMomenta: [Double] =
            []
        public var task: DigitTask
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(task: DigitTask(profile))
        guard profile != .quick else { return parameters }
        parameters.replicates = profile == .full ? 10 : 5
        parameters.comparesDropConnect = false
        parameters.wideNetworks = 5
        parameters.wideUpdates = profile == .full ? 10_000 : 500_000
        parameters.wideDropoutNetworks = 5
        parameters.wideDropoutUpdates = profile == .full ? 15_000 : 1_000_000
        parameters.maxoutNetworks = 5
        parameters.maxoutUpdates = profile == .full ? 15_000 : 300_000
        parameters.maxoutRates = [0.05, 0.1]
        parameters.maxoutMomenta = [0.9, 0.7]
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// The methods' names, and what was chosen for each.
        public let methods: [Method]
        public let chosen: [String]
        /// The misclassified share of test images: one row a method, one entry a replicate.
        public var errors: [[Double]]
        /// The same for dropout that starts from features learned without labels.
        public var pretrainedErrors: [Double]
        public let tried: Int
        /// The same for networks of published size; empty where there were none.
        public let wide: [WideRuns]
        public let dataName: String

        func errors(_ method: Method) -> [Double] {
            methods.firstIndex(of: method).map { errors[$0] } ?? []
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let task = parameters.task
        let methods = Method.allCases.filter { parameters.comparesDropConnect || $0 != .dropConnect }
        let candidates = methods.map { $0.candidates(task) }
        let items = candidates.joined().map { DigitItem(task: task, recipe: $0.recipe) }
        async let wide = Self.wide(parameters, in: lab)
        let tuned = try await lab.map("choice of strengths", over: items, replicates: parameters.tuningReplicates) {
            try $0.outcome(1_000 + $1, in: $2).validation.error
        }
        var sums = tuned.map { $0.reduce(0, +) }[...]
        let chosen = candidates.map { candidates in
            defer { sums = sums.dropFirst(candidates.count) }
            return candidates[Array(sums.prefix(candidates.count)).placeOfLowest]
        }
        let dropout = methods.firstIndex(of: .dropout).map { chosen[$0].recipe } ?? Recipe(task)
        async let pretrained = Self.pretrained(dropout, parameters, in: lab)
        async let errors = lab.map(
            "regularizers", over: chosen.map { DigitItem(task: task, recipe: $0.recipe) },
            replicates: parameters.replicates
        ) { try $0.outcome($1, in: $2).test.error }
        return try await Results(
            methods: methods, chosen: chosen.map(\.words), errors: errors, pretrainedErrors: pretrained,
            tried: items.count * parameters.tuningReplicates, wide: wide, dataName: lab.dataName)
    }

    /// Dropout again, from the weights of an autoencoder in the first layer.
    private static func pretrained(
        _ recipe: Recipe, _ parameters: Parameters, in lab: Lab
    ) async throws -> [Double] {
        let item = DigitItem(task: parameters.task, recipe: recipe)
        return try await lab.map("pretrained", replicates: parameters.replicates, of: item) { item, replicate, lab in
            try item.outcome(replicate, in: lab) { trainer in
                let images = try item.images(.training, count: item.task.unlabelledExamples, in: lab)
                let network = try Network(input: .image(side: images.side)) {
                    Dense(units: item.recipe.units, activation: .rectifier)
                    Dense(units: images.side * images.side)
                }
                let encoder = try Trainer(
                    network, SGD(batch: 50, rate: 0.01, momentum: 0.9), loss: .squared,
                    on: images.examples.reconstructing, stream: lab.stream("autoencoder", replicate))
                var code = encoder.start()
                try encoder.train(&code, steps: 600)
                var state = trainer.start()
                for block in 0..<2 { state.parameters[block: block] = code.parameters[block: block] }
                return state
            }.test.error
        }
    }
}
