import Learning
import Notebook

/// A network and how it trains, by the regularizers it has.
public struct Recipe: Codable, Sendable, Hashable {
    public var units: Int
    public var kind = UnitKind.rectifier
    public var pieces = 1
    public var keepInput = 1.0
    public var keepHidden = 1.0
    /// Probability with which single weights between the hidden layers are kept, in place of units.
    public var keepWeights = 1.0
    public var l2 = 0.0
    public var l1 = 0.0
    /// Strength of the penalty on the hidden units' activities.
    public var sparsity = 0.0
    public var maxNorm: Double?
    public var examples: Int
    public var updates: Int

    init(_ task: DigitTask) {
        units = task.units
        examples = task.trainingExamples
        updates = task.updates
    }

    /// The same with dropout on inputs and hidden units.
    func dropping(_ task: DigitTask) -> Recipe {
        var recipe = self
        recipe.keepInput = task.keepInput
        recipe.keepHidden = task.keepHidden
        return recipe
    }

    func network(for images: LabelledImages) throws -> Network {
        try Network(input: .image(side: images.side)) {
            if keepInput < 1 { Dropout(keep: keepInput) }
            for layer in 0..<2 {
                if keepWeights < 1 && layer == 1 {
                    DropConnect(units: units, keep: keepWeights, activation: .rectifier)
                } else {
                    kind.layer(units: units, pieces: pieces)
                }
                if sparsity > 0 { ActivityPenalty(.absolute, strength: sparsity) }
                if keepHidden < 1 { Dropout(keep: keepHidden) }
            }
            Dense(units: images.classes)
        }
    }
}

/// One network of one replicate: all that decides it besides data and master seed.
struct DigitItem: Codable, Sendable {
    let task: DigitTask
    let recipe: Recipe
    let replicate: Int
    /// Updates between looks at the validation images; nil looks at the end only.
    var evaluateEvery: Int?

    func images(_ part: DataPart, count: Int, in lab: Lab) throws -> LabelledImages {
        let images = try lab.images(part, count: count)
        return task.halved ? images.halved() : images
    }

    /// The first of a random order of the pool, so that a larger set holds the smaller ones of its replicate.
    func trainingImages(in lab: Lab) throws -> LabelledImages {
        let pool = try images(.training, count: task.trainingPool, in: lab)
        return try pool.drawn(recipe.examples, by: lab.stream("training set", replicate))
    }

    func trainer(in lab: Lab) throws -> Trainer<Float> {
        let training = try trainingImages(in: lab)
        let epochs = Double(recipe.updates * task.batchSize) / Double(training.count)
        let descent = SGD(
            batch: min(task.batchSize, training.count),
            rate: .linear(from: task.learningRate, to: 0.02 * task.learningRate, epochs: epochs),
            momentum: .linear(from: 0.5, to: task.momentum, epochs: 0.2 * epochs),
            penalty: Penalty(l2: recipe.l2, l1: recipe.l1), maxNorm: recipe.maxNorm)
        return try Trainer(
            recipe.network(for: training), descent, on: training.examples, stream: lab.stream("replicate", replicate))
    }

    /// Trains from `start`, or from random parameters, and measures.
    func outcome(in lab: Lab, from start: ((Trainer<Float>) throws -> TrainingState<Float>)? = nil) throws
        -> DigitOutcome
    {
        let trainer = try trainer(in: lab)
        let validation = try images(.validation, count: task.validationExamples, in: lab).examples
        var state = try start?(trainer) ?? trainer.start()
        var losses: [Double] = []
        if let evaluateEvery {
            for _ in 0..<recipe.updates / evaluateEvery {
                try trainer.train(&state, steps: evaluateEvery)
                losses.append(try trainer.evaluate(state.parameters, on: validation).loss)
            }
        } else {
            try trainer.train(&state, steps: recipe.updates)
        }
        let test = try images(.test, count: task.testExamples, in: lab).examples
        return DigitOutcome(
            training: try trainer.evaluate(state.parameters, on: trainer.examples),
            validation: try trainer.evaluate(state.parameters, on: validation),
            test: try trainer.evaluate(state.parameters, on: test), validationLosses: losses)
    }
}

struct DigitOutcome: Codable, Sendable {
    let training: Evaluation
    let validation: Evaluation
    let test: Evaluation
    let validationLosses: [Double]
}
