import Laboratory
import Statistics

/// A published toy of two tasks.
public struct Toy: Experiment {
    public init() {}

    public static let question = "Does a related second target help in the published toy?"

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets on which the toy is learned in each of four ways", in: 2...10_000) public
            var replicates =
            40
        @Parameter("training cases", in: 2...10_000) public var trainingExamples = 50
        @Parameter("validation cases, and as many again that measure the error", in: 2...100_000) public
            var heldOutExamples = 1_000
        @Parameter("hidden units of the network", in: 1...1_000) public var hiddenUnits = 16
        @Parameter("learning rate", in: 1e-6...100) public var learningRate = 2.0
        @Parameter("momentum", in: 0...0.999) public var momentum = 0.9
        @Parameter("the most passes over the training cases", in: 1...1_000_000) public var epochs = 6_000
        @Parameter("passes between two evaluations on the validation cases", in: 1...100_000) public var evaluateEvery =
            40
        @Parameter("evaluations without improvement before stopping", in: 1...10_000) public var patience = 25
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        guard profile != .quick else { return parameters }
        parameters.replicates = profile == .full ? 60 : 50
        parameters.epochs = profile == .full ? 20_000 : 100_000
        parameters.evaluateEvery = 100
        return parameters
    }

    /// The error of the main task, one entry a trial.
    public struct Results: Codable, Sendable {
        /// Root mean squared error on the test cases: one task, the second target as an input, as an output, and as an
        /// output shuffled among the cases.
        public var single: [Double]
        public var extraInput: [Double]
        public var extraOutput: [Double]
        public var shuffled: [Double]
        /// Mean number of epochs after which the networks halted, in the same order.
        public let epochs: [Double]
    }

    private struct Outcome: Codable, Sendable {
        /// One entry an arm.
        let errors: [Double]
        let epochs: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let training = ToyTraining(
            trainingExamples: parameters.trainingExamples, heldOutExamples: parameters.heldOutExamples,
            hiddenUnits: parameters.hiddenUnits, learningRate: parameters.learningRate, momentum: parameters.momentum,
            epochs: parameters.epochs, evaluateEvery: parameters.evaluateEvery, patience: parameters.patience)
        let outcomes = try await lab.map("toy", replicates: parameters.replicates, of: training) {
            training, trial, lab in
            let halted = try ToyArm.allCases.map { try training.halted($0, trial, in: lab) }
            return Outcome(errors: halted.map(\.error), epochs: halted.map { Double($0.epoch) })
        }
        func errors(_ arm: ToyArm) -> [Double] {
            ToyArm.allCases.firstIndex(of: arm).map { place in outcomes.map { $0.errors[place] } } ?? []
        }
        return Results(
            single: errors(.single), extraInput: errors(.extraInput), extraOutput: errors(.extraOutput),
            shuffled: errors(.shuffled),
            epochs: ToyArm.allCases.indices.map { place in outcomes.map { $0.epochs[place] }.mean })
    }
}
