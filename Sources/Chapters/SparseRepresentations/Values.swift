import Learning
import Notebook

extension SparseRepresentationsSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        displayValues(results.displays)
        codingValues(results)
        autoencoderValues(results)
    }

    @PageBuilder
    private static func displayValues(_ displays: DisplayMeasurements) -> [PageElement] {
        PageElement.value("zeros-of-a", displays.parametersZeros.matrix)
        PageElement.value("zeros-of-x", displays.parametersZeros.vector)
        PageElement.value("zeros-of-b", displays.representationZeros.matrix)
        PageElement.value("zeros-of-h", displays.representationZeros.vector)
        PageElement.value("printed-entry", MatrixDisplay.sparseRepresentation.product[2])
        PageElement.value("mended-entry", MatrixDisplay.mended.product[2])
    }

    @PageBuilder
    private static func codingValues(_ results: Results) -> [PageElement] {
        let (coding, parameters) = (results.coding, results.parameters)
        let last = parameters.penalties.count - 1
        PageElement.value("data-name", results.dataName)
        PageElement.value("training-images", parameters.trainingImages)
        PageElement.value("test-images", parameters.testImages)
        PageElement.value("replicates", parameters.replicates)
        PageElement.value("atoms", parameters.atoms)
        PageElement.value("rounds", parameters.rounds)
        PageElement.value("weakest-penalty", parameters.penalties[0])
        PageElement.value("middle-penalty", parameters.penalties[parameters.penalties.count / 2])
        PageElement.value("strongest-penalty", parameters.penalties[last])
        PageElement.value("weakest-zeros", Estimate(of: coding.zeros.map { $0[0] }))
        PageElement.value("strongest-zeros", Estimate(of: coding.zeros.map { $0[last] }))
        PageElement.value("weakest-residual", Estimate(of: coding.residuals.map { $0[0] }))
        PageElement.value("strongest-residual", Estimate(of: coding.residuals.map { $0[last] }))
        PageElement.value("parts", coding.picture.parts.count)
        PageElement.value("pursuit-codes", coding.codes)
        PageElement.value("equal-residual", parameters.residual)
        PageElement.value("absolute-sparsity", Estimate(of: coding.absoluteSparsity))
        PageElement.value("student-sparsity", Estimate(of: coding.studentSparsity))
        PageElement.value("squared-sparsity", Estimate(of: coding.squaredSparsity))
        PageElement.value("student-zeros", Estimate(of: coding.studentZeros))
        PageElement.value("student-error", results.penalties.studentError)
    }

    @PageBuilder
    private static func autoencoderValues(_ results: Results) -> [PageElement] {
        let (networks, parameters) = (results.autoencoders, results.parameters)
        PageElement.value("units", parameters.units)
        PageElement.value("epochs", parameters.epochs)
        PageElement.value("learning-rate", parameters.learningRate)
        PageElement.value("strongest-activity-penalty", parameters.activityPenalties.last ?? .nan)
        PageElement.value("plain-quiet", Estimate(of: networks.rectifiers[0].quiet))
        PageElement.value("sparse-quiet", Estimate(of: networks.sparseUnits.quiet))
        PageElement.value("plain-left", Estimate(of: networks.rectifiers[0].residuals))
        PageElement.value("sparse-left", Estimate(of: networks.sparseUnits.residuals))
        PageElement.value("tanh-plain", Estimate(of: networks.tanhPlain.hoyer))
        PageElement.value("tanh-student", Estimate(of: networks.tanhStudent.hoyer))
        PageElement.value("sigmoid-plain", Estimate(of: networks.sigmoidPlain.hoyer))
        PageElement.value("sigmoid-divergence", Estimate(of: networks.sigmoidDivergence.hoyer))
        PageElement.value("target", parameters.target)
        PageElement.value("plain-activity", Estimate(of: networks.sigmoidPlain.meanActivations))
        PageElement.value("target-activity", Estimate(of: networks.sigmoidDivergence.meanActivations))
        PageElement.value("target-miss", Estimate(of: networks.sigmoidDivergence.targetMisses))
        PageElement.value("kept", parameters.kept)
        PageElement.value("kept-left", Estimate(of: networks.kept.residuals))
        PageElement.value("small-weights", Estimate(of: networks.sparseWeights.smallWeights))
        PageElement.value("quiet-of-sparse-weights", Estimate(of: networks.sparseWeights.quiet))
        PageElement.value("small-of-sparse-units", Estimate(of: networks.sparseUnits.smallWeights))
    }
}
