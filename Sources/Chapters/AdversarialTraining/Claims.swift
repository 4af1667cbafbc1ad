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
            "13-1X", "Examples searched for near the test images are misclassified nearly always.",
            method: """
                Softmax regression and a maxout network, attacked within $\\pm\\epsilon$ at each pixel, $\\epsilon$ = \
                \(results.parameters.epsilon), pixels in $[0,1]$, moved pixels not cut back: one signed step, and ten. As a control \
                random signs.
                """
        ) {
            Check.positive(
                "softmax regression, one step: error minus 0.95",
                differences: results.measurements(.softmax).map { $0.errors[place] - 0.95 })
            Check.positive(
                "network, ten steps: error minus 0.95", differences: network.map { ($0.searchError ?? .nan) - 0.95 })
            Check.positive(
                "network: error after the search minus error under random signs",
                differences: network.map { ($0.searchError ?? .nan) - $0.randomErrors[place] })
        }
    }

    private static func sizeClaim(_ results: Results) -> Claim {
        let network = results.measurements(.network)
        return Claim(
            "13-2E", "The perturbation can be so small that images look alike, and the answer still changes.",
            method: """
                For each rightly answered image the least size of one signed step that changes the network's answer; its root mean \
                square is that size. Published for other networks: 0.058 to 0.14.
                """
        ) {
            Check.number(
                "median least size, the largest over replicates",
                network.map(\.leastSize).max() ?? .nan, .atMost(0.14))
            Check.number(
                "confidence in wrong answers at the largest size, the least over replicates",
                network.compactMap(\.confidences.last).min() ?? .nan, .atLeast(0.5))
        }
    }

    private static func pictureClaim(_ results: Results) -> Claim {
        let all = results.arms.flatMap(\.replicates)
        return Claim(
            "13-8D", equation: "Figure 7.7",
            "The perturbation is $\\epsilon$ times the sign of the gradient; the caption leaves $\\epsilon$ out.",
            method: """
                The largest change of a pixel over $\\epsilon$, less 1. As printed: the sign itself, which turns black into white. \
                Corrected: what was used.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "largest change of a pixel over ε, less 1: the sign; ε times the sign",
                asPrinted: all.map { abs($0.printedSizeError) }.min() ?? .nan,
                corrected: all.map { abs($0.sizeError) }.max() ?? .nan, tolerance: 1e-6)
            Check.positive(
                "network: error under the perturbation minus clean error on the same images",
                differences: results.measurements(.network).map { $0.errors[results.comparedPlace] - $0.errors[0] })
        }
    }

    private static func cleanClaim(_ results: Results) -> Claim {
        Claim(
            "13-3X", "Adversarial training lowers the error on clean test images.",
            method: """
                Maxout networks from the same weights on the same images in the same order, with and without the adversary; its \
                $\\epsilon$ has the least clean validation error on replicates of its own.
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
                $R^2$ of a straight line through the right logit along the sign of the gradient, for sizes from 0 to 1, the mean over \
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
            "Changing each input by $\\epsilon$ changes a linear function by up to $\\epsilon\\lVert\\mathbf w\\rVert_1$; the draft's bare bars, read as the Euclidean norm, say less.",
            method: "The greatest change over all $2^n$ corners of the box for $n=3$, 6 and 12 and normal weights.",
            expecting: .erratum
        ) {
            Check.erratum(
                "relative distance from the greatest change: ε‖w‖₂; ε‖w‖₁", asPrinted: linear.printedMiss,
                corrected: linear.boxMiss, tolerance: 1e-12)
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
        let pairs = Array(zip(results.measurements(.network), results.measurements(.networkAdversarial)))
        let noisy = zip(results.measurements(.networkNoise), results.measurements(.networkAdversarial))
        let place = results.comparedPlace
        return Claim(
            "13-7X", "Adversarial training makes the network closer to constant around its inputs.",
            method: """
                The norm of the gradient of the right logit on test images, and the error under one signed step of size \
                \(results.parameters.comparedEpsilon), each without and with adversarial training. Control: training with normal \
                noise of the same size.
                """
        ) {
            Check.positive(
                "logarithm of the gradient's norm, without minus with",
                differences: pairs.map { log(($0.0.slopeNorm ?? .nan) / ($0.1.slopeNorm ?? .nan)) })
            Check.positive(
                "error under attack, without minus with",
                differences: pairs.map { $0.0.errors[place] - $0.1.errors[place] })
            Check.positive(
                "error under attack, noise minus adversarial training",
                differences: noisy.map { $0.errors[place] - $1.errors[place] })
        }
    }
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
