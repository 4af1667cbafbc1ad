import LinearAlgebra
import Notebook
import Plots

extension Hybrid: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (few, last) = (results.few, parameters.labelled.count - 1)
        PageFigure("hybrid", Self.figure(results, parameters.labelled))
        Value("data-name", results.dataName)
        Value("fewest-labels", parameters.labelled[0])
        Value("few-labels", parameters.labelled[few])
        Value("fewest-gain", Estimate(of: results.gains(0)))
        Value("most-labels", parameters.labelled[last])
        Value("few-discriminative", Estimate(of: results.discriminative[few]))
        Value("few-tied", Estimate(of: results.tied[few]))
        Value("few-generative", Estimate(of: results.generative[few]))
        Value("many-discriminative", Estimate(of: results.discriminative[last]))
        Value("many-tied", Estimate(of: results.tied[last]))
        Value("many-generative", Estimate(of: results.generative[last]))
        Claim(
            "8-3X",
            "A classifier with few labels gains from parameters that are drawn toward those of a model of the inputs.",
            method: """
                Softmax regression on principal components of digits, its parameters drawn toward those of Gaussian classes fitted to \
                the same labelled and many unlabelled images, or toward zero; $\\alpha$ of both chosen on validation images.
                """
        ) {
            Check.positive(
                "\(parameters.labelled[few]) labels: error rate toward zero minus tied", differences: results.gains(few)
            )
            Check.positive(
                "fall of the gain to \(parameters.labelled[last]) labels",
                differences: results.gains(few).subtracting(results.gains(last)))
        }
    }

    private static func figure(_ hybrid: Results, _ labelled: [Int]) -> Figure {
        let counts = labelled.map(Double.init)
        return Figure(width: 420, height: 200, title: "Classifiers with few labels") {
            Panel(
                x: Axis("labelled images", scale: .log, ticks: .values(counts)), y: Axis("test error", including: [0]),
                legend: .top
            ) {
                Band(x: counts, replicates: hybrid.discriminative.transposedRows).role(.series(0)).label("toward zero")
                Band(x: counts, replicates: hybrid.generative.transposedRows).role(.series(1)).label("generative")
                Band(x: counts, replicates: hybrid.tied.transposedRows).role(.series(2)).label(
                    "tied")
            }
        }
    }
}

extension Hybrid {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-3X") { $0.tied[1] = $0.tied[1].map { $0 + 0.2 } },
        Mutant("8-3X") { $0.tied[1] = $0.discriminative[1] },
        Mutant("8-3X") { $0.tied[$0.tied.count - 1] = $0.tied[$0.tied.count - 1].map { $0 - 0.2 } },
    ]
}
