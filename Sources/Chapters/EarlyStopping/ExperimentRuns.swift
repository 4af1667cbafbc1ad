import Learning
import Notebook

/// One run's settings: all that decides its curves besides data and master seed.
struct RunItem: Codable, Sendable {
    let run: Int
    let parameters: Parameters

    func images(_ part: DataPart, count: Int, in lab: Lab) throws -> LabelledImages {
        let images = try lab.images(part, count: count)
        return parameters.isHalved ? images.halved() : images
    }

    /// Two hidden layers of maxout units with dropout before each layer, and a softmax output.
    func network(for images: LabelledImages) throws -> Network {
        try Network(input: .image(side: images.side)) {
            Dropout(keep: parameters.keepInput)
            Maxout(units: parameters.maxoutUnits, pieces: parameters.maxoutPieces)
            Dropout(keep: parameters.keepHidden)
            Maxout(units: parameters.maxoutUnits, pieces: parameters.maxoutPieces)
            Dropout(keep: parameters.keepHidden)
            Dense(units: images.classes)
        }
    }

    func trainer(on images: LabelledImages, in lab: Lab) throws -> Trainer<Float> {
        let descent = SGD(
            batch: parameters.batchSize, rate: .constant(parameters.learningRate),
            momentum: .constant(parameters.momentum), maxNorm: parameters.maxNorm)
        return try Trainer(
            network(for: images), descent, on: images.examples, stream: lab.stream("run", run))
    }
}

extension LearningRun {
    /// The learning curves of networks that differ in their random numbers only.
    static func train(_ parameters: Parameters, in lab: Lab) async throws -> [LearningRun] {
        let items = (0..<parameters.runs).map { RunItem(run: $0, parameters: parameters) }
        return try await lab.map("networks", over: items) { item, lab in
            let training = try item.images(.training, count: item.parameters.trainingExamples, in: lab)
            let validation = try item.images(.validation, count: item.parameters.validationExamples, in: lab)
            let trainer = try item.trainer(on: training, in: lab)
            var state = trainer.start()
            var best = (loss: Double.infinity, parameters: state.parameters)
            let curve = try trainer.learningCurve(
                from: &state, epochs: item.parameters.epochs, validation: validation.examples,
                monitor: training.examples
            ) { epoch, state in
                if epoch.validation.loss < best.loss { best = (epoch.validation.loss, state.parameters) }
            }
            let part = training.examples.subset(0..<min(training.count, 1_000))
            let slope = { try LossGradient(trainer.network, at: $0, on: part).parameters.map(Double.init).norm }
            return try LearningRun(
                curve, patience: item.parameters.patience, slopeAtBest: slope(best.parameters),
                slopeAtEnd: slope(state.parameters))
        }
    }

    private init(_ curve: LearningCurve, patience: Int, slopeAtBest: Double, slopeAtEnd: Double) throws {
        let stopped = try EarlyStopping(patience: patience).replay(curve.validationLosses)
        self.init(
            trainingLoss: curve.epochs.compactMap(\.training?.loss), validationLoss: curve.validationLosses,
            trainingError: curve.epochs.compactMap(\.training?.error), validationError: curve.validationErrors,
            bestEpoch: stopped.step, stoppedAfter: stopped.stoppedAt, slopeAtBest: slopeAtBest, slopeAtEnd: slopeAtEnd)
    }
}

extension MonitorMeasurements {
    /// The same runs with and without a look at the validation images after each epoch.
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> MonitorMeasurements {
        let epochs = 3
        var short = parameters
        short.trainingExamples = min(parameters.trainingExamples, 1_000)
        short.validationExamples = min(parameters.validationExamples, 500)
        let items = (0..<2).map { RunItem(run: $0, parameters: short) }
        let identical = try await lab.map("monitored and not", over: items) { item, lab in
            let training = try item.images(.training, count: item.parameters.trainingExamples, in: lab)
            let validation = try item.images(.validation, count: item.parameters.validationExamples, in: lab).examples
            let trainer = try item.trainer(on: training, in: lab)
            var watched = trainer.start()
            var alone = trainer.start()
            _ = try trainer.learningCurve(from: &watched, epochs: epochs, validation: validation)
            try trainer.train(&alone, steps: epochs * trainer.stepsPerEpoch)
            return watched.parameters == alone.parameters
        }
        let images = LabelledImages(side: parameters.isHalved ? 14 : 28, classes: 10, pixels: [], labels: [])
        let network = try RunItem(run: 0, parameters: parameters).network(for: images)
        return MonitorMeasurements(
            epochs: epochs, identical: identical, candidateTimes: parameters.epochs,
            copiedBytes: network.parameterCount * MemoryLayout<Float>.size, overhead: overhead(network),
            ownOverhead: overhead(network) * Double(parameters.validationExamples)
                / Double(parameters.trainingExamples))
    }

    /// Multiplications of validation over those of training when one validation set of training examples passes between
    /// evaluations.
    private static func overhead(_ network: Network) -> Double {
        let weights = network.blocks.filter { $0.role == .weights }.map { Double($0.count) }
        let forward = weights.reduce(0, +)
        let inputGradients = weights.dropFirst().reduce(0, +)
        return forward / (forward + forward + inputGradients)
    }
}
