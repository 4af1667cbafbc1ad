import DataSets
import Laboratory
import Networks

/// A network: all that decides it besides its replicate, data and master seed.
struct DigitItem: Codable, Sendable {
    let task: DigitTask
    let recipe: Recipe
    /// Updates between looks at the validation images; nil looks at the end only.
    var evaluateEvery: Int?

    func images(_ part: DataPart, count: Int, in lab: Lab) throws -> LabelledImages {
        try lab.images(part, count: count, isHalved: task.isHalved)
    }

    /// The first of a random order of the pool, so that a larger set holds the smaller ones of its replicate.
    func trainingImages(_ replicate: Int, in lab: Lab) throws -> LabelledImages {
        let pool = try images(.training, count: task.trainingPool, in: lab)
        return try pool.drawn(recipe.examples, by: lab.stream("training set", replicate))
    }

    func trainer(_ replicate: Int, in lab: Lab) throws -> Trainer<Float> {
        let training = try trainingImages(replicate, in: lab)
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
    func outcome(_ replicate: Int, in lab: Lab, from start: ((Trainer<Float>) throws -> TrainingState<Float>)? = nil)
        throws
        -> DigitOutcome
    {
        let trainer = try trainer(replicate, in: lab)
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

/// What became of one network.
struct DigitOutcome: Codable, Sendable {
    let training: Evaluation
    let validation: Evaluation
    let test: Evaluation
    let validationLosses: [Double]
}
