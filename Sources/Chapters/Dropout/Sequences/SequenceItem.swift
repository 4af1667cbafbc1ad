import DataSets
import Laboratory
import LinearAlgebra

/// Recurrent networks of one kind.
struct SequenceItem: Codable, Sendable {
    let task: DigitTask
    let drops: Bool
    let epochs: Int
    let units: Int
    let examples: Int

    func error(_ replicate: Int, in lab: Lab) throws -> Double {
        var recipe = Recipe(task)
        recipe.examples = min(examples, task.trainingPool)
        let digits = DigitItem(task: task, recipe: recipe)
        let training = try digits.trainingImages(replicate, in: lab)
        var stream = lab.stream("recurrent", replicate)
        var network = RecurrentNetwork(
            inputs: training.side, units: units, classes: training.classes, from: &stream)
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
