import Learning
import Notebook

extension EarlyStoppingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        trainingValues(results)
        curveValues(results.runs)
        PageElement.value("scripted-sequences", results.algorithm.sequences)
        PageElement.value("monitor-epochs", results.monitor.epochs)
        PageElement.value("candidate-times", results.monitor.candidateTimes)
        PageElement.value("cost-ratio", results.monitor.costRatio)
        PageElement.value("monitor-share", results.monitor.overhead)
        PageElement.value("copied-kilobytes", Double(results.monitor.copiedBytes) / 1_000)
        PageElement.value("shape-runs", results.shapes.runs)
        PageElement.value("shape-turned", results.shapes.turned)
        PageElement.table(shapes(results.shapes))
        retrainingValues(results)
        quadraticValues(results)
        filterValues(results.analysis.filters)
    }

    @PageBuilder
    private static func trainingValues(_ results: Results) -> [PageElement] {
        PageElement.value("data-name", results.dataName)
        PageElement.value("runs", results.runs.count)
        PageElement.value("maxout-units", results.parameters.maxoutUnits)
        PageElement.value("maxout-pieces", results.parameters.maxoutPieces)
        PageElement.value("keep-input", results.parameters.keepInput)
        PageElement.value("keep-hidden", results.parameters.keepHidden)
        PageElement.value("training-examples", results.parameters.trainingExamples)
        PageElement.value("validation-examples", results.parameters.validationExamples)
        PageElement.value("epochs", results.parameters.epochs)
    }

    @PageBuilder
    private static func curveValues(_ runs: [LearningRun]) -> [PageElement] {
        let curves = Curves(runs: runs)
        let best = Curves.minimum(of: runs)
        PageElement.value("u-runs", curves.turning)
        PageElement.value("best-epoch", best + 1)
        PageElement.value("epochs-after-best", runs[0].validationLoss.count - best - 1)
        PageElement.value("min-loss", Estimate(of: runs.map { $0.validationLoss[best] }))
        PageElement.value("rise", Estimate(of: curves.rises(of: \.validationLoss)))
        PageElement.value("final-training-loss", Estimate(of: runs.map { $0.trainingLoss[$0.trainingLoss.count - 1] }))
        PageElement.value("error-at-best", runs.map { $0.validationError[best] }.mean)
        PageElement.value("error-at-end", runs.map { $0.validationError[$0.validationError.count - 1] }.mean)
    }

    @PageBuilder
    private static func quadraticValues(_ results: Results) -> [PageElement] {
        PageElement.value("identity-problems", results.parameters.problems)
        PageElement.value("trajectory-error", results.analysis.quadratic.trajectoryError)
        PageElement.value("tau-least", results.analysis.quadratic.leastSteps)
        PageElement.value("tau-most", results.analysis.quadratic.mostSteps)
        PageElement.value("start-gap-own", results.analysis.quadratic.gapToOwnStart)
        PageElement.value("start-gap-origin", results.analysis.quadratic.gapToOrigin)
        PageElement.value("learning-time-error", results.analysis.quadratic.learningTimeError)
        PageElement.value("path-distance", results.analysis.trajectory.largestDistance)
        PageElement.value("path-norm", results.analysis.trajectory.optimumNorm)
    }

    @PageBuilder
    private static func filterValues(_ filters: FilterMeasurements) -> [PageElement] {
        PageElement.value("filter-gap", filters.largestGap)
        PageElement.value("filter-gap-at", filters.gapAt)
        PageElement.value("filter-ratio", filters.largestRatio)
        PageElement.value("product-at-hundredth", filters.products[1])
        PageElement.value("product-at-one", filters.products[4])
        PageElement.value("product-at-ten", filters.products[6])
        PageElement.value("matched-draws", filters.matchedProducts.count)
        PageElement.value("matched-product", filters.typicalProduct)
        PageElement.value("matched-gap", filters.matchedGaps.map(abs).mean)
    }
}
