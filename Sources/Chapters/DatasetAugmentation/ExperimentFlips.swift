import Learning
import Notebook

/// One training set, and which flips its copies may undergo.
private struct FlipItem: Codable, Sendable {
    let digits: DigitSet
    let units: Int
    let letterExamples: Int
}

private struct FlipOutcome: Codable, Sendable {
    let digits: [[[Double]]]
    let letters: [[[Double]]]
}

extension FlipMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> FlipMeasurements {
        let items = (0..<parameters.flipReplicates).map {
            FlipItem(
                digits: DigitSet($0, examples: parameters.flipExamples, parameters), units: parameters.hiddenUnits,
                letterExamples: 120)
        }
        let outcomes = try await lab.map("flips", over: items) { item, lab in
            let digits = item.digits
            let letters = PenLetters(side: 14)
            let stream = lab.stream("letters", digits.replicate)
            return FlipOutcome(
                digits: try digits.confusions(
                    [nil, .halfTurn, .horizontal], training: digits.training(in: lab), test: digits.test(in: lab),
                    units: item.units, in: lab),
                letters: try digits.confusions(
                    [nil, .horizontal], training: letters.images(item.letterExamples, stream.split("training")),
                    test: letters.images(600, stream.split("test")), units: item.units, in: lab))
        }
        return FlipMeasurements(
            plain: outcomes.map { $0.digits[0] }, turned: outcomes.map { $0.digits[1] },
            mirrored: outcomes.map { $0.digits[2] }, plainLetters: outcomes.map { $0.letters[0] },
            mirroredLetters: outcomes.map { $0.letters[1] })
    }
}

extension DigitSet {
    /// For each kind of flip in training, the share of each class's test images that is taken for each class.
    func confusions(
        _ flips: [Augmentation.Flip?], training: LabelledImages, test: LabelledImages, units: Int, in lab: Lab
    ) throws -> [[[Double]]] {
        let network = try Algorithm.connected.network(side: training.side, units: units, classes: training.classes)
        return try flips.map { flip in
            let augmentation = Augmentation(flips: flip.map { [$0] } ?? [])
            // Each copy is flipped with probability ½; without a flip the copies are the images themselves.
            let images = try (0..<4).map { copy in
                try augmentation.apply(to: training, lab.stream("flips", replicate).split("copy", copy))
            }
            let prediction = try train(network, on: images.dropFirst().reduce(images[0]) { $0.appending($1) }, in: lab)
            return try Self.confusion(prediction.outputs(test.examples.inputs), test)
        }
    }

    private static func confusion(_ outputs: [Float], _ test: LabelledImages) -> [[Double]] {
        var counts = [[Double]](
            repeating: [Double](repeating: 0, count: test.classes), count: test.classes)
        for (label, answer) in zip(test.labels, test.answers(in: outputs)) { counts[label][answer] += 1 }
        return counts.map { row in row.map { $0 / row.reduce(0, +) } }
    }
}
