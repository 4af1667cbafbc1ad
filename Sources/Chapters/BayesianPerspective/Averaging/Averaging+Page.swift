import LinearAlgebra
import Notebook
import Plots

extension Averaging: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (counts, last) = (parameters.predictiveCounts, parameters.predictiveCounts.count - 1)
        PageFigure("prediction", Self.figure(results, counts.map(Double.init)))
        Value("fewest", counts[0])
        Value("most", counts[last])
        Value("gap-fewest", Estimate(of: results.gaps[0]))
        Value("gap-most", Estimate(of: results.gaps[last]))
        Value("gap-misspecified", Estimate(of: results.misspecifiedGaps))
        Value("losing-share", Double(results.gaps[last].count { $0 < 0 }) / Double(results.gaps[last].count))
        Claim(
            "1-3X",
            "Predictions that average over the posterior are better than those of its mode, the more so the fewer examples there are.",
            method: """
                Linear regression whose weights are drawn from the prior: negative log-likelihood of new examples, \
                paired over draws.
                """
        ) {
            for (count, gaps) in zip(counts, results.gaps) {
                Check.positive("plug-in minus averaged, \(count) examples", differences: gaps)
            }
            Check.positive(
                "gap with fewest examples minus gap with most",
                differences: zip(results.gaps[0], results.gaps[last]).map { $0 - $1 })
            Check.mean(
                "density averaged over drawn weights, over the closed form, minus 1", results.averagedDensity,
                equals: 0)
        }
    }

    private static func figure(_ results: Results, _ counts: [Double]) -> Figure {
        let estimates = results.gaps.map { Estimate(of: $0) }
        return Figure(width: 420, height: 180, title: "Averaging compared with the mode") {
            Row {
                Panel(
                    x: Axis("training examples $m$", scale: .log, ticks: .values(counts)),
                    y: Axis("loss on new examples"), legend: .top
                ) {
                    Line(x: counts, y: results.plugged).role(.series(1)).marker(.square).label("mode")
                    Line(x: counts, y: results.averaged).role(.series(0)).marker(.dot).label("average")
                }
                Panel(
                    x: Axis("training examples $m$", scale: .log, ticks: .values(counts)),
                    y: Axis("mode minus average", scale: .log)
                ) {
                    Band(
                        x: counts, low: estimates.map { max($0.mean - $0.halfWidth, 1e-6) },
                        high: estimates.map { $0.mean + $0.halfWidth }
                    ).role(.test)
                    Line(x: counts, y: estimates.map(\.mean)).role(.test).marker(.dot)
                }
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("1-3X") { $0.gaps[2] = [1, -1, 2, -2] },
        Mutant("1-3X") { $0.gaps = $0.gaps.map { $0.map { -$0 } } },
        Mutant("1-3X") { $0.gaps.reverse() },
        Mutant("1-3X") { $0.averagedDensity = Estimate(of: [1, 1.1, 0.9, 1]) },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Averaging>] = [
        Mutant("1-3X") { $0.equations.predictiveVariance = { $2 * $2 + 2 * $0.dot($1 * $0) } },
        Mutant("1-3X") { $0.equations.predictiveVariance = { $2 * $2 - 0.1 * $0.dot($1 * $0) } },
    ]
}
