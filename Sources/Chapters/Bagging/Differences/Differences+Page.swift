import Notebook
import Plots

extension Differences: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("differences", Self.figure(results))
        for kind in results.kinds {
            Value("\(kind.difference)-correlation", Estimate(of: kind.ensembles.map(\.correlation)))
            Value("\(kind.difference)-gain", Estimate(of: kind.gains))
        }
        Claim(
            "10-13X",
            "Other initial weights, another order of minibatches and another learning rate are each enough to make the errors of networks partly independent.",
            method: """
                Networks on the same images that differ in one thing alone. Correlation of their errors on one half of new images; on the \
                other half the squared error of the best member, chosen on the first, minus that of the average, relative to the \
                former, one pair a training set.
                """,
            expecting: .contradicted
        ) {
            for kind in results.kinds {
                Check.positive("gain over the best member, other \(kind.difference.rawValue)", differences: kind.gains)
                Check.positive(
                    "share of their errors that members do not have in common, less 0.01, other \(kind.difference.rawValue)",
                    differences: kind.ensembles.map { 1 - $0.correlation - 0.01 })
            }
        }
    }

    private static func figure(_ results: Results) -> Figure {
        let places = results.kinds.indices.map { Double($0 + 1) }
        let ticks = zip(places, results.kinds).map { Tick($0, $1.difference.rawValue) }
        func panel(_ title: String, _ values: (Kind) -> [Double], names: Bool) -> Panel {
            let estimates = results.kinds.map { Estimate(of: values($0)) }
            return Panel(
                x: Axis(title, including: [0]),
                y: Axis(
                    "", in: 0.5...Double(places.count) + 0.5, ticks: names ? .labelled(ticks) : .none, reversed: true)
            ) {
                Rule(x: 0).role(.muted).dash(.dotted)
                for (place, estimate) in zip(places, estimates) {
                    Line(
                        x: [estimate.mean - estimate.halfWidth, estimate.mean + estimate.halfWidth], y: [place, place]
                    ).role(.test).dash(.solid)
                }
                Points(x: estimates.map(\.mean), y: places).role(.test)
            }
        }
        return Figure(width: 420, height: 170, title: "Networks that differ in one thing") {
            Row {
                panel("correlation of errors, $c/v$", { $0.ensembles.map(\.correlation) }, names: true)
                panel("share of the best one's error saved", { $0.gains }, names: false)
            }
        }
    }
}

extension Differences.Kind {
    /// The share of the best member's squared error that the average saves.
    var gains: [Double] { ensembles.map { $0.gainOverBest / $0.bestSquaredError } }
}

extension Differences {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        // Networks of other learning rates whose average is better than the best of them.
        Mutant("10-13X") {
            $0.change([.rate]) { $0.bestSquaredError = 2 * $0.squaredErrors[$0.squaredErrors.count - 1] }
        },
        // Networks of all kinds that have little in common and gain as much.
        Mutant("10-13X") { results in
            results.change(Difference.allCases) { ensemble in
                ensemble.correlation = 0.5
                ensemble.bestSquaredError = 2 * ensemble.squaredErrors[ensemble.squaredErrors.count - 1]
            }
        },
    ]
}

extension Differences.Results {
    fileprivate mutating func change(
        _ differences: [Differences.Difference], _ ensemble: (inout NetworkEnsemble) -> Void
    ) {
        for kind in kinds.indices where differences.contains(kinds[kind].difference) {
            for place in kinds[kind].ensembles.indices { ensemble(&kinds[kind].ensembles[place]) }
        }
    }
}
