import Learning
import Notebook

extension AdversarialTrainingSection {
    /// The numbers that the prose quotes.
    @PageBuilder
    static func values(_ results: Results) -> [PageElement] {
        setupValues(results)
        attackValues(results)
        trainingValues(results)
        maskingValues(results)
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
        PageElement.value("network-searched", Estimate(of: network.map { $0.searchError(at: place) }))
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
        let searched = results.measurements(.networkSearch)
        PageElement.value("plain-compared", Estimate(of: network.map { $0.searchError(at: place) }))
        PageElement.value("adversarial-compared", Estimate(of: adversarial.map { $0.searchError(at: place) }))
        PageElement.value(
            "noise-compared",
            Estimate(of: results.measurements(.networkNoise).map { $0.searchError(at: place) }))
        PageElement.value("search-compared", Estimate(of: searched.map { $0.searchError(at: place) }))
        PageElement.value("search-clean", Estimate(of: searched.map(\.cleanError)))
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
            "adversarial-attacked",
            Estimate(of: adversarial.map { $0.searchError(at: results.attackPlace) }))
        PageElement.value("search-attacked", Estimate(of: searched.map { $0.searchError(at: results.attackPlace) }))
    }

    /// What one step and a search find in a network that was trained against one large step.
    @PageBuilder
    private static func maskingValues(_ results: Results) -> [PageElement] {
        let masked = results.againstLargeStep
        let place = results.attackPlace
        PageElement.value("search-steps", results.parameters.searchSteps)
        PageElement.value("search-starts", results.parameters.searchStarts)
        PageElement.value("training-steps", results.parameters.trainingSteps)
        PageElement.value("masked-attacked", Estimate(of: masked.map { $0.errors[place] }))
        PageElement.value("masked-searched", Estimate(of: masked.map { $0.searchError(at: place) }))
        PageElement.value("masked-compared", Estimate(of: masked.map { $0.searchError(at: results.comparedPlace) }))
        PageElement.value("masked-step-cost", Estimate(of: masked.compactMap { $0.pathCosts?.last }))
        PageElement.value("masked-search-cost", Estimate(of: masked.compactMap { $0.searchCosts?.last }))
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
        let rows: [(name: String, samples: [Double], published: String, place: String)] = [
            ("softmax regression, error", results.measurements(.softmax).map { $0.errors[place] }, "99.9", "4"),
            (
                "softmax regression, confidence", results.measurements(.softmax).map { $0.confidences[place] }, "79.3",
                "4"
            ),
            ("maxout network, error", results.measurements(.network).map { $0.errors[place] }, "89.4", "4"),
            ("maxout network, confidence", results.measurements(.network).map { $0.confidences[place] }, "97.6", "4"),
            (
                "trained with noise, error", results.measurements(.networkNoise).map { $0.errors[place] },
                "86.2 to 90.4", "6"
            ),
            ("Gaussian bumps, error", results.measurements(.radialBasis).map { $0.errors[place] }, "55.4", "7"),
            (
                "Gaussian bumps, confidence", results.measurements(.radialBasis).map { $0.confidences[place] }, "1.2",
                "7"
            ),
            ("maxout network, clean error", results.measurements(.network).map(\.cleanError), "0.94", "6"),
            (
                "adversarially trained, clean error", results.measurements(.networkAdversarial).map(\.cleanError),
                "0.84", "6"
            ),
        ]
        PageElement.table(
            Table(
                "published",
                columns: [
                    .init("attacked by one step of $\\epsilon$ = \(results.parameters.epsilon)"), .init("here"),
                    .init("published, MNIST, $\\epsilon=0.25$"), .init("section there"),
                ],
                rows: rows.map { row in
                    let estimate = Estimate(of: row.samples.map { 100 * $0 })
                    return [
                        .text(row.name), .estimate(mean: estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n),
                        .text(row.published), .text(row.place),
                    ]
                }))
    }
}
