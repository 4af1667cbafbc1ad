import Foundation
import Notebook

extension BaggingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        let outputs = results.cartoon.outputs
        PageElement.value("nine-without-nine", outputs.withoutNine.nine)
        PageElement.value("six-without-six", outputs.withoutSix.six)
        PageElement.value("average-eight", outputs.average.eight)
        PageElement.value("average-six", outputs.average.six)
        PageElement.value("average-nine", outputs.average.nine)
        PageElement.value("simulated-draws", results.parameters.draws)
        PageElement.value("slope", results.errors.independentSlope)
        PageElement.value("unequal-average", results.errors.unequalAverage)
        networkValues(results)
        ensembleValues(results)
        bootstrapValues(results)
    }

    @PageBuilder
    private static func networkValues(_ results: Results) -> [PageElement] {
        let measured = NetworkEnsemble.mean(results.networks, \.squaredErrors)
        let predicted = NetworkEnsemble.mean(results.networks, \.predictedErrors)
        PageElement.value("data-name", results.dataName)
        PageElement.value("networks", results.parameters.networks)
        PageElement.value("network-replicates", results.networks.count)
        PageElement.value("training-examples", results.parameters.trainingExamples)
        PageElement.value("member-error", measured[0])
        PageElement.value("ensemble-error", measured[measured.count - 1])
        PageElement.value("network-gap", zip(measured, predicted).map { abs($0 / $1 - 1) }.max() ?? .nan)
        PageElement.value(
            "error-rate-gain", Estimate(of: results.networks.map { $0.memberErrorRate - $0.ensembleErrorRate }))
    }

    @PageBuilder
    private static func bootstrapValues(_ results: Results) -> [PageElement] {
        PageElement.value("limit-share", 1 - exp(-1))
        PageElement.value("twice-share", 1 - 2 * exp(-1))
        PageElement.value("bootstrap-draws", results.parameters.bootstrapDraws)
        PageElement.value("complete-three", results.bootstrap.completeThree)
        PageElement.value("complete-below", (1...20).first { Equations.chapter.completeProbability($0) < 0.01 } ?? 0)
    }
}
