import Learning
import Notebook

extension AdversarialTrainingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        setupValues(results)
        attackValues(results)
        trainingValues(results)
        linearValues(results.linear)
        table(results)
    }

    @PageBuilder
    private static func setupValues(_ results: Results) -> [PageElement] {
        let parameters = results.parameters
        PageElement.value("data-name", results.dataName)
        PageElement.value("replicates", parameters.replicates)
        PageElement.value("training-examples", parameters.trainingExamples)
        PageElement.value("test-examples", parameters.testExamples)
        PageElement.value("attacked-examples", parameters.attackedExamples)
        PageElement.value("side", parameters.halved ? "14 × 14" : "28 × 28")
        PageElement.value("units", parameters.units)
        PageElement.value("pieces", parameters.pieces)
        PageElement.value("epochs", parameters.epochs)
        PageElement.value("epsilon", parameters.epsilon)
        PageElement.value("compared-epsilon", parameters.comparedEpsilon)
        PageElement.value("picture-epsilon", parameters.pictureEpsilon)
        PageElement.value("chosen-epsilon", results.chosenEpsilon)
        PageElement.value("centres", min(parameters.centres, parameters.trainingExamples))
    }

    @PageBuilder
    private static func attackValues(_ results: Results) -> [PageElement] {
        let (network, softmax) = (results.measurements(.network), results.measurements(.softmax))
        let place = results.attackPlace
        PageElement.value("softmax-clean", Estimate(of: softmax.map(\.cleanError)))
        PageElement.value("network-clean", Estimate(of: network.map(\.cleanError)))
        PageElement.value("softmax-attacked", Estimate(of: softmax.map { $0.errors[place] }))
        PageElement.value("network-attacked", Estimate(of: network.map { $0.errors[place] }))
        PageElement.value("network-clipped", Estimate(of: network.map { $0.clippedErrors[place] }))
        PageElement.value("network-searched", Estimate(of: network.compactMap(\.searchError)))
        PageElement.value("network-random", Estimate(of: network.map { $0.randomErrors[place] }))
        PageElement.value("network-confidence", Estimate(of: network.map { $0.confidences[place] }))
        PageElement.value(
            "bumps-confidence", Estimate(of: results.measurements(.radialBasis).map { $0.confidences[place] }))
        PageElement.value("bumps-clean", Estimate(of: results.measurements(.radialBasis).map(\.cleanError)))
        PageElement.value("bumps-attacked", Estimate(of: results.measurements(.radialBasis).map { $0.errors[place] }))
        PageElement.value("least-size", Estimate(of: network.map(\.leastSize)))
        PageElement.value("linearity", Estimate(of: network.compactMap(\.linearity)))
    }

    @PageBuilder
    private static func trainingValues(_ results: Results) -> [PageElement] {
        let network = results.measurements(.network)
        let adversarial = results.measurements(.networkAdversarial)
        let place = results.comparedPlace
        let linear = results.measurements(.softmaxAdversarial)
        PageElement.value("adversarial-clean", Estimate(of: adversarial.map(\.cleanError)))
        PageElement.value(
            "clean-gain", Estimate(of: zip(network, adversarial).map { $0.cleanError - $1.cleanError }))
        PageElement.value("plain-compared", Estimate(of: network.map { $0.errors[place] }))
        PageElement.value("adversarial-compared", Estimate(of: adversarial.map { $0.errors[place] }))
        PageElement.value(
            "noise-compared", Estimate(of: results.measurements(.networkNoise).map { $0.errors[place] }))
        PageElement.value(
            "softmax-compared", Estimate(of: results.measurements(.softmax).map { $0.errors[place] }))
        PageElement.value("softmax-adversarial-compared", Estimate(of: linear.map { $0.errors[place] }))
        PageElement.value("softmax-adversarial-clean", Estimate(of: linear.map(\.cleanError)))
        PageElement.value("plain-slope", Estimate(of: network.compactMap(\.slopeNorm)))
        PageElement.value(
            "plain-reach",
            Estimate(of: network.compactMap { $0.slopeSum.map { results.parameters.comparedEpsilon * $0 } }))
        PageElement.value(
            "random-reach",
            Estimate(of: network.compactMap { $0.slopeNorm.map { results.parameters.comparedEpsilon * $0 } }))
        PageElement.value("adversarial-slope", Estimate(of: adversarial.compactMap(\.slopeNorm)))
        PageElement.value(
            "adversarial-attacked", Estimate(of: adversarial.map { $0.errors[results.attackPlace] }))
    }

    @PageBuilder
    private static func linearValues(_ linear: LinearMeasurements) -> [PageElement] {
        PageElement.value("linear-epsilon", linear.epsilon)
        PageElement.value("small-signed", linear.signedReaches[0].mean)
        PageElement.value("small-random", linear.randomReaches[0].mean)
        PageElement.value("middle-signed", linear.signedReaches[1].mean)
        PageElement.value("middle-random", linear.randomReaches[1].mean)
        PageElement.value("large-signed", linear.signedReaches[2].mean)
        PageElement.value("large-random", linear.randomReaches[2].mean)
        PageElement.value("printed-miss", linear.printedMiss)
        PageElement.value("box-miss", linear.boxMiss)
    }

    /// What was measured beside what was published for other networks and MNIST (Goodfellow et al. 2014).
    @PageBuilder
    private static func table(_ results: Results) -> [PageElement] {
        let place = results.attackPlace
        let rows: [(String, [Double], String)] = [
            ("softmax regression, error", results.measurements(.softmax).map { $0.errors[place] }, "99.9"),
            ("softmax regression, confidence", results.measurements(.softmax).map { $0.confidences[place] }, "79.3"),
            ("maxout network, error", results.measurements(.network).map { $0.errors[place] }, "89.4"),
            ("maxout network, confidence", results.measurements(.network).map { $0.confidences[place] }, "97.6"),
            (
                "adversarially trained, error",
                results.measurements(.networkAdversarial).map { $0.errors[place] }, "17.9"
            ),
            ("trained with noise, error", results.measurements(.networkNoise).map { $0.errors[place] }, "86.2 to 90.4"),
            ("Gaussian bumps, error", results.measurements(.radialBasis).map { $0.errors[place] }, "55.4"),
            ("Gaussian bumps, confidence", results.measurements(.radialBasis).map { $0.confidences[place] }, "1.2"),
            ("maxout network, clean error", results.measurements(.network).map(\.cleanError), "0.94"),
            ("adversarially trained, clean error", results.measurements(.networkAdversarial).map(\.cleanError), "0.84"),
        ]
        PageElement.table(
            Table(
                "published",
                columns: [
                    .init("attacked at $\\epsilon$ = \(results.parameters.epsilon)"), .init("here"),
                    .init("published, MNIST, $\\epsilon=0.25$"),
                ],
                rows: rows.map { name, samples, published in
                    let estimate = Estimate(of: samples.map { 100 * $0 })
                    return [
                        .text(name), .estimate(mean: estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n),
                        .text(published),
                    ]
                }))
    }
}
