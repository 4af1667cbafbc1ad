import Notebook
import Plots

extension Rates: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let steps = parameters.steps
        let high = results.highRateErrors(of: steps)
        PageFigure("rates", Self.figure(results, steps))
        Value("largest-rate", results.rates[results.rates.count - 1])
        Value(
            "stable-rate", results.plainSteps.map { results.rates[results.stablePlace($0, of: steps)] }.min() ?? .nan)
        Value("shown-rate", Self.shownRate)
        Value("overflow-steps", results.plainNorms.count)
        Value("overflow-norm", results.plainNorms.max() ?? .nan)
        Value("plain-best", Estimate(of: results.plainErrors.map { $0.min() ?? .nan }))
        Value("bound-gain", Estimate(of: zip(results.plainErrors, high).map { ($0.min() ?? .nan) - $1 }))
        Value("constant-error", Estimate(of: results.constantErrors))
        Value("projected-high", Estimate(of: high))
        Claim(
            "3-10X",
            "At high learning rates weights and gradients feed each other until numbers overflow; reprojection stops this.",
            method: """
                Maxout networks in single precision at \(results.rates.count) learning rates, without and with a bound on each unit's \
                incoming weights: the largest rate up to which every run stays finite.
                """
        ) {
            Check.positive(
                "decades between the largest stable rates, minus 1",
                differences: zip(results.projectedSteps, results.plainSteps).map {
                    results.stableDecade($0, of: steps) - results.stableDecade($1, of: steps) - 1
                })
            Check.positive(
                "error of guessing minus test error with the bound, at ten times the largest stable rate without",
                differences: high.map { RateTask.guessing - $0 })
        }
    }

    private static func figure(_ results: Results, _ steps: Int) -> Figure {
        // A little beyond the overflow: what comes later is level.
        let shown = min(results.projectedNorms.count, 2 * results.plainNorms.count)
        return Figure(width: 420, height: 200, title: "High learning rates with and without a bound") {
            Row {
                Panel(
                    x: Axis("step", ticks: .values(stride(from: 0, to: shown, by: 2).map(Double.init))),
                    y: Axis("norm of all weights", scale: .log), legend: .top
                ) {
                    Line(x: Array(results.plainNorms.indices), y: results.plainNorms).role(.training)
                        .marker(.dot, size: 3).label("no bound")
                    Line(x: Array(0..<shown), y: Array(results.projectedNorms.prefix(shown))).role(.series(3))
                        .dash(.dashed).marker(.openDot, size: 3).label("bound on columns")
                    if let last = results.plainNorms.last {
                        Annotation("then overflow", x: Double(results.plainNorms.count - 1), y: last).role(.training)
                    }
                }
                Panel(
                    x: Axis("initial learning rate", in: 0.005...2_000, scale: .log),
                    y: Axis("test error", including: [0, RateTask.guessing]), legend: .top
                ) {
                    Rule(y: RateTask.guessing).role(.muted).dash(.dotted).label("guessing")
                    band(results, results.plainErrors, results.plainSteps, steps).role(.training).marker(.dot, size: 3)
                        .label("no bound")
                    band(results, results.projectedErrors, results.projectedSteps, steps).role(.series(3))
                        .dash(.dashed).marker(.openDot, size: 3).label("bound on columns")
                }
            }
        }
    }

    /// Test errors up to the largest rate at which every run stayed finite.
    private static func band(_ results: Results, _ errors: [[Double]], _ lasted: [[Int]], _ steps: Int) -> Band {
        let stable = results.rates.indices.prefix { place in lasted.allSatisfy { $0[place] >= steps } }
        return Band(x: stable.map { results.rates[$0] }, replicates: errors.map { Array($0[stable]) })
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("3-10X") { swap(&$0.projectedSteps, &$0.plainSteps) },
        Mutant("3-10X") { $0.projectedErrors = $0.projectedErrors.map { $0.map { _ in RateTask.guessing } } },
    ]
}
