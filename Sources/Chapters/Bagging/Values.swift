import Foundation
import Notebook

extension BaggingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let outputs = results.cartoon.outputs
        Value("nine-without-nine", outputs.withoutNine.nine)
        Value("six-without-six", outputs.withoutSix.six)
        Value("average-eight", outputs.average.eight)
        Value("average-six", outputs.average.six)
        Value("average-nine", outputs.average.nine)
        Value("simulated-draws", results.parameters.draws)
        Value("slope", results.errors.independentSlope)
        Value("unequal-average", results.errors.unequalAverage)
        networkValues(results)
        ensembleValues(results)
        bootstrapValues(results)
    }

    @PageBuilder
    private static func networkValues(_ results: Results) -> [PageElement] {
        let measured = NetworkEnsemble.mean(results.networks, \.squaredErrors)
        let predicted = NetworkEnsemble.mean(results.networks, \.predictedErrors)
        Value("data-name", results.dataName)
        Value("networks", results.parameters.networks)
        Value("network-replicates", results.networks.count)
        Value("training-examples", results.parameters.trainingExamples)
        Value("member-error", measured[0])
        Value("ensemble-error", measured[measured.count - 1])
        Value("network-gap", zip(measured, predicted).map { abs($0 / $1 - 1) }.max() ?? .nan)
        Value(
            "error-rate-gain", Estimate(of: results.networks.map { $0.memberErrorRate - $0.ensembleErrorRate }))
    }

    @PageBuilder
    private static func bootstrapValues(_ results: Results) -> [PageElement] {
        Value("limit-share", 1 - exp(-1))
        Value("twice-share", 1 - 2 * exp(-1))
        Value("bootstrap-draws", results.parameters.bootstrapDraws)
        Value("complete-three", results.bootstrap.completeThree)
        Value("complete-below", (1...20).first { Equations.chapter.completeProbability($0) < 0.01 } ?? 0)
    }
}
