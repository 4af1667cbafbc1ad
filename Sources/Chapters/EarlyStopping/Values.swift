import Learning
import Notebook

extension EarlyStoppingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        trainingValues(results)
        curveValues(results.runs)
        Value("scripted-sequences", results.algorithm.sequences)
        Value("monitor-epochs", results.monitor.epochs)
        Value("candidate-times", results.monitor.candidateTimes)
        Value("own-overhead", results.monitor.ownOverhead)
        stoppingValues(results)
        Value("monitor-share", results.monitor.overhead)
        Value("copied-kilobytes", Double(results.monitor.copiedBytes) / 1_000)
        Value("shape-runs", results.shapes.runs)
        Value("shape-turned", results.shapes.turned)
        shapes(results.shapes)
        retrainingValues(results)
        quadraticValues(results)
        filterValues(results.analysis.filters)
    }

    @PageBuilder
    private static func trainingValues(_ results: Results) -> [PageElement] {
        Value("data-name", results.dataName)
        Value("runs", results.runs.count)
        Value("maxout-units", results.parameters.maxoutUnits)
        Value("maxout-pieces", results.parameters.maxoutPieces)
        Value("keep-input", results.parameters.keepInput)
        Value("keep-hidden", results.parameters.keepHidden)
        Value("training-examples", results.parameters.trainingExamples)
        Value("validation-examples", results.parameters.validationExamples)
        Value("epochs", results.parameters.epochs)
    }

    @PageBuilder
    private static func curveValues(_ runs: [LearningRun]) -> [PageElement] {
        let curves = Curves(runs: runs)
        let best = Curves.minimum(of: runs)
        Value("u-runs", curves.turning)
        Value("best-epoch", best + 1)
        Value("epochs-after-best", runs[0].validationLoss.count - best - 1)
        Value("min-loss", Estimate(of: runs.map { $0.validationLoss[best] }))
        Value("rise", Estimate(of: curves.rises(of: \.validationLoss)))
        Value("final-training-loss", Estimate(of: runs.map { $0.trainingLoss[$0.trainingLoss.count - 1] }))
        Value("error-at-best", runs.map { $0.validationError[best] }.mean)
        Value("error-at-end", runs.map { $0.validationError[$0.validationError.count - 1] }.mean)
    }

    @PageBuilder
    private static func quadraticValues(_ results: Results) -> [PageElement] {
        Value("identity-problems", results.parameters.problems)
        Value("trajectory-error", results.analysis.quadratic.trajectoryError)
        Value("tau-least", results.analysis.quadratic.leastSteps)
        Value("tau-most", results.analysis.quadratic.mostSteps)
        Value("start-gap-own", results.analysis.quadratic.gapToOwnStart)
        Value("start-gap-origin", results.analysis.quadratic.gapToOrigin)
        Value("learning-time-error", results.analysis.quadratic.learningTimeError)
        Value("path-distance", results.analysis.trajectory.largestDistance)
        Value("path-norm", results.analysis.trajectory.optimumNorm)
    }

    @PageBuilder
    private static func filterValues(_ filters: FilterMeasurements) -> [PageElement] {
        Value("filter-gap", filters.largestGap)
        Value("filter-gap-at", filters.gapAt)
        Value("filter-ratio", filters.largestRatio)
        Value("product-at-hundredth", filters.products[1])
        Value("product-at-one", filters.products[4])
        Value("product-at-ten", filters.products[6])
        Value("matched-draws", filters.matchedProducts.count)
        Value("matched-product", filters.typicalProduct)
        Value("matched-gap", filters.matchedGaps.map(abs).mean)
    }
}
