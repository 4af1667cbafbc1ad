import Foundation
import Notebook

extension BayesianPerspectiveSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let posterior = results.posterior
        PageElement.value("problems", posterior.problems)
        PageElement.value("gaussian-error", posterior.gaussianError)
        PageElement.value("beta-error", posterior.betaError)
        PageElement.value("normalizer-spread", posterior.normalizerSpread)
        PageElement.value("mode-distance", posterior.modeDistance)
        PageElement.value("line-noise", results.parameters.noise)
        predictionValues(results)
        penaltyValues(results.penalties)
    }

    @PageBuilder
    private static func predictionValues(_ results: Results) -> [PageElement] {
        let prediction = results.prediction
        let last = prediction.counts.count - 1
        PageElement.value("fewest", prediction.counts[0])
        PageElement.value("most", prediction.counts[last])
        PageElement.value("dimensions", results.parameters.dimensions)
        PageElement.value("draws", results.parameters.replicates)
        PageElement.value("gap-fewest", Estimate(of: prediction.gaps[0]))
        PageElement.value("gap-most", Estimate(of: prediction.gaps[last]))
        PageElement.value("gap-misspecified", Estimate(of: prediction.misspecifiedGaps))
        PageElement.value(
            "losing-share", Double(prediction.gaps[last].count { $0 < 0 }) / Double(prediction.gaps[last].count))
    }

    @PageBuilder
    private static func penaltyValues(_ penalties: PenaltyMeasurements) -> [PageElement] {
        let last = penalties.boxes.count - 1
        PageElement.value("zero-share", penalties.zeroShare)
        PageElement.value("box", penalties.boxes[last])
        PageElement.value("bounded-integral", penalties.boundedIntegrals[last])
        PageElement.value("gaussian-integral", penalties.gaussianIntegrals[last])
        PageElement.value("hinge-least", penalties.hingeSums.min() ?? .nan)
        PageElement.value("hinge-greatest", penalties.hingeSums.max() ?? .nan)
        PageElement.value("first-penalty", penalties.firstPenalty)
        PageElement.value("second-penalty", penalties.secondPenalty)
        PageElement.value("dropout-error", penalties.dropoutError)
        PageElement.value("keep", penalties.keep)
    }
}
