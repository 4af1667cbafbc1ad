import Foundation
import Learning
import Notebook

extension DropoutSection {
    static func samplingClaim(_ sampling: SamplingMeasurements) -> Claim {
        Claim(
            "11-8X",
            "Weight scaling can give better answers than averages over up to 1000 sampled sub-networks.",
            method: """
                Maxout and tanh networks trained with dropout: the misclassified share of test images under the renormalized geometric \
                mean and under the arithmetic mean of the most sub-networks, minus that under weight scaling.
                """,
            expecting: .inconclusive
        ) {
            for (name, networks) in [("maxout", sampling.maxout), ("tanh", sampling.tanh)] {
                Check.positive(
                    "\(name), geometric mean", differences: networks.map { ($0.geometric.last ?? .nan) - $0.scaled })
                Check.positive(
                    "\(name), arithmetic mean", differences: networks.map { ($0.arithmetic.last ?? .nan) - $0.scaled })
            }
        }
    }

    static func convolutionClaim(_ sampling: SamplingMeasurements) -> Claim {
        let place = sampling.place(of: 20)
        return Claim(
            "11-9X", "Some models classify better with twenty samples than with weight scaling.",
            method: """
                Convolutional networks with dropout after every layer: the misclassified share under weight scaling minus that under the \
                arithmetic mean of 20 sub-networks. As a control dropout before the last layer only.
                """,
            expecting: Expectation(.inconclusive, except: [.paper: .holds])
        ) {
            Check.positive(
                "dropout after every layer",
                differences: sampling.everywhere.map { $0.scaled - $0.arithmetic[place] })
            Check.error(
                "dropout before the last layer, mean difference",
                sampling.topOnly.map { $0.scaled - $0.arithmetic[place] }.mean, atMost: 0.02)
        }
    }

    static func comparisonClaims(_ results: Results) -> [Claim] {
        let comparison = results.comparison
        let best = comparison.errors(.dropout)
        let rivals: [Comparison.Method] = [.l2, .l2l1, .l2sparsity, .maxNorm]
        return [
            Claim(
                "11-10X", "Dropout is more effective than weight decay, norm constraints and sparse activities.",
                method: """
                    Networks from the same weights on the same training sets; the strength of each regularizer is the one of three with \
                    the lowest validation error on replicates of its own. Test error of each minus that of dropout.
                    """,
                expecting: Expectation(.holds, except: [.full: .inconclusive])
            ) {
                for rival in rivals {
                    Check.positive(
                        "\(rival.name) minus dropout",
                        differences: zip(comparison.errors(rival), best).map { $0 - $1 })
                }
            },
            Claim(
                "11-11X", "Dropout can be combined with unsupervised pretraining to yield an improvement.",
                method: """
                    The same networks with dropout, with the first layer at random and from an autoencoder trained on images without \
                    labels: test error without minus with pretraining. Published gains are those of stacks of restricted Boltzmann machines.
                    """,
                expecting: .contradicted
            ) {
                Check.positive(
                    "test error, random start minus pretrained",
                    differences: zip(best, comparison.pretrainedErrors).map { $0 - $1 })
            },
        ]
    }

    static func costClaim(_ exact: Enumerations) -> Claim {
        let cost = exact.cost
        let widths = cost.widths.map(Double.init)
        return Claim(
            "11-12E",
            "Dropout draws, keeps and multiplies $O(n)$ numbers per example, and prediction costs the same as without dropout, except for one multiplication of the weights by the keep probability.",
            method: """
                Networks of two layers of \(cost.widths.first ?? 0) to \(cost.widths.last ?? 0) units: numbers drawn for masks and \
                multiplications of weights, as powers of $n$. The factor is ½ only at keep-probability ½.
                """
        ) {
            Check.error("power of $n$ of the masks, less 1", power(widths, cost.masks) - 1, atMost: 1e-12)
            Check.number("power of $n$ of the multiplications", power(widths, cost.multiplications), .within(1.8...2))
            Check.error("multiplications beyond plain prediction", Double(cost.extraInPrediction), atMost: 0)
            Check.error("predictions run with dropout layers and without: difference", cost.predictionGap, atMost: 0)
            Check.error("keep-probability 0.8: error of the factor 0.8", exact.scaling.weightedError, atMost: 1e-12)
        }
    }

    private static func power(_ x: [Double], _ y: [Double]) -> Double {
        log(y[y.count - 1] / y[0]) / log(x[x.count - 1] / x[0])
    }

    static func modelsClaim(_ results: Results) -> Claim {
        let (sequences, comparison) = (results.sequences, results.comparison)
        return Claim(
            "11-13X", "Dropout works with feedforward networks, restricted Boltzmann machines and recurrent networks.",
            method: """
                Test error without minus with dropout: the networks of the comparison, and recurrent networks that read digits line by \
                line, with dropout on the inputs and outputs of the recurrent layer.
                """,
            expecting: Expectation(.inconclusive, except: [.full: .contradicted])
        ) {
            Check.positive(
                "feedforward", differences: zip(comparison.errors(.plain), comparison.errors(.dropout)).map { $0 - $1 })
            Check.positive(
                "recurrent", differences: zip(sequences.plainErrors, sequences.dropoutErrors).map { $0 - $1 })
            Check.undecided(
                "restricted Boltzmann machine", because: "this book trains no restricted Boltzmann machine")
        }
    }

    static func widthClaim(_ widths: WidthMeasurements) -> Claim {
        let pairs = widths.widths.indices.map { place in Array(zip(widths.plain[place], widths.dropout[place])) }
        return Claim(
            "11-14X",
            "Dropout lowers the effective capacity, so that larger networks and more iterations are needed.",
            method: """
                Networks of rising width, from the same weights: training loss, the updates until the validation loss was lowest, and \
                the share of the loss at the smallest width that the largest network saves.
                """,
            expecting: Expectation(.inconclusive, except: [.paper: .holds])
        ) {
            for (width, runs) in zip(widths.widths, pairs) {
                Check.positive(
                    "training loss at width \(width), with minus without",
                    differences: runs.map { $0.1.trainingLoss - $0.0.trainingLoss })
            }
            Check.positive(
                "logarithm of updates to the lowest validation loss at the largest width, with minus without",
                differences: (pairs.last ?? []).map { log($0.1.updates / $0.0.updates) })
            Check.positive(
                "validation loss saved by the largest width, with minus without",
                differences: (pairs.first ?? []).indices.map { replicate in
                    let (few, many) = (pairs[0][replicate], pairs[pairs.count - 1][replicate])
                    return log(few.1.validationLoss / many.1.validationLoss)
                        - log(few.0.validationLoss / many.0.validationLoss)
                })
        }
    }

    static func validationClaim(_ widths: WidthMeasurements) -> Claim {
        Claim(
            "11-23X", "The lowest validation error is much lower with dropout.",
            method: """
                Networks of rising width, from the same weights: for each replicate the lowest validation loss over updates and widths, \
                without dropout over with it, in logarithms. "Much" is taken for a tenth.
                """,
            expecting: .inconclusive
        ) {
            Check.positive(
                "logarithm of the ratio of the lowest losses, minus log 1.1",
                differences: zip(widths.lowestLosses(widths.plain), widths.lowestLosses(widths.dropout)).map {
                    log($0 / $1) - log(1.1)
                })
        }
    }

    static func sizeClaims(_ sizes: SizeMeasurements) -> [Claim] {
        let last = sizes.sizes.count - 1
        let few = sizes.gains(0)
        let middle = sizes.middlePlace
        return [
            Claim(
                "11-15X", "On very large data sets dropout gains little.",
                method: """
                    Error without minus with dropout at \(sizes.sizes[middle]) training images minus the same at \
                    \(sizes.sizes[last]), nested training sets.
                    """,
                expecting: Expectation(.holds, except: [.full: .inconclusive])
            ) {
                Check.positive(
                    "fall of the gain", differences: zip(sizes.gains(middle), sizes.gains(last)).map { $0 - $1 })
            },
            Claim(
                "11-16X", "With extremely few labels dropout is less effective.",
                method: """
                    Error without minus with dropout at \(sizes.sizes[middle]) training images minus the same at \(sizes.sizes[0]).
                    """,
                expecting: .inconclusive
            ) {
                Check.positive("rise of the gain", differences: zip(sizes.gains(middle), few).map { $0 - $1 })
            },
            Claim(
                "11-25X", "On splicing data with fewer than 5000 cases Bayesian networks are better than dropout.",
                method: """
                    The data are not in this book. What was tried instead is on the page: digits with \(sizes.sizes[0]) labels and a \
                    Bayesian network of infinite width, which is a Gaussian process.
                    """,
                expecting: .undecided
            ) {
                Check.undecided(
                    "Bayesian networks on splicing data",
                    because: "the data set is not at hand, and digits are no stand-in for it")
            },
            Claim(
                "11-26X", "With further images without labels, learned features can overtake dropout.",
                method: """
                    At \(sizes.sizes[0]) labels: the error of dropout minus that of softmax regression on principal components of \
                    \(sizes.unlabelled) images without labels, the number of components fixed and the decay chosen on validation images.
                    """,
                expecting: .contradicted
            ) {
                Check.positive(
                    "dropout minus learned features",
                    differences: zip(sizes.dropoutErrors[0], sizes.featureErrors).map { $0 - $1 })
            },
        ]
    }

    static func fastTrainingClaim(_ fast: FastTraining) -> Claim {
        Claim(
            "11-18X",
            "The noise is not needed: with the masks averaged out training converges faster to the same error.",
            method: """
                Logistic regression on threes and eights, dropout on inputs, the same minibatches and the same choice of rates: updates \
                until the objective is within 5 % of its lower end, with random masks over with normal sums averaged out. For linear \
                regression the average is a closed form.
                """
        ) {
            Check.positive(
                "logarithm of the ratio of updates",
                differences: zip(fast.randomUpdates, fast.averagedUpdates).map { log($0 / $1) })
            Check.error(
                "difference of the mean test errors", fast.randomErrors.mean - fast.averagedErrors.mean, atMost: 0.015)
            Check.error("relative error of the objective", fast.objectiveError, atMost: 0.05)
            Check.error("linear regression: error of the closed form", fast.linearError, atMost: 1e-12)
        }
    }
}

extension SamplingMeasurements {
    /// Where `count` stands among the numbers of samples.
    func place(of count: Int) -> Int {
        samples.indices.min { abs(samples[$0] - count) < abs(samples[$1] - count) } ?? 0
    }
}

extension SizeMeasurements {
    /// The place of the middle size, with which the least and the greatest are compared.
    var middlePlace: Int { sizes.count / 2 }
}
