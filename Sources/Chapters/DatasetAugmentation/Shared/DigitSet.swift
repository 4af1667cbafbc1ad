import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// A training set of so many images, and how networks train on it: all that decides them besides their replicate.
struct DigitSet: Codable, Sendable {
    let examples: Int
    let training: DigitTraining

    init(_ examples: Int, _ training: DigitTraining) {
        self.examples = examples
        self.training = training
    }

    /// This replicate's training images; a smaller set is the beginning of a larger one.
    func training(_ replicate: Int, in lab: Lab) throws -> LabelledImages {
        try drawn(examples, replicate, in: lab)
    }

    /// As many images of the pool as `count` that are no training images.
    func others(_ count: Int, _ replicate: Int, in lab: Lab) throws -> LabelledImages {
        try drawn(examples + count, replicate, in: lab).subset(examples..<examples + count)
    }

    func test(in lab: Lab) throws -> LabelledImages {
        try lab.images(.test, count: training.testExamples, isHalved: training.isHalved)
    }

    private func drawn(_ count: Int, _ replicate: Int, in lab: Lab) throws -> LabelledImages {
        try lab.images(.training, count: training.pool, isHalved: training.isHalved)
            .drawn(count, by: lab.stream("training set", replicate))
    }

    /// `network` after training on `images`: all arms of a replicate start and shuffle alike.
    func train(_ network: Network, on images: LabelledImages, _ replicate: Int, in lab: Lab) throws -> Prediction<Float>
    {
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.05, momentum: 0.9), on: images.examples,
            stream: lab.stream("training", replicate))
        var state = trainer.start()
        try trainer.train(&state, steps: training.steps)
        return Prediction(network, state.parameters)
    }
}

extension LabelledImages {
    /// The images, then those of `others`.
    func appending(_ others: LabelledImages) -> LabelledImages {
        LabelledImages(
            side: side, classes: classes, pixels: pixels + others.pixels, labels: labels + others.labels)
    }

    // snippet.augmented-images
    /// The images with `copies` of each that `augmentation` has changed.
    func augmented(_ augmentation: Augmentation, copies: Int, _ stream: RandomStream) throws -> LabelledImages {
        try (0..<copies).reduce(self) { images, copy in
            images.appending(try augmentation.apply(to: self, stream.split("copy", copy)))
        }
    }
    // snippet.end
}
