import Foundation
import Notebook

extension BayesianPerspectiveSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let posterior = results.posterior
        Value("problems", posterior.problems)
        Value("gaussian-error", posterior.gaussianError)
        Value("beta-error", posterior.betaError)
        Value("normalizer-spread", posterior.normalizerSpread)
        Value("mode-distance", posterior.modeDistance)
        Value("line-noise", results.parameters.noise)
        predictionValues(results)
        penaltyValues(results.penalties)
    }

    @PageBuilder
    private static func predictionValues(_ results: Results) -> [PageElement] {
        let prediction = results.prediction
        let last = prediction.counts.count - 1
        Value("fewest", prediction.counts[0])
        Value("most", prediction.counts[last])
        Value("dimensions", results.parameters.dimensions)
        Value("draws", results.parameters.replicates)
        Value("gap-fewest", Estimate(of: prediction.gaps[0]))
        Value("gap-most", Estimate(of: prediction.gaps[last]))
        Value("gap-misspecified", Estimate(of: prediction.misspecifiedGaps))
        Value(
            "losing-share", Double(prediction.gaps[last].count { $0 < 0 }) / Double(prediction.gaps[last].count))
    }

    @PageBuilder
    private static func penaltyValues(_ penalties: PenaltyMeasurements) -> [PageElement] {
        let last = penalties.boxes.count - 1
        Value("zero-share", penalties.zeroShare)
        Value("box", penalties.boxes[last])
        Value("bounded-integral", penalties.boundedIntegrals[last])
        Value("gaussian-integral", penalties.gaussianIntegrals[last])
        Value("hinge-least", penalties.hingeSums.min() ?? .nan)
        Value("hinge-greatest", penalties.hingeSums.max() ?? .nan)
        Value("first-penalty", penalties.firstPenalty)
        Value("second-penalty", penalties.secondPenalty)
        Value("dropout-error", penalties.dropoutError)
        Value("keep", penalties.keep)
    }
}
