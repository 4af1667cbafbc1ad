import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// A network of the published table: all that decides it besides its random stream and the images.
struct PublishedNetwork: Codable, Sendable {
    let row: PublishedRow
    let strength: Double
    let updates: Int
    let units: [Int]
    let trainingExamples: Int
    let batchSize: Int
    let learningRate: Double
    let momentum: Double
    let keepInput: Double
    let keepHidden: Double
    /// Images that its error is measured on.
    let measuredExamples: Int

    init(_ row: PublishedRow, _ strength: Double, _ task: PublishedTable.Task, updates: Int, measuredExamples: Int) {
        (self.row, self.strength, self.updates, self.measuredExamples) = (row, strength, updates, measuredExamples)
        (units, batchSize) = (task.units, task.batchSize)
        (learningRate, momentum) = (task.learningRate, task.momentum)
        keepInput = row.drops ? task.keepInput : 1
        keepHidden = row.drops ? task.keepHidden : 1
        trainingExamples = task.trainingExamples
    }

    /// Trains it and measures the misclassified share of other images.
    func error(_ part: DataPart, stream: RandomStream, in lab: Lab) throws -> Double {
        let training = try lab.images(.training, count: trainingExamples)
        let network = try Network(input: .image(side: training.side)) {
            if keepInput < 1 { Dropout(keep: keepInput) }
            for units in units {
                Dense(units: units, activation: .rectifier)
                if row == .l2sparsity { ActivityPenalty(.absolute, strength: strength) }
                if keepHidden < 1 { Dropout(keep: keepHidden) }
            }
            Dense(units: training.classes)
        }
        let epochs = Double(updates * batchSize) / Double(training.count)
        let descent = SGD(
            batch: min(batchSize, training.count),
            rate: .linear(from: learningRate, to: 0.02 * learningRate, epochs: epochs),
            momentum: .linear(from: 0.5, to: momentum, epochs: 0.2 * epochs), penalty: row.penalty(strength),
            maxNorm: row.boundsNorms ? strength : nil)
        let trainer = try Trainer(network, descent, on: training.examples, stream: stream)
        var state = trainer.start()
        try trainer.train(&state, steps: updates)
        return try trainer.evaluate(state.parameters, on: lab.images(part, count: measuredExamples).examples).error
    }
}
