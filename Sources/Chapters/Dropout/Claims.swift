import Foundation
import Learning
import Notebook

extension DropoutSection {
    /// The section's claims, decided by `results`, in the order of the chapter.
    package static func claims(_ results: Results) -> [Claim] {
        exactClaims(results.exact) + [baggingClaim(results.bagging), regressionClaim(results.exact.scaling)]
            + [samplingClaim(results.sampling), convolutionClaim(results.sampling)]
            + comparisonClaims(results) + [costClaim(results.exact), modelsClaim(results)]
            + [widthClaim(results.widths), validationClaim(results.widths)] + sizeClaims(results.sizes)
            + [fastTrainingClaim(results.fast), fastAverageClaim(results.exact.approximation)]
            + relativeClaims(results.exact.relatives)
    }

    /// The claims that are decided by going through all sub-networks.
    package static func exactClaims(_ exact: Enumerations) -> [Claim] {
        let (members, scaling) = (exact.members, exact.scaling)
        return memberClaims(members) + [
            Claim(
                "11-3E", equation: "7.30",
                "For softmax regression the renormalized geometric mean over all $2^n$ sub-models is the softmax of $\\tfrac12\\mathbf W^\\top\\mathbf v+\\mathbf b$.",
                method: """
                    All \(1 << scaling.inputs) masks of \(scaling.inputs) inputs, \(scaling.classes) classes, \(scaling.problems) \
                    random problems: the largest difference of a probability. The offset is not halved, and the arithmetic mean is \
                    a different ensemble.
                    """
            ) {
                Check.error("difference of a probability", scaling.halfError, atMost: 1e-12)
                Check.number("difference with the offset halved", scaling.halvedOffsetGap, .atLeast(0.01))
                Check.number("difference from the arithmetic mean", scaling.arithmeticGap, .atLeast(0.01))
            },
            Claim(
                "11-4D", equation: "7.30",
                "Its derivation: a column $\\mathbf W_{:,y}$ and a number $b_y$, not a row and a vector; and ½ and the $2^n$-th root belong to keep-probability ½ alone.",
                method: """
                    Square $\\mathbf W$, where rows exist too, as printed and with columns. Keep-probability 0.8: the $2^n$-th root as \
                    printed and the mean weighted by the masks' probabilities, each against $0.8\\mathbf W$.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "difference of a probability: rows; columns", asPrinted: scaling.rowGap,
                    corrected: scaling.columnError, tolerance: 1e-12)
                Check.erratum(
                    "keep-probability 0.8: even root; weighted mean", asPrinted: scaling.evenRootGap,
                    corrected: scaling.weightedError, tolerance: 1e-12)
            },
            Claim(
                "11-5E", "The rule is exact for regression with normal outputs of one variance.",
                method: """
                    The renormalized product of all members' densities on a grid: its mean and variance against the scaled model. As a \
                    control members of two variances.
                    """
            ) {
                Check.error("largest difference of mean or variance", scaling.gaussianError, atMost: 1e-10)
                Check.number("difference of the mean with two variances", scaling.unequalGap, .atLeast(0.01))
            },
            Claim(
                "11-6E", "The rule is exact for deep networks without nonlinearities.",
                method:
                    "Softmax over two linear layers, masks on inputs and hidden units, all of them. As a control one mask for both layers."
            ) {
                Check.error("difference of a probability", scaling.deepError, atMost: 1e-12)
                Check.number("difference with one mask for both", scaling.tiedGap, .atLeast(0.01))
            },
            approximationClaim(exact.approximation),
        ]
    }

    private static func memberClaims(_ members: MemberMeasurements) -> [Claim] {
        [
            Claim(
                "11-1E",
                "Multiplying a unit's output by zero removes it from a network of affine maps and nonlinearities.",
                method: """
                    A network with one unit multiplied by zero against one built without it, for each unit. Radial bumps \
                    $\\exp(-\\lVert\\mathbf x-\\mathbf c\\rVert^2)$ need the mask on the difference.
                    """
            ) {
                Check.error("difference of a logit", members.removalError, atMost: 1e-12)
                Check.number("radial bump, input times zero: relative difference", members.bumpGap, .atLeast(1e-6))
                Check.error("radial bump, difference times zero", members.mendedBumpError, atMost: 1e-12)
            },
            Claim(
                "11-2E", "Dropout trains the $2^n$ sub-networks of a network, which share their weights.",
                method: """
                    All masks of \(members.units) hidden units: how many different answers they give, and how many of the others change \
                    when one member takes a step of training. Bagging's members share nothing.
                    """
            ) {
                Check.all("different functions", members.functions, of: 1 << members.units)
                Check.all(
                    "other members changed by one member's step", members.movedBySharing, of: (1 << members.units) - 1)
            },
        ]
    }

    private static func approximationClaim(_ approximation: ApproximationMeasurements) -> Claim {
        Claim(
            "11-7E", "With nonlinear hidden units the rule is an approximation.",
            method: """
                Trained networks with dropout on \(SmallTask.inputs) inputs and \(SmallTask.units) hidden units, all \
                \(approximation.masks) masks: the divergence of the rule from the renormalized geometric mean, above 1e-6 in each.
                """
        ) {
            for (kind, values) in zip(approximation.kinds, approximation.geometric) {
                Check.all("\(kind): networks in which it differs", values.count { $0 > 1e-6 }, of: values.count)
            }
            Check.number(
                "largest divergence", approximation.geometric.joined().max() ?? .nan, .atMost(0.2))
        }
    }

    private static func fastAverageClaim(_ approximation: ApproximationMeasurements) -> Claim {
        Claim(
            "11-19X", "Fast dropout at test time is a better approximation to the average over sub-networks.",
            method: """
                The same networks: logarithm of the divergence of the weight scaling rule from the enumerated *arithmetic* mean over that \
                of fast dropout, which propagates means and variances from layer to layer.
                """
        ) {
            for place in approximation.fast.indices {
                Check.positive(
                    "\(approximation.kinds[place]): logarithm of the ratio",
                    differences: zip(approximation.arithmetic[place], approximation.fast[place]).map { log($0 / $1) })
            }
        }
    }

    private static func relativeClaims(_ relatives: RelativeMeasurements) -> [Claim] {
        [
            Claim(
                "11-20D",
                "DropConnect is dropout whose units are the single products of a weight and a state.",
                method: """
                    All \(relatives.connectMembers) DropConnect members of a layer with three inputs and two outputs against dropout on \
                    its six products. Dropout of the three inputs is among them, and does not reach all of them.
                    """
            ) {
                Check.error("distance from dropout on the products", relatives.productError, atMost: 1e-12)
                Check.error(
                    "distance of dropout on the inputs from the nearest of them", relatives.dropoutError, atMost: 1e-12)
                Check.number(
                    "distance of the farthest of them from dropout on the inputs", relatives.connectGap, .above(0.01))
            },
            Claim(
                "11-21X",
                "Stochastic pooling makes an ensemble of convolutional networks that attend to different places.",
                method: """
                    A convolution with four regions of four rectified activations, all \(relatives.poolingMembers) choices of places: \
                    different answers, and the renormalized geometric mean against the network that weighs each activation by its share. \
                    Controls: the greatest activation of each region; a layer of tanh units in between.
                    """
            ) {
                Check.all("different networks", relatives.poolingFunctions, of: relatives.poolingMembers)
                Check.error("difference of a probability", relatives.poolingError, atMost: 1e-12)
                Check.number("difference with the largest activations", relatives.maximumGap, .atLeast(1e-3))
                Check.number("difference below a layer of tanh units", relatives.nonlinearGap, .atLeast(1e-6))
            },
        ]
    }
}

extension DropoutSection {
    private static func baggingClaim(_ bagging: SubNetworkMeasurements) -> Claim {
        Claim(
            "11-22X", "Dropout approximates bagging of all sub-networks.",
            method: """
                Small networks: sub-networks with random masks, \(bagging.members) an ensemble, each trained alone on its own resample. \
                Mean distance of probabilities on test inputs of dropout, of plain training and of a second such ensemble from the first.
                """
        ) {
            Check.positive(
                "distance from the bagged sub-networks, plain training minus dropout",
                differences: zip(bagging.plainDistances, bagging.dropoutDistances).map { $0 - $1 })
            Check.positive(
                "difference in error from the bagged sub-networks: 0.05 minus its magnitude for dropout",
                differences: zip(bagging.baggedErrors, bagging.dropoutErrors).map { 0.05 - abs($0 - $1) })
        }
    }

    private static func regressionClaim(_ scaling: ScalingMeasurements) -> Claim {
        Claim(
            "11-24D",
            "The rule is exact for regression networks with normal outputs; they must have no nonlinear hidden layer.",
            method: """
                \(scaling.problems) networks of four inputs and three hidden units, all masks on both: the members' mean against the scaled \
                network. As printed the sentence admits rectified hidden units; corrected, linear ones alone.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "difference of the output: rectified hidden units; linear ones", asPrinted: scaling.rectifiedGap,
                corrected: scaling.linearRegressionError, tolerance: 1e-12)
        }
    }
}
