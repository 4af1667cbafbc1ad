import Notebook
import Plots
import Statistics

extension Growing: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("growing", Self.figure(results))
        Value("grown-first", results.grownTraining.map { $0[0] }.mean)
        Value("grown-training", results.grownTraining.compactMap(\.last).mean)
        Value("grown-test", results.grownTest.compactMap(\.last).mean)
        Value("averaged-training", results.baggedTraining.compactMap(\.last).mean)
        Value("gap-growth", Estimate(of: results.gapGrowth))
        Claim(
            "10-12X", "Boosting also grows one network by adding hidden units, whose capacity grows with them.",
            method: """
                Friedman 1, training sets drawn anew. Each new unit is fitted to the residual of the others; for comparison, units that \
                are each fitted to a bootstrap resample and averaged. That an added unit never raises the training error follows \
                from how it is fitted, so what is measured is how far the error falls.
                """
        ) {
            Check.positive(
                "variance of the noise minus training error of the grown network",
                differences: results.grownTraining.map { Self.noise - ($0.last ?? .nan) })
            Check.positive(
                "growth of the gap between fresh and training error from one unit to all",
                differences: results.gapGrowth)
            Check.positive(
                "training error of averaged units minus that of the grown network",
                differences: zip(results.baggedTraining, results.grownTraining).map {
                    ($0.last ?? .nan) - ($1.last ?? .nan)
                })
        }
    }

    /// Error on training and fresh examples of a growing network and of averaged units.
    private static func figure(_ results: Results) -> Figure {
        let units = Array(1...results.grownTraining[0].count)
        func panel(_ title: String, _ training: [[Double]], _ test: [[Double]]) -> Panel {
            Panel(title, x: Axis("hidden units"), y: Axis("mean squared error", in: 0...11)) {
                Band(x: units, replicates: training, .standardError).role(.training).label("training")
                Band(x: units, replicates: test, .standardError).role(.test).label("fresh")
            }
        }
        return Figure(width: 420, height: 200) {
            Row {
                panel("fitted to what is left", results.grownTraining, results.grownTest)
                panel("fitted to resamples", results.baggedTraining, results.baggedTest)
            }
        }
    }
}

extension Growing {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-12X") { $0.grownTraining = $0.grownTraining.map { $0.reversed() } },
        Mutant("10-12X") { $0.grownTest = $0.grownTraining },
        Mutant("10-12X") { $0.baggedTraining = $0.grownTraining },
    ]
}
