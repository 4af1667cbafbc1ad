import DataSets
import Laboratory
import LinearAlgebra
import Networks
import Statistics

/// Classifiers that were trained against what attacks them.
public struct Training: Experiment {
    /// The formulas that decide what is added to an image.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "What does a classifier gain that is trained on adversarial examples?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Attacks.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("sizes of the perturbation in training, among which the clean validation error decides", in: 0...1)
        public var epsilons = [0.02, 0.05, 0.1]
        @Parameter("training sets of their own on which that is decided", in: 1...1_000) public var tuningReplicates = 2
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile != .quick { parameters.epsilons = [0.25] }
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Those trained as usual as well, on the same images.
        public var arms: [ArmMeasurements]
        /// The mean clean validation error for each candidate size of the perturbation in training.
        public let tuningErrors: [Double]
        public let chosenEpsilon: Double
        public let task: AttackedTask
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let plain = try lab.results(of: Attacks.self)
        let errors = try await Self.tuningErrors(parameters, plain.task, in: lab)
        let epsilon = parameters.epsilons[errors.placeOfLowest]
        let arms: [Arm] = [.softmaxAdversarial, .networkNoise, .networkAdversarial, .networkSearch]
        let classifiers = arms.map { Classifier(arm: $0, trainingEpsilon: epsilon, task: plain.task) }
        let outcomes = try await lab.map("adversarial training", over: classifiers, replicates: plain.replicates) {
            [equations] in try $0.attackedNetwork($1, in: $2, equations: equations)
        }
        return Results(
            arms: plain.arms + zip(arms, outcomes).map { ArmMeasurements(arm: $0, replicates: $1) },
            tuningErrors: errors, chosenEpsilon: epsilon, task: plain.task)
    }

    /// The mean validation error of each candidate size on training sets that nothing else uses; unknown where there is nothing
    /// to choose.
    private static func tuningErrors(
        _ parameters: Parameters, _ task: AttackedTask, in lab: Lab
    ) async throws -> [Double] {
        guard parameters.epsilons.count > 1 else { return parameters.epsilons.map { _ in .nan } }
        let classifiers = parameters.epsilons.map {
            Classifier(arm: .networkAdversarial, trainingEpsilon: $0, task: task)
        }
        let errors = try await lab.map("choice of ε", over: classifiers, replicates: parameters.tuningReplicates) {
            classifier, number, lab in
            let replicate = 1_000_000 + number
            let task = classifier.task
            let validation = try task.images(.validation, count: task.validationExamples, in: lab)
            let trained = try classifier.train(
                on: classifier.trainingImages(replicate, in: lab), stream: classifier.stream(replicate, in: lab))
            return try Prediction(trained.network, trained.parameters).evaluate(validation.examples).error
        }
        return errors.map(\.mean)
    }
}
