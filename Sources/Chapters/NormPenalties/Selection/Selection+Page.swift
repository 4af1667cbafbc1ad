import Notebook
import Plots

extension Selection: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("paths", Self.paths(results.paths))
        PageFigure("selection", Self.selection(results))
        Value("relevant-kept", Estimate(of: results[.few].map { Double($0.relevantKept) }))
        Value("irrelevant-kept", Estimate(of: results[.few].map { Double($0.irrelevantKept) }))
        Value("few-gain", Estimate(of: results[.few].map { $0.ridge - $0.lasso }))
        Value("one-gain", Estimate(of: results[.one].map { $0.ridge - $0.lasso }))
        Value("many-loss", Estimate(of: results[.many].map { $0.lasso - $0.ridge }))
        Claim(
            "2-30X", "The lasso selects features: it keeps those that matter and drops others.",
            method: """
                Three of Tibshirani's problems of 20 examples and 8 features, coefficients chosen by five-fold cross-validation: three \
                weights that matter, eight small ones, a single one.
                """
        ) {
            Check.positive(
                "share kept of the features that matter minus share kept of the others",
                differences: results[.few].map { Double($0.relevantKept) / 3 - Double($0.irrelevantKept) / 5 })
            Check.positive(
                "three weights: error of ridge minus lasso", differences: results[.few].map { $0.ridge - $0.lasso })
            Check.positive(
                "a single weight: error of ridge minus lasso", differences: results[.one].map { $0.ridge - $0.lasso })
            Check.positive(
                "eight small weights: error of lasso minus ridge",
                differences: results[.many].map { $0.lasso - $0.ridge })
        }
    }

    private static func paths(_ paths: CoefficientPaths) -> Figure {
        Figure(width: 420, height: 200) {
            Row {
                Panel(
                    "ridge", x: Axis("weight decay $\\alpha$", scale: .log, reversed: true), y: Axis("weights")
                ) { lines(paths.ridgeAlphas, paths.ridge, truth: paths.truth) }
                Panel(
                    "lasso", x: Axis("$L^1$ coefficient $\\beta$", scale: .log, reversed: true), y: Axis("")
                ) { lines(paths.lassoBetas, paths.lasso, truth: paths.truth) }
            }
        }
    }

    /// One line a feature: solid where the feature matters, dotted where it doesn't.
    private static func lines(_ coefficients: [Double], _ path: [[Double]], truth: [Double]) -> [any Mark] {
        truth.indices.map { feature in
            let line = Line(x: coefficients, y: path.map { $0[feature] })
            return truth[feature] == 0 ? line.role(.muted).dash(.dotted) : line.role(.series(feature)).dash(.solid)
        }
    }

    private static func selection(_ selection: Results) -> Figure {
        let bars = { (error: KeyPath<SelectionOutcome, Double> & Sendable) in
            let estimates = [SelectionProblem.few, .one, .many].map { problem in
                Estimate(of: selection[problem].map { $0[keyPath: error] })
            }
            return Bars(
                ["three weights", "one weight", "eight small"], y: estimates.map(\.mean),
                errors: estimates.map(\.halfWidth))
        }
        return Figure(width: 420, height: 190, title: "Which penalty suits which truth") {
            Panel(x: Axis(""), y: Axis("error above the noise"), legend: .top) {
                bars(\.leastSquares).group(0, of: 3).role(.muted).label("least squares")
                bars(\.ridge).group(1, of: 3).role(.series(1)).label("ridge")
                bars(\.lasso).group(2, of: 3).role(.series(0)).label("lasso")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-30X") { results in results.outcomes[0].swapArms() },
        Mutant("2-30X") { results in results.outcomes[1].swapArms() },
        Mutant("2-30X") { results in
            for place in results.outcomes[0].indices {
                results.outcomes[0][place].relevantKept = 0
                results.outcomes[0][place].irrelevantKept = 4 + place % 2
            }
        },
    ]
}

extension [SelectionOutcome] {
    /// The errors of lasso and ridge exchanged.
    fileprivate mutating func swapArms() {
        for place in indices {
            let lasso = self[place].lasso
            self[place].lasso = self[place].ridge
            self[place].ridge = lasso
        }
    }
}
