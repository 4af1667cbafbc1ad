import Notebook
import Plots

extension Stopping: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("early-stopping", Self.figure(results, parameters))
        Value("stopping-runs", results.wide.count)
        Value("wide-saturated", Double(results.wide.saturated) / Double(results.wide.count))
        Value("narrow-saturated", Double(results.narrow.saturated) / Double(results.narrow.count))
        Value("narrow-accuracy", Estimate(of: results.narrow.map(\.accuracyReturned)))
        Value("narrow-lost", Estimate(of: results.narrow.map { $0.accuracyAtEnd - $0.accuracyReturned }))
        Value("latest-stop", (results.wide + results.narrow + results.mislabelled).compactMap(\.stop).max() ?? 0)
        Value("norm-at-stop", Estimate(of: results.narrow.map(\.normAtStop)))
        Value("norm-at-end", Estimate(of: results.narrow.map(\.normAtEnd)))
        Claim(
            "4-8X", equation: "Algorithm 7.1",
            "Early stopping on validation accuracy halts soon after the accuracy stops rising, whether it reaches 100 % or not.",
            method: """
                Separable training data of three kinds; the budget is far larger than the patience. The draft's 100 % needs a \
                validation set that the limiting direction separates.
                """
        ) {
            Check.all("wide margin: runs that stopped", results.wide.stopped, of: results.wide.count)
            Check.all("few examples: runs that stopped", results.narrow.stopped, of: results.narrow.count)
            Check.all(
                "wrong validation labels: runs that stopped", results.mislabelled.stopped,
                of: results.mislabelled.count)
            Check.positive(
                "growth of the norm from half the budget to its end, without stopping",
                differences: results.narrow.map { $0.normAtEnd - $0.normHalfway })
            Check.number(
                "wrong validation labels: runs that reach 100 %", Double(results.mislabelled.saturated), .atMost(0)
            )
        }
    }

    private static func figure(_ stopping: Results, _ parameters: Parameters) -> Figure {
        let steps = stopping.norms.indices.map { Double(($0 + 1) * parameters.evaluateEvery) }
        let stop = stopping.narrow[0].stop.map { Double($0 * parameters.evaluateEvery) }
        let end = Double(parameters.evaluations * parameters.evaluateEvery)
        return Figure(width: 420, height: 150, title: "Early stopping on validation accuracy") {
            Row {
                Panel(
                    x: Axis("steps", in: 10...end, scale: .log),
                    y: Axis("validation accuracy", in: 0.7...1)
                ) {
                    Line(x: steps, y: stopping.accuracies).role(.validation)
                    if let stop { Rule(x: stop).role(.muted).label("stops") }
                }
                Panel(
                    x: Axis("steps", in: 10...end, scale: .log), y: Axis("norm $\\lVert w\\rVert$", including: [0])
                ) {
                    Line(x: steps, y: stopping.norms).role(.training)
                    if let stop { Rule(x: stop).role(.muted).label("stops") }
                }
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("4-8X") { $0.wide[0].stop = nil },
        Mutant("4-8X") { $0.narrow[0].stop = nil },
        Mutant("4-8X") { $0.mislabelled[0].stop = nil },
        Mutant("4-8X") { $0.mislabelled[0].saturates = true },
        Mutant("4-8X") { $0.narrow = $0.narrow.map(\.shrinking) },
    ]
}

extension StoppedRun {
    /// The same with the norms halfway and at the end exchanged.
    fileprivate var shrinking: StoppedRun {
        var run = self
        (run.normHalfway, run.normAtEnd) = (normAtEnd, normHalfway)
        return run
    }
}

extension [StoppedRun] {
    /// Runs whose patience ran out.
    var stopped: Int { count { $0.stop != nil } }

    /// Runs whose validation accuracy was 100 % at some time.
    var saturated: Int { count(where: \.saturates) }
}
