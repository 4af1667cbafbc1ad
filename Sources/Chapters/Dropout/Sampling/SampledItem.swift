import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// A dense network and the images on which masks are sampled.
struct SampledItem: Codable, Sendable {
    let digits: DigitItem
    let samples: [Int]
    let examples: Int

    func outcome(_ replicate: Int, in lab: Lab) throws -> Sampled {
        let trainer = try digits.trainer(replicate, in: lab)
        var state = trainer.start()
        try trainer.train(&state, steps: digits.recipe.updates)
        let test = try digits.images(.test, count: examples, in: lab)
        return try .init(
            trainer.network, state.parameters, on: test, samples: samples, lab.stream("masks", replicate))
    }
}

/// A small convolutional network.
struct ConvolutionItem: Codable, Sendable {
    let task: DigitTask
    let channels: [Int]
    let keepChannels: Double
    let isEverywhere: Bool
    let examples: Int
    let epochs: Int
    let samples: [Int]

    func outcome(_ replicate: Int, in lab: Lab) throws -> Sampled {
        var recipe = Recipe(task)
        recipe.examples = examples
        let digits = DigitItem(task: task, recipe: recipe)
        let training = try digits.trainingImages(replicate, in: lab)
        let network = try Network(input: .image(side: training.side)) {
            for channels in channels {
                Convolution(channels: channels, side: 5)
                MaxPooling()
                if isEverywhere { Dropout(keep: keepChannels) }
            }
            Dense(units: task.units, activation: .rectifier)
            Dropout(keep: 0.5)
            Dense(units: training.classes)
        }
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: .linear(from: 0.05, to: 0.001, epochs: Double(epochs)), momentum: 0.9),
            on: training.examples, stream: lab.stream("convolution", replicate))
        var state = trainer.start()
        for _ in 0..<epochs { try trainer.trainEpoch(&state) }
        let test = try digits.images(.test, count: min(task.testExamples, 500), in: lab)
        return try .init(network, state.parameters, on: test, samples: samples, lab.stream("masks", replicate))
    }
}
