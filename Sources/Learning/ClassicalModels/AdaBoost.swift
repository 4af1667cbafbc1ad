import DataSets
import Foundation
import LinearAlgebra

/// AdaBoost with shallow trees, stumps when not told otherwise (Freund and Schapire 1997); with more than two classes the
/// SAMME variant (Zhu et al. 2009).
///
/// Each round fits a tree to weighted examples, weighs its vote by its error, and raises the weights of what it got wrong.
public struct AdaBoost: Sendable, Codable, Equatable {
    /// One tree a round that was done.
    public let trees: [ClassificationTree]
    /// The weight of each tree's vote: log((1 − ε)/ε) + log(classes − 1) for the weighted error ε.
    public let voteWeights: [Double]
    public let classes: Int

    /// Boosts for `rounds`, or until a tree makes no weighted error or is no better than chance.
    /// - Throws: `LearningError` for no rounds, `noBetterThanChance` when the first tree is, and as `ClassificationTree`.
    public init(
        _ data: ClassificationData, rounds: Int, limits: TreeLimits = TreeLimits(depth: 1)
    ) throws(LearningError) {
        guard rounds > 0 else { throw .empty(what: "rounds") }
        guard data.classes > 1 else {
            throw .outOfRange(setting: "Classes", value: Double(data.classes), allowed: "at least 2")
        }
        let inputs = try SortedFeatures(data.inputs)
        var weights = Array(repeating: 1 / Double(data.count), count: data.count)
        var trees: [ClassificationTree] = []
        var votes: [Double] = []
        for _ in 0..<rounds {
            let tree = try ClassificationTree(
                inputs, data.labels, classes: data.classes, weights: weights, limits: limits)
            let wrong = zip(try tree.predictions(for: data.inputs), data.labels).map { $0 != $1 }
            let error = zip(weights, wrong).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } / weights.reduce(0, +)
            let chance = 1 - 1 / Double(data.classes)
            guard error < chance else {
                guard trees.isEmpty else { break }
                throw .noBetterThanChance(what: "The first tree", error: error, chance: chance)
            }
            // A tree without error would have an infinite vote.
            let vote = log((1 - max(error, 1e-10)) / max(error, 1e-10)) + log(Double(data.classes - 1))
            trees.append(tree)
            votes.append(vote)
            guard error > 0 else { break }
            for i in weights.indices where wrong[i] { weights[i] *= exp(vote) }
            let total = weights.reduce(0, +)
            for i in weights.indices { weights[i] /= total }
        }
        (self.trees, voteWeights, classes) = (trees, votes, data.classes)
    }

    /// The class with the largest sum of votes of the first `rounds` trees, of all when nil, for each row of `x`.
    /// - Throws: `LearningError` when there are fewer trees, `x` has other features or a value is not finite.
    public func predictions(for x: Matrix, rounds: Int? = nil) throws(LearningError) -> [Int] {
        let used = try trees.first(rounds, "Rounds")
        var sums = Matrix(rows: x.rows, columns: classes)
        for (tree, vote) in zip(used, voteWeights) {
            for (row, label) in try tree.predictions(for: x).enumerated() { sums[row, label] += vote }
        }
        return try sums.decisions()
    }

    /// The share of `data` got wrong after each round.
    /// - Throws: `LearningError` for other features or classes than those boosted on, or values that are not finite.
    public func errorRates(on data: ClassificationData) throws(LearningError) -> [Double] {
        guard data.classes == classes else {
            throw .sizesDisagree(what: "Classes", data.classes, other: "classes of the trees", classes)
        }
        try data.labels.requireClasses(classes)
        var sums = Matrix(rows: data.count, columns: classes)
        var rates: [Double] = []
        for (tree, vote) in zip(trees, voteWeights) {
            for (row, label) in try tree.predictions(for: data.inputs).enumerated() { sums[row, label] += vote }
            rates.append(sums.rowMaxima.errorRate(against: data.labels))
        }
        return rates
    }
}

extension AdaBoost {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let trees = try container.decode([ClassificationTree].self, forKey: .trees)
        let voteWeights = try container.decode([Double].self, forKey: .voteWeights)
        let classes = try container.decode(Int.self, forKey: .classes)
        try decoder.check { () throws(LearningError) in
            try trees.requireLikeness(classes: classes)
            guard trees.count == voteWeights.count else {
                throw .sizesDisagree(what: "Trees", trees.count, other: "weights of votes", voteWeights.count)
            }
            try voteWeights.requireFinite("Weight of vote")
        }
        self.trees = trees
        self.voteWeights = voteWeights
        self.classes = classes
    }
}
