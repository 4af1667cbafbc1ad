import Learning
import Notebook

extension MultiTaskLearningSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        graphValues(results.graph)
        linearValues(results)
        toyValues(results)
        PageElement.table(gradientTable(results.graph))
    }

    @PageBuilder
    private static func graphValues(_ graph: GraphMeasurements) -> [PageElement] {
        PageElement.value("difference-error", graph.differenceError)
        PageElement.value("with-path", graph.withPath)
    }

    @PageBuilder
    private static func linearValues(_ results: Results) -> [PageElement] {
        let (subspace, pooling, relatedness) = (results.subspace, results.pooling, results.relatedness)
        let parameters = results.parameters
        PageElement.value("replicates", parameters.replicates)
        PageElement.value("features", parameters.features)
        PageElement.value("shared-slope", subspace.sharedSlope)
        PageElement.value("level-error", subspace.levelError)
        PageElement.value("head-slope-examples", subspace.headSlopeInExamples)
        PageElement.value("excess-slope", subspace.excessSlopeInTasks)
        PageElement.value("remainder", subspace.remainder)
        PageElement.value("joint-tasks", parameters.taskCounts.last ?? 0)
        PageElement.value("shuffled-companions", Estimate(of: pooling.shuffled))
        PageElement.value("most-tasks", pooling.taskCounts.last ?? 0)
        PageElement.value("related-features", parameters.relatedFeatures)
        PageElement.value("related-examples", parameters.relatedExamples)
        PageElement.value("related-tasks", parameters.relatedTasks)
        PageElement.value("alone-error", Estimate(of: pooling.errors.map { $0.first ?? .nan }))
        PageElement.value("pooled-error", Estimate(of: pooling.errors.map { $0.last ?? .nan }))
        PageElement.value("equal-alone", Estimate(of: relatedness.alone[0]))
        PageElement.value("equal-shared", Estimate(of: relatedness.shared[0]))
        PageElement.value("orthogonal-alone", Estimate(of: relatedness.alone.last ?? []))
        PageElement.value("orthogonal-shared", Estimate(of: relatedness.shared.last ?? []))
        PageElement.value("orthogonal-chosen", Estimate(of: relatedness.chosen.last ?? []))
        PageElement.value("largest-helpful-angle", relatedness.largestHelpfulAngle)
    }

    @PageBuilder
    private static func toyValues(_ results: Results) -> [PageElement] {
        let (toy, parameters) = (results.toy, results.parameters)
        PageElement.value("trials", toy.single.count)
        PageElement.value("training-examples", parameters.trainingExamples)
        PageElement.value("held-out-examples", parameters.heldOutExamples)
        PageElement.value("hidden-units", parameters.hiddenUnits)
        PageElement.value("learning-rate", parameters.learningRate)
        PageElement.value("single", Estimate(of: toy.single))
        PageElement.value("extra-input", Estimate(of: toy.extraInput))
        PageElement.value("extra-output", Estimate(of: toy.extraOutput))
        PageElement.value("shuffled", Estimate(of: toy.shuffled))
        PageElement.value("toy-epochs", parameters.epochs)
        PageElement.value("toy-halted", toy.epochs.max() ?? .nan)
        PageElement.value("toy-loss", Estimate(of: toy.extraOutput.subtracting(toy.single)))
    }

    private static func gradientTable(_ graph: GraphMeasurements) -> Table {
        let names = [
            "$\\mathbf{x}$ to $\\mathbf{h}_{\\text{shared}}$", "$\\mathbf{h}_{\\text{shared}}$ to $\\mathbf{h}_1$",
            "$\\mathbf{h}_{\\text{shared}}$ to $\\mathbf{h}_2$", "$\\mathbf{h}_{\\text{shared}}$ to $\\mathbf{h}_3$",
            "$\\mathbf{h}_1$ to $\\mathbf{y}_1$", "$\\mathbf{h}_2$ to $\\mathbf{y}_2$",
            "$\\mathbf{h}$ to $\\hat{\\mathbf{x}}$",
        ]
        return Table(
            "gradients",
            columns: [.init("parameters"), .init("loss of task 1"), .init("loss of task 2"), .init("reconstruction")],
            rows: zip(names, graph.norms).map { name, norms in [.text(name)] + norms.map { .number($0) } })
    }
}

extension RelatednessMeasurements {
    /// The largest angle at which one shared unit was better than separate fits on average.
    var largestHelpfulAngle: Double {
        angles.indices.last { gains[$0].mean > 0 }.map { angles[$0] } ?? .nan
    }
}
