import DataSets
import LinearAlgebra
import Networks

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
