import Foundation
import Learning
import Notebook
import Plots

extension EarlyStoppingSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("learning-curves", learningCurves(results))
        PageFigure("error-curves", errorCurves(results))
        PageFigure("retraining", retraining(results.retraining))
        PageFigure("going-on", goingOn(results.endless))
        PageFigure("surrogate", surrogate(results.surrogate))
        trajectory(results.analysis.trajectory)
        PageFigure("elsewhere", elsewhere(results.analysis.trajectory))
        PageFigure("filters", filters(results.analysis.filters))
        PageFigure("product", product(results.analysis.filters))
    }

    private static func learningCurves(_ results: Results) -> Figure {
        let runs = results.runs
        let epochs = Array(1...runs[0].validationLoss.count)
        let best = Curves.minimum(of: runs)
        let least = runs.map { $0.validationLoss[best] }.mean
        return Figure(width: 420, height: 230) {
            Panel(
                x: Axis("epoch", in: 0...Double(epochs.count)), y: Axis("negative log-likelihood", in: 0...2.2 * least)
            ) {
                Band(x: epochs, replicates: runs.map(\.trainingLoss), .standardError).role(.training).label("training")
                Band(x: epochs, replicates: runs.map(\.validationLoss), .standardError).role(.validation).label(
                    "validation")
                Rule(x: Double(best + 1)).role(.muted).label("returned epoch")
                Point(x: Double(best + 1), y: least).role(.regularized)
            }
        }
    }

    private static func errorCurves(_ results: Results) -> Figure {
        let runs = results.runs
        let epochs = Array(1...runs[0].validationError.count)
        return Figure(width: 420, height: 190) {
            Panel(x: Axis("epoch", in: 0...Double(epochs.count)), y: Axis("misclassified share", including: [0])) {
                Band(x: epochs, replicates: runs.map(\.trainingError), .standardError).role(.training).label("training")
                Band(x: epochs, replicates: runs.map(\.validationError), .standardError).role(.validation).label(
                    "validation")
                Rule(x: Double(Curves.minimum(of: runs) + 1)).role(.muted).label("least loss")
            }
        }
    }

    private static func filters(_ filters: FilterMeasurements) -> Figure {
        let places = (0...160).map { pow(10, -2 + Double($0) / 40) }
        return Figure(width: 300, height: 190) {
            Panel(
                x: Axis("$s=\\lambda/\\alpha=\\eta\\tau\\lambda$", in: 0.01...100, scale: .log),
                y: Axis("share learned", in: 0...1)
            ) {
                Line(x: places, y: places.map { 1 - exp(-$0) }).role(.series(0)).label("early stopping")
                Line(x: places, y: places.map { $0 / (1 + $0) }).role(.series(1)).dash(.dashed).label("weight decay")
                Rule(x: filters.gapAt).role(.muted).label("farthest apart")
            }
        }
    }

    private static func product(_ filters: FilterMeasurements) -> Figure {
        let ratios = (0...100).map { pow(10, -3 + Double($0) / 25) }
        return Figure(width: 300, height: 180) {
            Panel(
                x: Axis("$\\lambda/\\alpha$", in: 1e-3...10, scale: .log), y: Axis("$\\tau\\eta\\alpha$", in: 0...1.1)
            ) {
                Rule(y: 1).role(.muted).label("equation 7.28")
                Line(x: ratios, y: ratios.map { log1p($0) / $0 }).role(.truth)
                Points(x: filters.ratios, y: filters.products).role(.regularized)
            }
        }
    }
}
