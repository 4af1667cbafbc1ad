import DataSets
import Laboratory
import LinearAlgebra
import Networks

extension DigitSet {
    /// For each kind of flip in training, the share of each class's test images that is taken for each class.
    func confusions(
        _ flips: [Augmentation.Flip?], training: LabelledImages, test: LabelledImages, units: Int, _ replicate: Int,
        in lab: Lab
    ) throws -> [[[Double]]] {
        let network = try Algorithm.connected.network(side: training.side, units: units, classes: training.classes)
        return try flips.map { flip in
            let augmentation = Augmentation(flips: flip.map { [$0] } ?? [])
            // Each copy is flipped with probability ½; without a flip the copies are the images themselves.
            let images = try (0..<4).map { copy in
                try augmentation.apply(to: training, lab.stream("flips", replicate).split("copy", copy))
            }
            let prediction = try train(
                network, on: images.dropFirst().reduce(images[0]) { $0.appending($1) }, replicate, in: lab)
            return try Self.confusion(prediction.outputs(test.examples.inputs), test)
        }
    }

    private static func confusion(_ outputs: [Float], _ test: LabelledImages) -> [[Double]] {
        var counts = [[Double]](
            repeating: [Double](repeating: 0, count: test.classes), count: test.classes)
        for (label, answer) in zip(test.labels, outputs.rowMaxima(columns: test.classes)) { counts[label][answer] += 1 }
        return counts.map { row in row.map { $0 / row.reduce(0, +) } }
    }
}
