import DataSets
import Laboratory
import Networks

/// Digits before and after an attack, in full size.
public struct Pictures: Experiment {
    public init() {}

    public static let question = "What does an adversarial example look like?"
    public static let readsImages = true
    public static let inputs: [any Experiment.Type] = [Attacks.self]

    public struct Parameters: Codable, Sendable {
        @Parameter("size of the perturbation", in: 0...1) public var epsilon = 0.1
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let picture: Picture
    }

    /// A network and how far it is attacked.
    private struct Setting: Codable, Sendable {
        let classifier: Classifier
        let epsilon: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var task = try lab.results(of: Attacks.self).task
        task.isHalved = false
        let setting = Setting(
            classifier: Classifier(arm: .network, trainingEpsilon: 0, task: task), epsilon: parameters.epsilon)
        let pictures = try await lab.map("pictures", over: [setting]) { setting, lab in
            let (classifier, task) = (setting.classifier, setting.classifier.task)
            let shown = try task.images(.test, count: task.attackedExamples, in: lab)
            let network = try classifier.train(
                on: classifier.trainingImages(0, in: lab), stream: classifier.stream(0, in: lab))
            let attack = try Attack(network, on: shown.examples, classes: shown.classes, equations: .chapter)
            return try Picture(of: shown, network, attack, epsilon: setting.epsilon)
        }
        return Results(picture: pictures[0])
    }
}
