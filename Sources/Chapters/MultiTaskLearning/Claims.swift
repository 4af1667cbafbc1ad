import Foundation
import Learning
import Notebook

extension MultiTaskLearningSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        [
            generalizationClaim(results.pooling), strengthClaim(results), boundClaim, relatednessClaim(results),
            graphClaim(results.graph), toyClaim(results),
        ]
    }

    private static func generalizationClaim(_ pooling: PoolingMeasurements) -> Claim {
        Claim(
            "12-1X", "Tasks that share a part of their model are learned better together than alone.",
            method: """
                Linear tasks over two common factors, shared map and heads unknown: squared error of one task's weights, learned alone \
                and with \((pooling.taskCounts.last ?? 1) - 1) others. Control: the others' targets shuffled among the examples.
                """
        ) {
            Check.positive(
                "squared error alone minus together",
                differences: pooling.errors.map { ($0.first ?? .nan) - ($0.last ?? .nan) })
            Check.positive(
                "squared error with shuffled companions minus with true ones",
                differences: zip(pooling.shuffled, pooling.errors).map { $0 - ($1.last ?? .nan) })
        }
    }

    private static func strengthClaim(_ results: Results) -> Claim {
        let subspace = results.subspace
        return Claim(
            "12-2X",
            "The information about shared parameters grows in proportion to the examples of all tasks together; that about a task's own parameters comes from its own examples alone.",
            method: """
                Linear tasks $y_t=\\mathbf a_t^\\top\\mathbf W\\mathbf x$ plus noise. Squared error of $\\mathbf W$ with known heads, of a head with \
                known $\\mathbf W$, and of a task's weights with both unknown, against the number of tasks $k$ and examples $m$ of each, in \
                logarithms. The second is what remains of the third when there are many tasks.
                """
        ) {
            Check.number("shared map: slope against $km$", subspace.sharedSlope, .within(-1.1 ... -0.9))
            Check.error("shared map: distance from the formula, relative", subspace.levelError, atMost: 0.05)
            Check.number("head: slope against $m$", subspace.headSlopeInExamples, .within(-1.2 ... -0.9))
            Check.number(
                "both unknown: slope against $k$ of the error above the head's own, largest $m$",
                subspace.excessSlopeInTasks, .within(-1.3 ... -0.8))
            Check.number(
                "both unknown: error with the most tasks over the head's own error, largest $m$",
                subspace.remainder, .within(1...1.5))
        }
    }

    /// The chapter names bounds of learning theory; a run can't decide them.
    private static var boundClaim: Claim {
        Claim(
            "12-5Q", "Bounds on the error depend on the pooled number of examples of all tasks.",
            method: "No run decides it.", expecting: .undecided
        ) {
            Check.undecided(
                "bounds on generalization",
                because:
                    "A bound for all distributions of tasks is a theorem; runs on some of them neither prove nor refute it."
            )
        }
    }

    private static func toyClaim(_ results: Results) -> Claim {
        let toy = results.toy
        return Claim(
            "12-6X", "A published toy: asking for a related second target as well lowers the error of the first.",
            method: """
                Not in the chapter: Caruana 1997, Table 6, 0.0648 alone and 0.0631 together over 50 trials. Test error of the first \
                target, learned alone and with the second as another output; control: the second shuffled among the cases. Networks \
                stopped after \(Int((toy.epochs.first ?? .nan).rounded())) and \(Int((toy.epochs.dropFirst(2).first ?? .nan).rounded())) \
                of at most \(results.parameters.epochs) epochs on average.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "root mean squared error alone minus together",
                differences: toy.single.subtracting(toy.extraOutput))
            Check.positive(
                "the same, shuffled minus together", differences: toy.shuffled.subtracting(toy.extraOutput))
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
            "A task's loss moves the shared part and the task's own head, and no other head.",
            method: """
                The network of the figure with tanh units and random parameters: derivatives of each loss with respect to every \
                parameter, analytically and by central differences.
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

extension SubspaceMeasurements {
    /// The entries with the most examples a task, by ascending numbers of tasks.
    private var withMostExamples: [Int] {
        let most = exampleCounts.max() ?? 0
        return taskCounts.indices.filter { exampleCounts[$0] == most }
    }

    /// The slope against k, in logarithms, of the error with both unknown less that of a head over the known map.
    var excessSlopeInTasks: Double {
        let places = withMostExamples
        return places.map { log(jointErrors[$0] - headErrors[$0]) }.slope(
            against: places.map { log(Double(taskCounts[$0])) })
    }

    /// What the error with both unknown comes down to with the most tasks, over that of a head over the known map.
    var remainder: Double {
        guard let place = withMostExamples.last else { return .nan }
        return jointErrors[place] / headErrors[place]
    }
}
