import Foundation
import Learning
import Notebook

/// Weight scaling against averages over random masks on test images; one entry a network.
public struct SamplingMeasurements: Codable, Sendable {
    public let samples: [Int]
    public var maxout: [Sampled]
    public var tanh: [Sampled]
    /// Convolutional networks with dropout after every layer, and with dropout before the last only.
    public var everywhere: [Sampled]
    public var topOnly: [Sampled]

    /// One network: misclassified shares under weight scaling, and under both means of so many sub-networks.
    public struct Sampled: Codable, Sendable, Equatable {
        public var scaled: Double
        public var arithmetic: [Double]
        public var geometric: [Double]
        /// Divergence of the weight scaling rule from each geometric mean.
        public let divergence: [Double]
    }

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> SamplingMeasurements {
        let kinds = [UnitKind.maxout, .tanh].flatMap { kind in
            (0..<parameters.sampledNetworks).map { replicate in
                var recipe = Recipe(parameters.task).dropping(parameters.task)
                recipe.kind = kind
                recipe.units = parameters.sampledUnits
                recipe.pieces = kind == .maxout ? parameters.pieces : 1
                recipe.maxNorm = 2
                return SampledItem(
                    digits: DigitItem(task: parameters.task, recipe: recipe, replicate: replicate),
                    samples: parameters.samples, examples: parameters.sampledExamples)
            }
        }
        let dense = try await lab.map("sampled masks", over: kinds) { item, lab in try item.outcome(in: lab) }
        let convolutions = [true, false].flatMap { everywhere in
            (0..<parameters.convolutionReplicates).map {
                ConvolutionItem(
                    task: parameters.task, channels: parameters.channels, keepChannels: parameters.keepChannels,
                    isEverywhere: everywhere, replicate: $0,
                    examples: parameters.convolutionExamples, epochs: parameters.convolutionEpochs,
                    samples: parameters.samples.filter { $0 <= 100 })
            }
        }
        let images = try await lab.map("convolutions", over: convolutions) { item, lab in try item.outcome(in: lab) }
        let half = parameters.convolutionReplicates
        return SamplingMeasurements(
            samples: parameters.samples, maxout: Array(dense.prefix(parameters.sampledNetworks)),
            tanh: Array(dense.suffix(parameters.sampledNetworks)), everywhere: Array(images.prefix(half)),
            topOnly: Array(images.suffix(half)))
    }
}

/// A dense network and the images on which masks are sampled.
private struct SampledItem: Codable, Sendable {
    let digits: DigitItem
    let samples: [Int]
    let examples: Int

    func outcome(in lab: Lab) throws -> SamplingMeasurements.Sampled {
        let trainer = try digits.trainer(in: lab)
        var state = trainer.start()
        try trainer.train(&state, steps: digits.recipe.updates)
        let test = try digits.images(.test, count: examples, in: lab)
        return try .init(
            trainer.network, state.parameters, on: test, samples: samples, lab.stream("masks", digits.replicate))
    }
}

/// A small convolutional network.
private struct ConvolutionItem: Codable, Sendable {
    let task: DigitTask
    let channels: [Int]
    let keepChannels: Double
    let isEverywhere: Bool
    let replicate: Int
    let examples: Int
    let epochs: Int
    let samples: [Int]

    func outcome(in lab: Lab) throws -> SamplingMeasurements.Sampled {
        var recipe = Recipe(task)
        recipe.examples = examples
        let digits = DigitItem(task: task, recipe: recipe, replicate: replicate)
        let training = try digits.trainingImages(in: lab)
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

extension SamplingMeasurements.Sampled {
    // snippet.monte-carlo-dropout
    /// Draws one sub-network after the other and judges both means each time one of `samples` is reached.
    fileprivate init(
        _ network: Network, _ parameters: NetworkParameters<Float>, on images: LabelledImages, samples: [Int],
        _ stream: RandomStream
    ) throws {
        let prediction = Prediction(network, parameters)
        let inputs = images.examples.inputs
        let scaled = try prediction.probabilities(inputs)
        var sums = [Double](repeating: 0, count: scaled.count)
        var logarithms = sums
        self.init(scaled: images.error(scaled), arithmetic: [], geometric: [], divergence: [])
        for sample in 1...(samples.last ?? 1) {
            let member = try prediction.outputs(inputs, stream: stream.split("sample", sample)).map(Double.init)
            for first in stride(from: 0, to: member.count, by: images.classes) {
                let logs = Array(member[first..<first + images.classes]).logSoftmax
                for (place, log) in logs.enumerated() {
                    sums[first + place] += exp(log)
                    logarithms[first + place] += log
                }
            }
            guard samples.contains(sample) else { continue }
            let count = Double(sample)
            let mean = stride(from: 0, to: sums.count, by: images.classes).flatMap { first in
                Array(logarithms[first..<first + images.classes]).scaled(by: 1 / count).softmax
            }
            append(
                arithmetic: images.error(sums), geometric: images.error(mean),
                divergence: zip(scaled, mean).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) } / Double(images.count))
        }
    }
    // snippet.end

    private mutating func append(arithmetic: Double, geometric: Double, divergence: Double) {
        self = .init(
            scaled: scaled, arithmetic: self.arithmetic + [arithmetic], geometric: self.geometric + [geometric],
            divergence: self.divergence + [divergence])
    }
}

extension LabelledImages {
    /// The share of images whose most probable class is not their label.
    fileprivate func error(_ probabilities: [Double]) -> Double {
        let wrong = labels.indices.count { image in
            let row = probabilities[image * classes..<(image + 1) * classes]
            return (row.indices.max { row[$0] < row[$1] } ?? row.startIndex) - row.startIndex != labels[image]
        }
        return Double(wrong) / Double(count)
    }
}
