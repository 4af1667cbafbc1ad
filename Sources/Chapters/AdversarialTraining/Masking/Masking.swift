import Laboratory

/// A network that was trained against one large step: what that step finds, and what a search finds.
public struct Masking: Experiment {
    public init() {}

    public static let question = "Does robustness against one step mean robustness?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Attacks.self, Training.self]

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public var replicates: [AttackMeasurements]
        public let task: AttackedTask
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let plain = try lab.results(of: Attacks.self)
        let training = try lab.results(of: Training.self)
        let task = plain.task
        // Where the size of training is that of the attack anyway, the network is known.
        if training.chosenEpsilon == task.epsilon {
            return Results(replicates: training.arms[.networkAdversarial], task: task)
        }
        let classifier = Classifier(arm: .networkLargeStep, trainingEpsilon: task.epsilon, task: task)
        let replicates = try await lab.map("one large step", replicates: plain.replicates, of: classifier) {
            try $0.attackedNetwork($1, in: $2, equations: .chapter)
        }
        return Results(replicates: replicates, task: task)
    }
}
