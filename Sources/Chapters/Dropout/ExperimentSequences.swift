import Learning
import Notebook

/// Recurrent networks that read digits line by line: misclassified shares of test images, one entry a replicate.
public struct SequenceMeasurements: Codable, Sendable {
    public let units: Int
    public let examples: Int
    public var plainErrors: [Double]
    public var dropoutErrors: [Double]

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> SequenceMeasurements {
        let items = [false, true].flatMap { drops in
            (0..<parameters.recurrentReplicates).map {
                SequenceItem(task: parameters.task, drops: drops, replicate: $0, epochs: parameters.recurrentEpochs)
            }
        }
        let errors = try await lab.map("recurrent", over: items) { item, lab in try item.error(in: lab) }
        return SequenceMeasurements(
            units: SequenceItem.units, examples: SequenceItem.examples,
            plainErrors: Array(errors.prefix(parameters.recurrentReplicates)),
            dropoutErrors: Array(errors.suffix(parameters.recurrentReplicates)))
    }
}

private struct SequenceItem: Codable, Sendable {
    static let units = 50
    static let examples = 500
    let task: DigitTask
    let drops: Bool
    let replicate: Int
    let epochs: Int

    func error(in lab: Lab) throws -> Double {
        var recipe = Recipe(task)
        recipe.examples = min(Self.examples, task.trainingPool)
        let digits = DigitItem(task: task, recipe: recipe, replicate: replicate)
        let training = try digits.trainingImages(in: lab)
        var stream = lab.stream("recurrent", replicate)
        var network = RecurrentNetwork(
            inputs: training.side, units: Self.units, classes: training.classes, from: &stream)
        let batch = 20
        let steps = epochs * training.count / batch
        for epoch in 0..<epochs {
            let order = stream.permutation(training.count)
            for first in stride(from: 0, to: order.count - batch + 1, by: batch) {
                let images = training.subset(order[first..<first + batch])
                let done = Double(epoch * training.count / batch + first / batch) / Double(steps)
                network.train(
                    images.lines, images.labels, rate: 0.05 * (1 - 0.9 * done),
                    keepInput: drops ? task.keepInput : 1, keepOutput: drops ? task.keepHidden : 1, &stream)
            }
        }
        let test = try digits.images(.test, count: task.testExamples, in: lab)
        let wrong = zip(network.predictions(test.lines), test.labels).count { $0 != $1 }
        return Double(wrong) / Double(test.count)
    }
}

extension LabelledImages {
    /// The images' first lines as one matrix, then their second, and so on.
    fileprivate var lines: [Matrix] {
        (0..<side).map { line in
            Matrix(rows: count, columns: side) { Double(pixels[($0 * side + line) * side + $1]) }
        }
    }
}
