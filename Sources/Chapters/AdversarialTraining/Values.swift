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
        Value("data-name", results.dataName)
        Value("replicates", parameters.replicates)
        Value("training-examples", parameters.trainingExamples)
        Value("test-examples", parameters.testExamples)
        Value("attacked-examples", parameters.attackedExamples)
        Value("side", parameters.halved ? "14 × 14" : "28 × 28")
        Value("units", parameters.units)
        Value("pieces", parameters.pieces)
        Value("epochs", parameters.epochs)
        Value("epsilon", parameters.epsilon)
        Value("compared-epsilon", parameters.comparedEpsilon)
        Value("picture-epsilon", parameters.pictureEpsilon)
        Value("chosen-epsilon", results.chosenEpsilon)
        Value("centres", min(parameters.centres, parameters.trainingExamples))
    }

    @PageBuilder
    private static func attackValues(_ results: Results) -> [PageElement] {
        let (network, softmax) = (results.measurements(.network), results.measurements(.softmax))
        let place = results.attackPlace
        Value("softmax-clean", Estimate(of: softmax.map(\.cleanError)))
        Value("network-clean", Estimate(of: network.map(\.cleanError)))
        Value("softmax-attacked", Estimate(of: softmax.map { $0.errors[place] }))
        Value("network-attacked", Estimate(of: network.map { $0.errors[place] }))
        Value("network-clipped", Estimate(of: network.map { $0.clippedErrors[place] }))
        Value("network-searched", Estimate(of: network.map { $0.searchError(at: place) }))
        Value("network-random", Estimate(of: network.map { $0.randomErrors[place] }))
        Value("network-confidence", Estimate(of: network.map { $0.confidences[place] }))
        Value(
            "bumps-confidence", Estimate(of: results.measurements(.radialBasis).map { $0.confidences[place] }))
        Value("bumps-clean", Estimate(of: results.measurements(.radialBasis).map(\.cleanError)))
        Value("bumps-attacked", Estimate(of: results.measurements(.radialBasis).map { $0.errors[place] }))
        Value("least-size", Estimate(of: network.map(\.leastSize)))
        Value("linearity", Estimate(of: network.compactMap(\.linearity)))
    }

    @PageBuilder
    private static func trainingValues(_ results: Results) -> [PageElement] {
        let network = results.measurements(.network)
        let adversarial = results.measurements(.networkAdversarial)
        let place = results.comparedPlace
        let linear = results.measurements(.softmaxAdversarial)
        Value("adversarial-clean", Estimate(of: adversarial.map(\.cleanError)))
        Value(
            "clean-gain", Estimate(of: zip(network, adversarial).map { $0.cleanError - $1.cleanError }))
        let searched = results.measurements(.networkSearch)
        Value("plain-compared", Estimate(of: network.map { $0.searchError(at: place) }))
        Value("adversarial-compared", Estimate(of: adversarial.map { $0.searchError(at: place) }))
        Value(
            "noise-compared",
            Estimate(of: results.measurements(.networkNoise).map { $0.searchError(at: place) }))
        Value("search-compared", Estimate(of: searched.map { $0.searchError(at: place) }))
        Value("search-clean", Estimate(of: searched.map(\.cleanError)))
        Value(
            "softmax-compared", Estimate(of: results.measurements(.softmax).map { $0.errors[place] }))
        Value("softmax-adversarial-compared", Estimate(of: linear.map { $0.errors[place] }))
        Value("softmax-adversarial-clean", Estimate(of: linear.map(\.cleanError)))
        Value("plain-slope", Estimate(of: network.compactMap(\.slopeNorm)))
        Value(
            "plain-reach",
            Estimate(of: network.compactMap { $0.slopeSum.map { results.parameters.comparedEpsilon * $0 } }))
        Value(
            "random-reach",
            Estimate(of: network.compactMap { $0.slopeNorm.map { results.parameters.comparedEpsilon * $0 } }))
        Value("adversarial-slope", Estimate(of: adversarial.compactMap(\.slopeNorm)))
        Value(
            "adversarial-attacked",
            Estimate(of: adversarial.map { $0.searchError(at: results.attackPlace) }))
        Value("search-attacked", Estimate(of: searched.map { $0.searchError(at: results.attackPlace) }))
    }

    /// What one step and a search find in a network that was trained against one large step.
    @PageBuilder
    private static func maskingValues(_ results: Results) -> [PageElement] {
        let masked = results.againstLargeStep
        let place = results.attackPlace
        Value("search-steps", results.parameters.searchSteps)
        Value("search-starts", results.parameters.searchStarts)
        Value("training-steps", results.parameters.trainingSteps)
        Value("masked-attacked", Estimate(of: masked.map { $0.errors[place] }))
        Value("masked-searched", Estimate(of: masked.map { $0.searchError(at: place) }))
        Value("masked-compared", Estimate(of: masked.map { $0.searchError(at: results.comparedPlace) }))
        Value("masked-step-cost", Estimate(of: masked.compactMap { $0.pathCosts?.last }))
        Value("masked-search-cost", Estimate(of: masked.compactMap { $0.searchCosts?.last }))
    }

    @PageBuilder
    private static func linearValues(_ linear: LinearMeasurements) -> [PageElement] {
        Value("linear-epsilon", linear.epsilon)
        Value("small-signed", linear.signedReaches[0].mean)
        Value("small-random", linear.randomReaches[0].mean)
        Value("middle-signed", linear.signedReaches[1].mean)
        Value("middle-random", linear.randomReaches[1].mean)
        Value("large-signed", linear.signedReaches[2].mean)
        Value("large-random", linear.randomReaches[2].mean)
        Value("printed-miss", linear.printedMiss)
        Value("box-miss", linear.boxMiss)
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
            })
    }
}
