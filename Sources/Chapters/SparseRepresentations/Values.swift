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
        Value("zeros-of-a", displays.parametersZeros.matrix)
        Value("zeros-of-x", displays.parametersZeros.vector)
        Value("zeros-of-b", displays.representationZeros.matrix)
        Value("zeros-of-h", displays.representationZeros.vector)
        Value("printed-entry", MatrixDisplay.sparseRepresentation.product[2])
        Value("mended-entry", MatrixDisplay.mended.product[2])
    }

    @PageBuilder
    private static func codingValues(_ results: Results) -> [PageElement] {
        let (coding, parameters) = (results.coding, results.parameters)
        let last = parameters.penalties.count - 1
        Value("data-name", results.dataName)
        Value("training-images", parameters.trainingImages)
        Value("test-images", parameters.testImages)
        Value("replicates", parameters.replicates)
        Value("atoms", parameters.atoms)
        Value("rounds", parameters.rounds)
        Value("weakest-penalty", parameters.penalties[0])
        Value("middle-penalty", parameters.penalties[parameters.penalties.count / 2])
        Value("strongest-penalty", parameters.penalties[last])
        Value("weakest-zeros", Estimate(of: coding.zeros.map { $0[0] }))
        Value("strongest-zeros", Estimate(of: coding.zeros.map { $0[last] }))
        Value("weakest-residual", Estimate(of: coding.residuals.map { $0[0] }))
        Value("strongest-residual", Estimate(of: coding.residuals.map { $0[last] }))
        Value("parts", coding.picture.parts.count)
        Value("pursuit-codes", coding.codes)
        Value("equal-residual", parameters.residual)
        Value("absolute-sparsity", Estimate(of: coding.absoluteSparsity))
        Value("student-sparsity", Estimate(of: coding.studentSparsity))
        Value("squared-sparsity", Estimate(of: coding.squaredSparsity))
        Value("student-zeros", Estimate(of: coding.studentZeros))
        Value("student-error", results.penalties.studentError)
    }

    @PageBuilder
    private static func autoencoderValues(_ results: Results) -> [PageElement] {
        let (networks, parameters) = (results.autoencoders, results.parameters)
        Value("units", parameters.units)
        Value("epochs", parameters.epochs)
        Value("learning-rate", parameters.learningRate)
        Value("strongest-activity-penalty", parameters.activityPenalties.last ?? .nan)
        Value("plain-quiet", Estimate(of: networks.rectifiers[0].quiet))
        Value("sparse-quiet", Estimate(of: networks.sparseUnits.quiet))
        Value("plain-left", Estimate(of: networks.rectifiers[0].residuals))
        Value("sparse-left", Estimate(of: networks.sparseUnits.residuals))
        Value("tanh-plain", Estimate(of: networks.tanhPlain.hoyer))
        Value("tanh-student", Estimate(of: networks.tanhStudent.hoyer))
        Value("sigmoid-plain", Estimate(of: networks.sigmoidPlain.hoyer))
        Value("sigmoid-divergence", Estimate(of: networks.sigmoidDivergence.hoyer))
        Value("target", parameters.target)
        Value("plain-activity", Estimate(of: networks.sigmoidPlain.meanActivations))
        Value("target-activity", Estimate(of: networks.sigmoidDivergence.meanActivations))
        Value("target-miss", Estimate(of: networks.sigmoidDivergence.targetMisses))
        Value("kept", parameters.kept)
        Value("kept-left", Estimate(of: networks.kept.residuals))
        Value("small-weights", Estimate(of: networks.sparseWeights.smallWeights))
        Value("quiet-of-sparse-weights", Estimate(of: networks.sparseWeights.quiet))
        Value("small-of-sparse-units", Estimate(of: networks.sparseUnits.smallWeights))
    }
}
