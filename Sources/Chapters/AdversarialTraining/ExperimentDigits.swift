import Foundation
import Learning
import Notebook

extension Results {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) async throws -> Results {
        let tuning = try await tune(parameters, in: lab)
        let chosen = tuning.indices.min { tuning[$0] < tuning[$1] }.map { parameters.trainingEpsilons[$0] }
        let epsilon = chosen ?? parameters.epsilon
        // Where the chosen size is the largest anyway, one arm is both.
        let arms = Arm.allCases.filter { $0 != .networkLargeStep || epsilon != parameters.epsilon }
        let items = (0..<parameters.replicates).flatMap { replicate in
            arms.map {
                ArmItem(
                    arm: $0, replicate: replicate,
                    trainingEpsilon: $0 == .networkLargeStep ? parameters.epsilon : epsilon, parameters: parameters)
            }
        }
        let outcomes = try await lab.map("classifiers", over: items) { item, lab in
            try item.measure(in: lab, equations: equations)
        }
        var pictured = parameters
        pictured.halved = false
        let pictures = try await lab.map(
            "pictures", over: [ArmItem(arm: .network, replicate: 0, trainingEpsilon: 0, parameters: pictured)]
        ) { item, lab in try item.picture(in: lab, equations: equations) }
        let measured = arms.enumerated().map { place, arm in
            ArmMeasurements(
                arm: arm,
                replicates: stride(from: place, to: outcomes.count, by: arms.count).map {
                    outcomes[$0]
                })
        }
        return Results(
            linear: .measure(parameters, in: lab, equations: equations), arms: measured, picture: pictures[0],
            tuningErrors: tuning, chosenEpsilon: epsilon, dataName: lab.dataName, parameters: parameters)
    }

    /// The mean validation error of each candidate size on replicates of their own; empty when there is nothing to choose.
    private static func tune(_ parameters: Parameters, in lab: Lab) async throws -> [Double] {
        guard parameters.trainingEpsilons.count > 1 else { return parameters.trainingEpsilons.map { _ in .nan } }
        let items = parameters.trainingEpsilons.flatMap { epsilon in
            (0..<parameters.tuningReplicates).map {
                ArmItem(
                    arm: .networkAdversarial, replicate: parameters.replicates + $0, trainingEpsilon: epsilon,
                    parameters: parameters)
            }
        }
        let errors = try await lab.map("choice of ε", over: items) { item, lab in
            let validation = try item.images(.validation, count: item.parameters.validationExamples, in: lab)
            let trained = try item.train(on: item.trainingImages(in: lab), stream: item.stream(in: lab))
            return try Prediction(trained.network, trained.parameters).evaluate(validation.examples).error
        }
        let each = parameters.tuningReplicates
        return parameters.trainingEpsilons.indices.map {
            errors[$0 * each..<($0 + 1) * each].reduce(0, +) / Double(each)
        }
    }
}

extension ArmItem {
    func images(_ part: DataPart, count: Int, in lab: Lab) throws -> LabelledImages {
        let images = try lab.images(part, count: count)
        return parameters.halved ? images.halved() : images
    }

    func trainingImages(in lab: Lab) throws -> LabelledImages {
        let pool = try images(.training, count: parameters.trainingPool, in: lab)
        return try pool.drawn(parameters.trainingExamples, by: lab.stream("training set", replicate))
    }

    /// The same for all arms of a replicate, so that they start alike and see the images in one order.
    func stream(in lab: Lab) -> RandomStream { lab.stream("replicate", replicate) }

    fileprivate func measure(in lab: Lab, equations: Equations) throws -> AttackMeasurements {
        let training = try trainingImages(in: lab)
        let test = try images(.test, count: parameters.testExamples, in: lab)
        let attacked = test.subset(0..<min(parameters.attackedExamples, test.count))
        let model: any AttackableModel =
            switch arm {
            case .radialBasis: try radialBasis(training, in: lab)
            case .networkSearch: try trainAgainstSearch(on: training, stream: stream(in: lab))
            default: try train(on: training, stream: stream(in: lab))
            }
        let wrong = answers(try model.probabilities(test.examples.inputs), classes: test.classes).enumerated().count {
            $1.label != test.labels[$0]
        }
        let attack = try Attack(model, on: attacked.examples, classes: test.classes, equations: equations)
        return try attack.measure(
            cleanError: Double(wrong) / Double(test.count), parameters, stream: stream(in: lab).split("attack"))
    }

    fileprivate func picture(in lab: Lab, equations: Equations) throws -> Picture {
        let shown = try images(.test, count: parameters.attackedExamples, in: lab)
        let network = try train(on: trainingImages(in: lab), stream: stream(in: lab))
        let attack = try Attack(network, on: shown.examples, classes: shown.classes, equations: equations)
        return try Picture(of: shown, network, attack, epsilon: parameters.pictureEpsilon)
    }

    /// Bumps around the first training images, as sharp as the validation images like them.
    private func radialBasis(_ training: LabelledImages, in lab: Lab) throws -> RadialBasisClassifier {
        let validation = try images(.validation, count: parameters.validationExamples, in: lab)
        let centres = training.subset(0..<min(parameters.centres, training.count)).examples
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

extension Picture {
    /// The first test image of each digit that the network gets right.
    fileprivate init(of images: LabelledImages, _ network: TrainedNetwork, _ attack: Attack, epsilon: Double) throws {
        let classes = images.classes
        let before = answers(try network.probabilities(attack.moved(by: 0)), classes: classes)
        let moved = attack.moved(by: epsilon)
        let after = answers(try network.probabilities(moved), classes: classes)
        let right = (0..<images.count).filter { before[$0].label == images.labels[$0] }
        let rows = (0..<classes).compactMap { digit in right.first { images.labels[$0] == digit } }
        let size = images.side * images.side
        let signs = attack.moved(by: 1)
        let digits = rows.map { row in
            let range = row * size..<(row + 1) * size
            return Digit(
                label: images.labels[row], pixels: Data(images.pixels[range].map { UInt8($0 * 255) }),
                signs: Data(range.map { UInt8(min(max((signs[$0] - images.pixels[$0]).rounded(), -1), 1) + 1) }),
                answer: before[row].label,
                confidence: before[row].confidence, attackedAnswer: after[row].label,
                attackedConfidence: after[row].confidence)
        }
        let sizes = (-20...20).map { Double($0) / 20 }
        let curves = try sizes.map { try network.logits(attack.moved(by: $0)) }
        // The digit that the large picture shows.
        let first = rows.first { images.labels[$0] == 3 } ?? rows.first ?? 0
        self.init(
            side: images.side, digits: digits, sizes: sizes,
            logits: (0..<classes).map { label in curves.map { $0[first * classes + label] } })
    }
}
