import Networks
import Notebook
import Plots
import Statistics

extension LearningCurves: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let curves = CurveSet(runs: results.runs)
        let best = CurveSet.minimum(of: results.runs)
        PageFigure("learning-curves", Self.losses(results.runs))
        PageFigure("error-curves", Self.errors(results.runs))
        Value("data-name", results.dataName)
        Value("runs", results.runs.count)
        Value("u-runs", curves.turning)
        Value("best-epoch", best + 1)
        Value("epochs-after-best", parameters.training.epochs - best - 1)
        Value("min-loss", Estimate(of: results.runs.map { $0.validationLoss[best] }))
        Value("rise", Estimate(of: curves.rises(of: \.validationLoss)))
        Value("final-training-loss", Estimate(of: results.runs.map { $0.trainingLoss[$0.trainingLoss.count - 1] }))
        Value("error-at-best", results.runs.map { $0.validationError[best] }.mean)
        Value("error-at-end", results.runs.map { $0.validationError[$0.validationError.count - 1] }.mean)
        Value("test-loss-rise", Estimate(of: results.runs.map { $0.last.loss - $0.returned.loss }))
        Value("test-error-rise", Estimate(of: results.runs.map { $0.last.error - $0.returned.error }))
        Value("own-overhead", results.overhead)
        Value("saved-share", Estimate(of: results.savedShares(of: parameters.training.epochs)))
        Self.curveClaims(curves)
        Self.stoppingClaims(results, parameters, curves)
    }

    private static func losses(_ runs: [Run]) -> Figure {
        let epochs = Array(1...runs[0].validationLoss.count)
        let best = CurveSet.minimum(of: runs)
        let lowest = runs.map { $0.validationLoss[best] }.mean
        return Figure(width: 420, height: 230) {
            Panel(
                x: Axis("epoch", in: 0...Double(epochs.count)), y: Axis("negative log-likelihood", in: 0...2.2 * lowest)
            ) {
                Band(x: epochs, replicates: runs.map(\.trainingLoss), .standardError).role(.training).label("training")
                Band(x: epochs, replicates: runs.map(\.validationLoss), .standardError).role(.validation).label(
                    "validation")
                Rule(x: Double(best + 1)).role(.muted).label("returned epoch")
                Point(x: Double(best + 1), y: lowest).role(.regularized)
            }
        }
    }

    private static func errors(_ runs: [Run]) -> Figure {
        let epochs = Array(1...runs[0].validationError.count)
        return Figure(width: 420, height: 190) {
            Panel(x: Axis("epoch", in: 0...Double(epochs.count)), y: Axis("misclassified share", including: [0])) {
                Band(x: epochs, replicates: runs.map(\.trainingError), .standardError).role(.training).label("training")
                Band(x: epochs, replicates: runs.map(\.validationError), .standardError).role(.validation).label(
                    "validation")
                Rule(x: Double(CurveSet.minimum(of: runs) + 1)).role(.muted).label("lowest loss")
            }
        }
    }
}

extension LearningCurves.Results {
    /// The share of the cost of `epochs` epochs that stopping early saves in each run, what validation costs taken off.
    func savedShares(of epochs: Int) -> [Double] {
        stops.map { 1 - Double($0) * (1 + overhead) / Double(epochs) }
    }
}

extension LearningCurves {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-1X") { $0.runs.updateEach { $0.validationLoss = $0.trainingLoss } },
        Mutant("7-1X") { $0.runs.updateEach { $0.trainingLoss.reverse() } },
        Mutant("7-8X") { $0.runs.updateEach { $0.trainingLoss.reverse() } },
        Mutant("7-8X") { $0.runs.updateEach { swap(&$0.slopeAtBest, &$0.slopeAtEnd) } },
        Mutant("7-24X") {
            $0.runs.updateEach { $0.last = Evaluation(loss: $0.last.loss, error: $0.returned.error + 0.1) }
        },
        Mutant("7-25X") { $0.stops = $0.stops.indices.map { 10 + $0 } },
        Mutant("7-28D") { $0.runs.updateEach { $0.validationError = $0.validationLoss } },
        Mutant("7-28D") { $0.runs.updateEach { $0.validationLoss = $0.trainingLoss } },
    ]
}
