import Laboratory
import LinearAlgebra
import Networks

/// Dropout against plain training as networks widen.
public struct Widths: Experiment {
    public init() {}

    public static let question = "Does dropout need larger networks and more iterations?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("units in each hidden layer, ascending", in: 1...4_096) public var widths = [10, 30, 100, 200]
        @Parameter("training sets", in: 2...1_000) public var replicates = 4
        @Parameter("updates of each network", in: 1...10_000_000) public var updates = 1_000
        public var task: DigitTask
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters(task: DigitTask(profile))
        guard profile != .quick else { return parameters }
        parameters.widths = profile == .full ? [50, 100, 200, 400] : [200, 400, 800, 1_200, 1_600]
        parameters.replicates = profile == .full ? 10 : 5
        parameters.updates = profile == .full ? 3_000 : 1_000_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        public let widths: [Int]
        /// One row a width, one entry a replicate.
        public var plain: [[Run]]
        public var dropout: [[Run]]

        /// For each replicate the lowest validation loss over all widths.
        func lowestLosses(_ runs: [[Run]]) -> [Double] {
            (runs.first ?? []).indices.map { replicate in runs.map { $0[replicate].validationLoss }.min() ?? .nan }
        }
    }

    /// One network.
    public struct Run: Codable, Sendable {
        public var trainingLoss: Double
        /// The lowest validation loss along the way, and the updates it took.
        public var validationLoss: Double
        public var updates: Double
        public let testError: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let task = parameters.task
        let items = [false, true].flatMap { drops in
            parameters.widths.map { width in
                var recipe = drops ? Recipe(task).dropping(task) : Recipe(task)
                recipe.units = width
                recipe.updates = parameters.updates
                return DigitItem(task: task, recipe: recipe, evaluateEvery: max(parameters.updates / 32, 1))
            }
        }
        let runs = try await lab.map("widths", over: items, replicates: parameters.replicates) { item, replicate, lab in
            let outcome = try item.outcome(replicate, in: lab)
            let best = outcome.validationLosses.placeOfLowest
            return Run(
                trainingLoss: outcome.training.loss, validationLoss: outcome.validationLosses[best],
                updates: Double((best + 1) * (item.evaluateEvery ?? 1)), testError: outcome.test.error)
        }
        let count = parameters.widths.count
        return Results(
            widths: parameters.widths, plain: Array(runs.prefix(count)), dropout: Array(runs.suffix(count)))
    }
}
