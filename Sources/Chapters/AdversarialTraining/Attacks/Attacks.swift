import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// Classifiers that were trained as usual, under attack.
public struct Attacks: Experiment {
    /// The formulas that decide what is added to an image.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How small a change of an image, found on purpose, changes the answer?"
    public static let readsImages = true

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets with all their classifiers; comparisons are paired within each", in: 2...1_000)
        public var replicates = 6
        @Parameter("centres of the radial-basis classifier: the first training images", in: 1...10_000)
        public var centres = 500
        public var task = AttackedTask()
    }

    public static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        parameters.task = .task(for: profile)
        guard profile != .quick else { return parameters }
        parameters.replicates = profile == .full ? 10 : 5
        parameters.centres = 2_000
        return parameters
    }

    public struct Results: Codable, Sendable {
        /// Softmax regression, Gaussian bumps and the network.
        public var arms: [ArmMeasurements]
        /// What was attacked and how; studies that take these results do the same.
        public let task: AttackedTask
        public let dataName: String

        /// The number of training sets.
        var replicates: Int { arms[.network].count }
    }

    /// A classifier, and how many centres it has if it is one of bumps.
    private struct Setting: Codable, Sendable {
        let classifier: Classifier
        let centres: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let arms: [Arm] = [.softmax, .radialBasis, .network]
        let settings = arms.map {
            Setting(
                classifier: Classifier(arm: $0, trainingEpsilon: 0, task: parameters.task),
                centres: $0 == .radialBasis ? parameters.centres : 0)
        }
        let outcomes = try await lab.map("classifiers", over: settings, replicates: parameters.replicates) {
            [equations] setting, replicate, lab in
            let classifier = setting.classifier
            guard classifier.arm == .radialBasis else {
                return try classifier.attackedNetwork(replicate, in: lab, equations: equations)
            }
            return try classifier.attacked(replicate, in: lab, equations: equations) {
                try RadialBasisClassifier.chosen($0, centres: setting.centres, task: classifier.task, in: lab)
            }
        }
        return Results(
            arms: zip(arms, outcomes).map { ArmMeasurements(arm: $0, replicates: $1) }, task: parameters.task,
            dataName: lab.dataName)
    }
}

extension RadialBasisClassifier {
    /// Bumps around the first training images, as sharp as the validation images like them.
    fileprivate static func chosen(
        _ training: LabelledImages, centres count: Int, task: AttackedTask, in lab: Lab
    ) throws -> RadialBasisClassifier {
        let validation = try task.images(.validation, count: task.validationExamples, in: lab)
        let centres = training.subset(0..<min(count, training.count)).examples
        var best: (error: Int, model: RadialBasisClassifier)?
        for sharpness in [1.0, 2, 4] {
            let model = try RadialBasisClassifier(centres, classes: training.classes, relativeSharpness: sharpness)
            let given = answers(model.probabilities(validation.examples.inputs), classes: training.classes)
            let error = given.enumerated().count { $1.label != validation.labels[$0] }
            if best.map({ error < $0.error }) ?? true { best = (error, model) }
        }
        guard let best else { throw LearningError.empty(what: "candidates") }
        return best.model
    }
}
