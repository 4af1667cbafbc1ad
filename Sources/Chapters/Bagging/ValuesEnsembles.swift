import Learning
import Notebook

extension BaggingSection {
    /// What the prose quotes about bagged, averaged and boosted learners.
    @PageBuilder
    static func ensembleValues(_ results: Results) -> [PageElement] {
        Value("tree-replicates", results.parameters.treeReplicates)
        Value("tree-members", results.parameters.treeMembers)
        Value("tree-test-examples", results.parameters.treeTestExamples)
        Value("neighbors-gain", gain(results.trees, .neighbors))
        Value("ridge-gain", gain(results.trees, .ridge))
        trees(results.trees)
        Value("vote-gain", Estimate(of: results.networks.map { $0.memberErrorRate - $0.voteErrorRate }))
        Value(
            "average-over-vote", Estimate(of: results.networks.map { $0.voteErrorRate - $0.ensembleErrorRate }))
        Value("weak-vote", results.errors.weakVote)
        Value("unequal-crossing", crossing(results.errors.unequal))
        Value("tabular-networks", results.parameters.tabularNetworks)
        Value("tabular-replicates", results.parameters.tabularReplicates)
        Value("tasks", results.tabular.count + 1)
        Value("tasks-improved", improved(results))
        tasks(results)
        boostingValues(results)
        publishedValues(results.published)
    }

    @PageBuilder
    private static func boostingValues(_ results: Results) -> [PageElement] {
        let stumps = results.stumps
        let growing = results.growing
        Value("boosting-replicates", results.parameters.boostingReplicates)
        Value("boosting-rounds", results.parameters.boostingRounds)
        Value("boosted-test", stumps.boostedTest.compactMap(\.last).mean)
        Value("bagged-training", stumps.baggedTraining.compactMap(\.last).mean)
        Value("bagged-test", stumps.baggedTest.compactMap(\.last).mean)
        Value("learned-by", stumps.learnedBy)
        Value("grown-units", results.parameters.grownUnits)
        Value("grown-first", growing.grownTraining.map { $0[0] }.mean)
        Value("grown-training", growing.grownTraining.compactMap(\.last).mean)
        Value("grown-test", growing.grownTest.compactMap(\.last).mean)
        Value("averaged-training", growing.baggedTraining.compactMap(\.last).mean)
    }

    /// The published networks' numbers; those of no networks where none were trained, so that the prose can name them.
    @PageBuilder
    private static func publishedValues(_ published: PublishedEnsemble?) -> [PageElement] {
        Value("published-members", published?.memberErrorRates.count ?? 0)
        Value("published-member", Estimate(of: published?.memberErrorRates ?? []))
        Value("published-vote", published?.voteErrorRate ?? .nan)
        Value("published-average", published?.averageErrorRate ?? .nan)
    }

    /// The largest gain or loss of a stable learner, relative.
    private static func gain(_ learners: [BaggedLearner], _ learner: BaggedLearner.Learner) -> Double {
        learners.filter { $0.learner == learner }.map { abs($0.gains.mean) }.max() ?? .nan
    }

    /// The ratio of variances above which the average is worse than the better member, whose error is 1; the average's error
    /// is linear in it.
    private static func crossing(_ pairs: [EnsembleErrors.Unequal]) -> Double {
        guard let next = pairs.firstIndex(where: { $0.average > 1 }), next > 0 else { return .nan }
        let (below, above) = (pairs[next - 1], pairs[next])
        let share = (1 - below.average) / (above.average - below.average)
        return below.ratio + share * (above.ratio - below.ratio)
    }

    /// Tasks on which every check of the claim about networks found a gain of the average.
    private static func improved(_ results: Results) -> Int {
        let digits = results.networks.map { $0.memberErrorRate - $0.ensembleErrorRate }.mean > 0 ? 1 : 0
        return digits + results.tabular.count { $0.member.mean > $0.average.mean }
    }

    private static func trees(_ learners: [BaggedLearner]) -> Table {
        Table(
            "bagged",
            columns: [
                .init("data"), .init("learner"), .init("alone"), .init("bagged"), .init("saved, %"),
                .init("published, %", digits: 2),
            ],
            rows: learners.map { learner in
                let saved = Estimate(of: learner.gains.map { 100 * $0 })
                return [
                    .text(learner.task.rawValue), .text(learner.learner.rawValue), .number(learner.single.mean),
                    .number(learner.bagged.mean),
                    .estimate(mean: saved.mean, halfWidth: saved.halfWidth, n: saved.n),
                    learner.publishedSaving.map { .number($0) } ?? .text("–"),
                ]
            })
    }

    private static func tasks(_ results: Results) -> Table {
        let digits = results.networks
        let rows: [(String, [Double], [Double])] =
            [(results.dataName, digits.map { $0.squaredErrors[0] }, digits.compactMap(\.squaredErrors.last))]
            + results.tabular.map { ($0.task.rawValue, $0.member, $0.average) }
        return Table(
            "tasks",
            columns: [.init("task"), .init("a network alone"), .init("the average"), .init("saved, %", digits: 2)],
            rows: rows.map { name, member, average in
                let saved = Estimate(of: zip(member, average).map { 100 * (1 - $1 / $0) })
                return [
                    .text(name), .number(member.mean), .number(average.mean),
                    .estimate(mean: saved.mean, halfWidth: saved.halfWidth, n: saved.n),
                ]
            })
    }
}

extension BaggedLearner {
    /// The share of a tree's error that bagging saved in Breiman (1996), in per cent.
    var publishedSaving: Double? {
        guard learner == .tree else { return nil }
        return switch task {
        case .friedmanOne: 46
        case .friedmanTwo: 30
        case .friedmanThree: 38
        case .waveform: 33
        }
    }
}

extension StumpEnsembles {
    /// The number of stumps by which boosting had learned every training set without an error; 0 if never.
    var learnedBy: Int {
        let place = rounds.indices.first { place in boostedTraining.allSatisfy { $0[place...].allSatisfy { $0 == 0 } } }
        return place.map { rounds[$0] } ?? 0
    }
}
