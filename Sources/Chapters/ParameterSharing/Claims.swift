import Learning
import Notebook

extension ParameterSharingSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        [
            limitsClaim(results.limits), tyingClaim(results), hybridClaim(results), countClaim(results.counts),
            equivarianceClaim(results), networkClaim(results),
        ]
    }

    private static func limitsClaim(_ limits: LimitMeasurements) -> Claim {
        Claim(
            "8-1E",
            "The penalty $\\lVert\\mathbf w^{(a)}-\\mathbf w^{(b)}\\rVert_2^2$ draws two models together, from separate fits at $\\alpha\\to0$ to one pooled fit at $\\alpha\\to\\infty$.",
            method: """
                Two linear regressions solved as one linear system: derivatives of $J+\\alpha\\Omega$ there, both limits, and the \
                difference of the models along eigenvectors of a common Hessian.
                """
        ) {
            Check.error("largest derivative of $J+\\alpha\\Omega$", limits.slope, atMost: 1e-6)
            Check.error("distance from the separate fits at $\\alpha=10^{-9}$", limits.separateError, atMost: 1e-6)
            Check.error("distance from the pooled fit at $\\alpha=10^9$", limits.pooledError, atMost: 1e-6)
            Check.error("difference against $\\lambda/(\\lambda+4\\alpha)$", limits.shrinkageError, atMost: 1e-10)
            Check.error("change of the sum", limits.sumError, atMost: 1e-10)
        }
    }

    private static func tyingClaim(_ results: Results) -> Claim {
        let tying = results.tying
        let best = results.bestStrengths
        return Claim(
            "8-2X", "Tying two models helps if their tasks are similar.",
            method: """
                Pairs of linear tasks whose true weights are a given distance apart: excess error of separate fits, of fits tied with \
                $\\alpha$ chosen on validation examples, of one pooled fit; the same inputs and noise for each.
                """
        ) {
            Check.positive(
                "equal tasks: error separate minus tied",
                differences: (tying.separate.first ?? []).subtracting(tying.chosen.first ?? []))
            Check.positive(
                "most distant tasks: error pooled minus separate",
                differences: (tying.pooled.last ?? []).subtracting(tying.separate.last ?? []))
            Check.all(
                "steps in distance at which the best $\\alpha$ does not rise",
                zip(best, best.dropFirst()).count { $0 >= $1 }, of: max(best.count - 1, 0))
            Check.number(
                "best $\\alpha$ of the most distant tasks over that of equal ones",
                (best.last ?? .nan) / (best.first ?? .nan), .atMost(0.1))
        }
    }

    private static func hybridClaim(_ results: Results) -> Claim {
        let labelled = results.parameters.labelled
        let (few, most) = (results.fewLabels, labelled.count - 1)
        return Claim(
            "8-3X",
            "A classifier with few labels gains from parameters that are drawn toward those of a model of the inputs.",
            method: """
                Softmax regression on principal components of digits, its parameters drawn toward those of Gaussian classes fitted to \
                the same labelled and many unlabelled images, or toward zero; $\\alpha$ of both chosen on validation images.
                """
        ) {
            Check.positive(
                "\(labelled[few]) labels: error rate toward zero minus tied", differences: results.hybridGains(few))
            Check.positive(
                "fall of the gain to \(labelled[most]) labels",
                differences: results.hybridGains(few).subtracting(results.hybridGains(most)))
        }
    }

    private static func countClaim(_ counts: CountMeasurements) -> Claim {
        Claim(
            "8-4E",
            "Sharing needs only the unique parameters in memory, which is a large reduction for convolutional networks.",
            method: """
                A layer of maps on 14 × 14 pixels with shared weights, with weights for each place, and with all connections: \
                parameters counted against the formulas; shared weights copied to every place must give the same answers.
                """
        ) {
            for (place, name) in ["shared", "for each place", "all connections"].enumerated() {
                Check.error(
                    "\(name): count minus formula", Double(counts.counts[place] - counts.formulas[place]), atMost: 0)
            }
            Check.all(
                "kinds with four bytes per parameter", zip(counts.bytes, counts.formulas).count { $0 == 4 * $1 },
                of: 3)
            Check.error("change of the answers when weights are copied", counts.copiedError, atMost: 1e-12)
        }
    }

    private static func equivarianceClaim(_ results: Results) -> Claim {
        let equivariance = results.equivariance
        return Claim(
            "8-5E", "The same feature is computed at every place: when the image moves, so do the features.",
            method: """
                Features of an image of noise moved by two columns against its moved features, relative to the largest. Answers of \
                trained networks for digits moved by one pixel.
                """
        ) {
            Check.error("convolution on a ring, every place", equivariance.ringError, atMost: 1e-12)
            Check.error("convolution with a border, away from it", equivariance.interiorError, atMost: 1e-12)
            Check.number("convolution with a border, every place", equivariance.borderError, .above(0.01))
            Check.number("weights for each place", equivariance.localError, .above(0.1))
            Check.number(
                "share of a convolutional network's answers that change", results.networks.convolutionChanges.mean,
                .above(0))
        }
    }

    private static func networkClaim(_ results: Results) -> Claim {
        let networks = results.networks
        let last = networks.counts.count - 1
        func gaps(_ place: Int) -> [Double] { networks.dense[place].subtracting(networks.convolution[place]) }
        return Claim(
            "8-6X", "Sharing lets a network be large without more training data.",
            method: """
                Networks with the same hidden units and shared weights, weights for each place or all connections, trained on the same \
                images: error rates on test images.
                """,
            expecting: Expectation(.inconclusive, except: [.paper: .holds])
        ) {
            for (place, count) in networks.counts.enumerated() {
                Check.positive("\(count) images: all connections minus shared", differences: gaps(place))
            }
            Check.positive(
                "\(networks.counts[0]) images: weights for each place minus shared",
                differences: networks.local[0].subtracting(networks.convolution[0]))
            Check.positive(
                "fall of the gap from \(networks.counts.first ?? 0) to \(networks.counts.last ?? 0) images",
                differences: gaps(0).subtracting(gaps(last)))
        }
    }
}

extension Results {
    /// The α with the lowest mean error at each distance.
    var bestStrengths: [Double] {
        tying.curves.map { curve in parameters.strengths[curve.map { -$0 }.indexOfMaximum] }
    }

    /// The place of the number of labels that is called few: the second, where the model of the inputs is worth something.
    var fewLabels: Int { min(1, parameters.labelled.count - 1) }

    /// What tying gains at one number of labels, one entry a training set.
    func hybridGains(_ place: Int) -> [Double] { hybrid.discriminative[place].subtracting(hybrid.tied[place]) }
}
