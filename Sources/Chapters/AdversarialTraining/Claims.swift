import Foundation
import Learning
import Notebook

extension AdversarialTrainingSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        [
            searchClaim(results), sizeClaim(results), pictureClaim(results), cleanClaim(results),
            linearityClaim(results), boxClaim(results.linear), dimensionClaim(results.linear), flatClaim(results),
        ]
    }

    private static func searchClaim(_ results: Results) -> Claim {
        let place = results.attackPlace
        let network = results.measurements(.network)
        return Claim(
            "13-1X", "Examples found by a search near the test images are nearly always misclassified.",
            method: """
                Softmax regression and a maxout network, attacked within $\\pm\\epsilon$ at each pixel, $\\epsilon$ = \
                \(results.parameters.epsilon), pixels in $[0,1]$, changed pixels not clipped: one signed step, and \
                \(results.parameters.searchSteps) from each of \(results.parameters.searchStarts) starts. As a control random signs.
                """
        ) {
            Check.positive(
                "softmax regression, one step: error minus 0.95",
                differences: results.measurements(.softmax).map { $0.errors[place] - 0.95 })
            Check.positive(
                "network, search: error minus 0.95", differences: network.map { $0.searchError(at: place) - 0.95 })
            Check.positive(
                "network: error after the search minus error under random signs",
                differences: network.map { $0.searchError(at: place) - $0.randomErrors[place] })
        }
    }

    private static func sizeClaim(_ results: Results) -> Claim {
        let network = results.measurements(.network)
        return Claim(
            "13-2E", "The perturbation can be so small that images look alike, and the answer still changes.",
            method: """
                For each correctly classified image the smallest size of one signed step that changes the network's answer; its root mean \
                square is that size. Published for other networks: 0.058 to 0.14.
                """
        ) {
            Check.number(
                "median smallest size, the largest over replicates",
                network.map(\.leastSize).max() ?? .nan, .atMost(0.14))
            Check.number(
                "confidence in wrong answers at the largest size, the lowest over replicates",
                network.compactMap(\.confidences.last).min() ?? .nan, .atLeast(0.5))
        }
    }

    private static func pictureClaim(_ results: Results) -> Claim {
        let all = results.arms.flatMap(\.replicates)
        let place = results.comparedPlace
        return Claim(
            "13-8D", equation: "Figure 7.7",
            "An imperceptibly small vector changes the answer: $\\epsilon$ times the sign of the gradient; the caption leaves $\\epsilon$ out.",
            method: """
                The root mean square of the vector, in units of a pixel's range, over test images. As printed its elements are the \
                signs themselves; corrected, $\\epsilon$ = \(results.parameters.comparedEpsilon) times the signs. Published as \
                imperceptible: up to 0.14.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "root mean square of the vector: the signs; ε times the signs",
                asPrinted: all.map(\.printedRMS).min() ?? .nan,
                corrected: all.map(\.movedRMS).max() ?? .nan, tolerance: 0.14)
            Check.positive(
                "network: error under the perturbation minus clean error on the same images",
                differences: results.measurements(.network).map { $0.errors[place] - $0.errors[0] })
        }
    }

    private static func cleanClaim(_ results: Results) -> Claim {
        Claim(
            "13-3X", "Adversarial training lowers the error on clean test images.",
            method: """
                Maxout networks from the same weights on the same images in the same order, with and without the adversary; its \
                $\\epsilon$ has the lowest clean validation error on replicates of its own.
                """,
            expecting: Expectation(.holds, except: [.full: .contradicted])
        ) {
            Check.positive(
                "clean test error without minus with adversarial training",
                differences: zip(results.measurements(.network), results.measurements(.networkAdversarial)).map {
                    $0.cleanError - $1.cleanError
                })
        }
    }

    private static func linearityClaim(_ results: Results) -> Claim {
        let network = results.measurements(.network)
        let place = results.attackPlace
        return Claim(
            "13-4X", "A main cause is that networks are too linear.",
            method: """
                $R^2$ of a straight line through the correct logit along the sign of the gradient, for sizes from 0 to 1, the mean over \
                test images. Control: a classifier of Gaussian bumps, whose confidence should fall away from its centres.
                """,
            expecting: Expectation(.holds, except: [.full: .contradicted])
        ) {
            Check.positive("mean $R^2$ minus 0.95", differences: network.map { ($0.linearity ?? .nan) - 0.95 })
            Check.positive(
                "confidence in wrong answers, network minus Gaussian bumps",
                differences: zip(network, results.measurements(.radialBasis)).map {
                    $0.confidences[place] - $1.confidences[place]
                })
        }
    }

    private static func boxClaim(_ linear: LinearMeasurements) -> Claim {
        Claim(
            "13-5D",
            "Changing each input by $\\epsilon$ changes a linear function by up to $\\epsilon\\lVert\\mathbf w\\rVert_1$.",
            method: """
                The largest change over all $2^n$ corners of the box for $n=3$, 6 and 12 and normal weights. The draft's bare bars \
                name no norm: with the Euclidean norm the same product is too small.
                """
        ) {
            Check.error(
                "relative distance of $\\epsilon\\lVert\\mathbf w\\rVert_1$ from the largest change", linear.boxMiss,
                atMost: 1e-12)
            Check.number(
                "the same with the Euclidean norm, the lowest", linear.printedMiss, .above(0.05))
        }
    }

    private static func dimensionClaim(_ linear: LinearMeasurements) -> Claim {
        Claim(
            "13-6E", "The effect of a change of $\\epsilon$ in every input grows with the number of inputs.",
            method: """
                Normal weights, $\\epsilon=0.01$, 10, 784 and 150 528 inputs: the change along the sign of $\\mathbf w$ grows as $n$, along \
                random signs as $\\sqrt n$.
                """
        ) {
            Check.error("power of $n$ along the sign, less 1", linear.power(linear.signedReaches) - 1, atMost: 0.02)
            Check.error(
                "power of $n$ along random signs, less ½", linear.power(linear.randomReaches) - 0.5, atMost: 0.1)
            Check.error(
                "change at the most inputs over $\\epsilon n\\sqrt{2/\\pi}$, less 1",
                (linear.signedReaches.last?.mean ?? .nan)
                    / (linear.epsilon * (linear.sizes.last ?? .nan) * (2 / Double.pi).squareRoot()) - 1, atMost: 0.02)
        }
    }

    private static func flatClaim(_ results: Results) -> Claim {
        let place = results.comparedPlace
        let pairs = Array(zip(results.measurements(.network), results.measurements(.networkAdversarial)))
        let noisy = zip(results.measurements(.networkNoise), results.measurements(.networkAdversarial))
        return Claim(
            "13-7X", "Adversarial training makes the network closer to constant around its inputs.",
            method: """
                Without and with training against one signed step: the norm of the gradient of the correct logit on test images, and the \
                worst that a search of \(results.parameters.searchSteps) steps from each of \(results.parameters.searchStarts) starts \
                finds within $\\pm$\(results.parameters.comparedEpsilon). One step would not suffice as the attack: a network can \
                learn to turn its gradient away from its weak points. Control: training with normal noise of the same size.
                """
        ) {
            Check.positive(
                "error after the search, without minus with",
                differences: pairs.map { $0.0.searchError(at: place) - $0.1.searchError(at: place) })
            Check.positive(
                "rise of the cost after the search, without minus with",
                differences: pairs.map { $0.0.riseWithinComparedSize - $0.1.riseWithinComparedSize })
            Check.positive(
                "logarithm of the gradient's norm, without minus with",
                differences: pairs.map { log(($0.0.slopeNorm ?? .nan) / ($0.1.slopeNorm ?? .nan)) })
            Check.positive(
                "error after the search, noise minus adversarial training",
                differences: noisy.map { $0.searchError(at: place) - $1.searchError(at: place) })
        }
    }
}

extension AttackMeasurements {
    /// The misclassified share after a search within the size number `place`.
    func searchError(at place: Int) -> Double {
        guard let searchErrors, searchErrors.indices.contains(place) else { return .nan }
        return searchErrors[place]
    }

    /// How far a search within the compared size raises the mean cost.
    var riseWithinComparedSize: Double { (searchCosts?.first ?? .nan) - (pathCosts?.first ?? .nan) }
}

extension Results {
    /// Where `epsilon` and `comparedEpsilon` stand among the sizes.
    var attackPlace: Int { place(parameters.epsilon) }
    var comparedPlace: Int { place(parameters.comparedEpsilon) }

    private func place(_ epsilon: Double) -> Int {
        let distances = parameters.epsilons.map { abs($0 - epsilon) }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }
}

extension LinearMeasurements {
    /// The power of n between the least and the greatest number of inputs.
    func power(_ reaches: [[Double]]) -> Double {
        let means = reaches.map(\.mean)
        return log(means[means.count - 1] / means[0]) / log(sizes[sizes.count - 1] / sizes[0])
    }
}
