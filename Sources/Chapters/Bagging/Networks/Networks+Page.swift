import Foundation
import Notebook
import Plots
import Statistics

extension Networks: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let measured = results.mean(\.squaredErrors)
        PageFigure("network-ensemble", Self.figure(results))
        Value("data-name", results.dataName)
        Value("member-error", measured[0])
        Value("ensemble-error", measured[measured.count - 1])
        Value(
            "network-gap",
            zip(results.relative(\.squaredErrors), results.relative(\.predictedErrors)).map { abs($0 / $1 - 1) }.max()
                ?? .nan)
        Value("error-rate-gain", Estimate(of: results.errorRateGains))
        Value("vote-gain", Estimate(of: results.networks.map { $0.memberErrorRate - $0.voteErrorRate }))
        Value("average-over-vote", Estimate(of: results.networks.map { $0.voteErrorRate - $0.ensembleErrorRate }))
        Value("tasks", results.gainsOverBest.count)
        Value("tasks-improved", results.gainsOverBest.count { $0.values.mean > 0 })
        Value("lowest-correlation", results.correlations.map(\.values.mean).min() ?? .nan)
        Value("highest-correlation", results.correlations.map(\.values.mean).max() ?? .nan)
        Self.table(results)
        Claim(
            "10-8X",
            "Networks trained on the same data with other random numbers still make partly independent errors: their average has a lower error, on every task tried.",
            method: """
                Several training sets of each task, on each the same number of networks with different seeds. On one half of the new examples the correlation of the members' errors and the best member; on the other half the average's error \
                beside the best member's, one pair for each training set.
                """,
            expecting: Expectation(.inconclusive, except: [.full: .contradicted])
        ) {
            Check.positive(
                "gain in misclassified share over the average member, digits", differences: results.errorRateGains)
            for task in results.gainsOverBest {
                Check.positive("gain in squared error over the best member, \(task.name)", differences: task.values)
            }
            for task in results.correlations {
                Check.positive(
                    "share of their errors that members do not have in common, less 0.01, \(task.name)",
                    differences: task.values.map { 1 - $0 - 0.01 })
            }
        }
    }

    private static func table(_ results: Results) -> Table {
        let digits = results.networks
        let names = [results.dataName] + results.tabular.map(\.task.rawValue)
        let members = [digits.map { $0.squaredErrors[0] }] + results.tabular.map { $0.ensembles.map(\.member) }
        let averages =
            [digits.compactMap(\.squaredErrors.last)] + results.tabular.map { $0.ensembles.map(\.average) }
        return Table(
            "tasks",
            columns: [
                .init("task"), .init("a network alone"), .init("the average"), .init("saved, %", digits: 2),
                .init("correlation $c/v$", digits: 2), .init("gain over the best, %", digits: 2),
            ],
            rows: names.indices.map { place -> [Quantity] in
                let (member, average) = (members[place], averages[place])
                let saved: [Double] = zip(member, average).map { 100 * (1 - $1 / $0) }
                let gains: [Double] = zip(results.gainsOverBest[place].values, member).map { 100 * $0 / $1 }
                return [
                    .text(names[place]), .number(member.mean), .number(average.mean), Quantity(Estimate(of: saved)),
                    Quantity(Estimate(of: results.correlations[place].values)), Quantity(Estimate(of: gains)),
                ]
            })
    }

    /// Relative to one network, so that what averaging saves can be read off.
    private static func figure(_ results: Results) -> Figure {
        let sizes = Array(1...results.networks[0].squaredErrors.count)
        return Figure(width: 300, height: 190, title: "Error of averaged networks relative to that of one") {
            Panel(x: Axis("networks averaged, $k$"), y: Axis("squared error, $k = 1$ is 1")) {
                Line(x: sizes, y: results.relative(\.predictedErrors)).role(.truth).label("$v/k+(k-1)c/k$")
                Points(x: sizes, y: results.relative(\.squaredErrors)).role(.test).label("measured")
            }
        }
    }
}

extension Networks {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-8X") { $0.changeDigits { $0.correlation = 1 } },
        Mutant("10-8X") { $0.changeDigits { $0.bestSquaredError = 0 } },
        Mutant("10-8X") { $0.changeDigits { swap(&$0.memberErrorRate, &$0.ensembleErrorRate) } },
        Mutant("10-8X") { $0.changeSmall { $0.correlation = 1 } },
        Mutant("10-8X") { $0.changeSmall { $0.gainOverBest = -1 } },
    ]
}

extension Networks.Results {
    fileprivate mutating func changeDigits(_ ensemble: (inout NetworkEnsemble) -> Void) {
        for place in networks.indices { ensemble(&networks[place]) }
    }

    fileprivate mutating func changeSmall(_ ensemble: (inout SmallNetworks.SmallEnsemble) -> Void) {
        for place in tabular[0].ensembles.indices { ensemble(&tabular[0].ensembles[place]) }
    }
}
