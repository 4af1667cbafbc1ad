import Learning
import Notebook

extension MultiTaskLearningSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        [
            generalizationClaim(results), strengthClaim(results), relatednessClaim(results),
            graphClaim(results.graph),
        ]
    }

    private static func generalizationClaim(_ results: Results) -> Claim {
        let (toy, pooling) = (results.toy, results.pooling)
        return Claim(
            "12-1X", "Tasks that share a part of their model are learned better together than alone.",
            method: """
                The published toy: test error of the first target, learned alone and with the second target as another output, which \
                is shuffled among the cases as a control. Linear tasks over two common factors: the error of one task, learned alone \
                and with others.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "toy: root mean squared error alone minus together",
                differences: toy.single.subtracting(toy.extraOutput))
            Check.positive(
                "toy: the same, shuffled minus not", differences: toy.shuffled.subtracting(toy.extraOutput))
            Check.positive(
                "linear: squared error alone minus together",
                differences: pooling.errors.map { ($0.first ?? .nan) - ($0.last ?? .nan) })
        }
    }

    private static func strengthClaim(_ results: Results) -> Claim {
        let subspace = results.subspace
        return Claim(
            "12-2X",
            "What is known of shared parameters grows in proportion to the examples of all tasks together; of a task's own parameters, to that task's examples alone.",
            method: """
                Linear tasks $y_t=\\mathbf a_t^\\top\\mathbf W\\mathbf x$ plus noise: squared error of $\\mathbf W$ with known heads \
                and of a head with known $\\mathbf W$, against the number of tasks $k$ and examples $m$ of each, in logarithms.
                """
        ) {
            Check.number("shared map: slope against $km$", subspace.sharedSlope, .within(-1.1 ... -0.9))
            Check.error("shared map: distance from the formula, relative", subspace.levelError, atMost: 0.05)
            Check.number("head: slope against $m$", subspace.headSlopeInExamples, .within(-1.2 ... -0.9))
            Check.number("head: slope against $k$", subspace.headSlopeInTasks, .within(-0.1...0.1))
        }
    }

    private static func relatednessClaim(_ results: Results) -> Claim {
        let relatedness = results.relatedness
        let gains = relatedness.gains
        return Claim(
            "12-3X", "Sharing helps only if the tasks have something in common.",
            method: """
                Linear tasks whose weights leave a common direction by an angle from 0° to 90°, with one shared hidden unit and alone; \
                squared error of the weights, the same inputs and noise at each angle.
                """
        ) {
            Check.positive("gain of sharing between equal tasks", differences: gains.first ?? [])
            Check.positive("loss by sharing between orthogonal tasks", differences: (gains.last ?? []).map { -$0 })
            for step in gains.indices.dropFirst() {
                Check.positive(
                    "fall of the gain from \(relatedness.angles[step - 1].formatted())° to \(relatedness.angles[step].formatted())°",
                    differences: gains[step - 1].subtracting(gains[step]))
            }
        }
    }

    private static func graphClaim(_ graph: GraphMeasurements) -> Claim {
        Claim(
            "12-4Q", equation: "Figure 7.6",
            "A task's loss moves the shared part and the task's own head, and nothing of the other heads.",
            method: """
                The network of the figure with tanh units and random parameters: derivatives of each loss by every parameter, written out \
                and by central differences.
                """
        ) {
            Check.error("derivatives against central differences", graph.differenceError, atMost: 1e-8)
            Check.error("largest gradient where the figure has no path", graph.withoutPath, atMost: 0)
            Check.number("smallest gradient where it has one", graph.withPath, .above(1e-3))
            Check.error("sum of the tasks' gradients against their joint loss", graph.pooledError, atMost: 1e-8)
        }
    }
}

extension RelatednessMeasurements {
    /// Error alone minus error with one shared unit, one row an angle.
    var gains: [[Double]] { zip(alone, shared).map { $0.subtracting($1) } }
}

extension GraphMeasurements {
    /// Whether a path of the figure leads from a group of parameters to the loss of a column of `norms`.
    static func hasPath(_ group: SharedTrunk.Group, to loss: Int) -> Bool {
        switch group {
        case .trunk: true
        case .first: loss != 1
        case .second: loss != 0
        case .third, .reconstruction: loss == 2
        case .firstOutput: loss == 0
        case .secondOutput: loss == 1
        }
    }

    private func norms(withPath wanted: Bool) -> [Double] {
        zip(SharedTrunk.Group.allCases, norms).flatMap { group, row in
            row.indices.filter { GraphMeasurements.hasPath(group, to: $0) == wanted }.map { row[$0] }
        }
    }

    var withoutPath: Double { norms(withPath: false).max() ?? .nan }
    var withPath: Double { norms(withPath: true).min() ?? .nan }
}
