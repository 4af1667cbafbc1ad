import Learning
import Notebook

/// Where a replicate's images come from, and for how long its networks are trained.
struct DigitSet: Codable, Sendable {
    let replicate: Int
    let examples: Int
    let side: Int
    let pool: Int
    let testExamples: Int
    let steps: Int

    init(_ replicate: Int, examples: Int, steps: Int? = nil, _ parameters: Parameters) {
        self.replicate = replicate
        self.examples = examples
        side = parameters.side
        pool = parameters.trainingPool
        testExamples = parameters.testExamples
        self.steps = steps ?? parameters.steps
    }

    /// This replicate's training images; a smaller set is the beginning of a larger one.
    func training(in lab: Lab) throws -> LabelledImages {
        try drawn(examples, in: lab)
    }

    /// As many images of the pool as `count` that are no training images.
    func others(_ count: Int, in lab: Lab) throws -> LabelledImages {
        try drawn(examples + count, in: lab).subset(examples..<examples + count)
    }

    func test(in lab: Lab) throws -> LabelledImages {
        sized(try lab.images(.test, count: testExamples))
    }

    private func drawn(_ count: Int, in lab: Lab) throws -> LabelledImages {
        let images = try lab.images(.training, count: pool)
        return sized(try images.drawn(count, by: lab.stream("training set", replicate)))
    }

    private func sized(_ images: LabelledImages) -> LabelledImages {
        images.side >= 2 * side ? images.halved() : images
    }

    /// `network` after training on `images`: all arms of a replicate start and shuffle alike.
    func train(_ network: Network, on images: LabelledImages, in lab: Lab) throws -> Prediction<Float> {
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.05, momentum: 0.9), on: images.examples,
            stream: lab.stream("training", replicate))
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
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
