import Learning
import Notebook

extension MultiTaskLearningSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        graphValues(results.graph)
        linearValues(results)
        toyValues(results)
        gradientTable(results.graph)
    }

    @PageBuilder
    private static func graphValues(_ graph: GraphMeasurements) -> [PageElement] {
        Value("difference-error", graph.differenceError)
        Value("with-path", graph.withPath)
    }

    @PageBuilder
    private static func linearValues(_ results: Results) -> [PageElement] {
        let (subspace, pooling, relatedness) = (results.subspace, results.pooling, results.relatedness)
        let parameters = results.parameters
        Value("replicates", parameters.replicates)
        Value("features", parameters.features)
        Value("shared-slope", subspace.sharedSlope)
        Value("level-error", subspace.levelError)
        Value("head-slope-examples", subspace.headSlopeInExamples)
        Value("excess-slope", subspace.excessSlopeInTasks)
        Value("remainder", subspace.remainder)
        Value("joint-tasks", parameters.taskCounts.last ?? 0)
        Value("shuffled-companions", Estimate(of: pooling.shuffled))
        Value("most-tasks", pooling.taskCounts.last ?? 0)
        Value("related-features", parameters.relatedFeatures)
        Value("related-examples", parameters.relatedExamples)
        Value("related-tasks", parameters.relatedTasks)
        Value("alone-error", Estimate(of: pooling.errors.map { $0.first ?? .nan }))
        Value("pooled-error", Estimate(of: pooling.errors.map { $0.last ?? .nan }))
        Value("equal-alone", Estimate(of: relatedness.alone[0]))
        Value("equal-shared", Estimate(of: relatedness.shared[0]))
        Value("orthogonal-alone", Estimate(of: relatedness.alone.last ?? []))
        Value("orthogonal-shared", Estimate(of: relatedness.shared.last ?? []))
        Value("orthogonal-chosen", Estimate(of: relatedness.chosen.last ?? []))
        Value("largest-helpful-angle", relatedness.largestHelpfulAngle)
    }

    @PageBuilder
    private static func toyValues(_ results: Results) -> [PageElement] {
        let (toy, parameters) = (results.toy, results.parameters)
        Value("trials", toy.single.count)
        Value("training-examples", parameters.trainingExamples)
        Value("held-out-examples", parameters.heldOutExamples)
        Value("hidden-units", parameters.hiddenUnits)
        Value("learning-rate", parameters.learningRate)
        Value("single", Estimate(of: toy.single))
        Value("extra-input", Estimate(of: toy.extraInput))
        Value("extra-output", Estimate(of: toy.extraOutput))
        Value("shuffled", Estimate(of: toy.shuffled))
        Value("toy-epochs", parameters.epochs)
        Value("toy-halted", toy.epochs.max() ?? .nan)
        Value("toy-loss", Estimate(of: toy.extraOutput.subtracting(toy.single)))
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
