import Notebook
import Plots
import Statistics

extension Attacks: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let task = results.task
        let (network, softmax, bumps) = (results.arms[.network], results.arms[.softmax], results.arms[.radialBasis])
        let place = task.attackPlace
        PageFigure("curves", Self.figure(results))
        Value("data-name", results.dataName)
        Value("replicates", results.replicates)
        Value("attacked-examples", task.attackedExamples)
        Value("training-examples", task.trainingExamples)
        Value("epochs", task.epochs)
        Value("epsilon", task.epsilon)
        Value("side", task.isHalved ? "14 × 14" : "28 × 28")
        Value("centres", min(parameters.centres, task.trainingExamples))
        Value("softmax-clean", Estimate(of: softmax.map(\.cleanError)))
        Value("network-clean", Estimate(of: network.map(\.cleanError)))
        Value("softmax-attacked", Estimate(of: softmax.map { $0.errors[place] }))
        Value("network-attacked", Estimate(of: network.map { $0.errors[place] }))
        Value("network-clipped", Estimate(of: network.map { $0.clippedErrors[place] }))
        Value("network-searched", Estimate(of: network.map { $0.searchError(at: place) }))
        Value("network-random", Estimate(of: network.map { $0.randomErrors[place] }))
        Value("network-confidence", Estimate(of: network.map { $0.confidences[place] }))
        Value("bumps-confidence", Estimate(of: bumps.map { $0.confidences[place] }))
        Value("bumps-clean", Estimate(of: bumps.map(\.cleanError)))
        Value("bumps-attacked", Estimate(of: bumps.map { $0.errors[place] }))
        Value("smallest-size", Estimate(of: network.map(\.smallestSize)))
        Value("moved-share", network.map { $0.movedRMS / $0.otherRMS }.mean)
        Value("sign-share", network.map { $0.printedRMS / $0.otherRMS }.mean)
        Value("linearity", Estimate(of: network.compactMap(\.linearity)))
        Value("plain-compared", Estimate(of: network.map { $0.searchError(at: task.comparedPlace) }))
        Value("softmax-compared", Estimate(of: softmax.map { $0.errors[task.comparedPlace] }))
        Value("plain-slope", Estimate(of: network.compactMap(\.slopeNorm)))
        Value("plain-reach", Estimate(of: network.compactMap { $0.slopeSum.map { task.comparedEpsilon * $0 } }))
        Value("random-reach", Estimate(of: network.compactMap { $0.slopeNorm.map { task.comparedEpsilon * $0 } }))
        Self.attackClaims(results)
        Self.linearityClaim(results)
    }

    private static func attackClaims(_ results: Results) -> [Claim] {
        let (network, task, place) = (results.arms[.network], results.task, results.task.attackPlace)
        return [
            Claim(
                "13-1X", "Examples found by a search near the test images are nearly always misclassified.",
                method: """
                    Softmax regression and a maxout network, attacked within $\\pm\\epsilon$ at each pixel, $\\epsilon$ = \
                    \(task.epsilon), pixels in $[0,1]$, changed pixels not clipped: one signed step, and \
                    \(task.searchSteps) from each of \(task.searchStarts) starts. As a control random signs.
                    """
            ) {
                Check.positive(
                    "softmax regression, one step: error minus 0.95",
                    differences: results.arms[.softmax].map { $0.errors[place] - 0.95 })
                Check.positive(
                    "network, search: error minus 0.95", differences: network.map { $0.searchError(at: place) - 0.95 })
                Check.positive(
                    "network: error after the search minus error under random signs",
                    differences: network.map { $0.searchError(at: place) - $0.randomErrors[place] })
            },
            Claim(
                "13-2E", "The perturbation can be so small that images look alike, and the answer still changes.",
                method: """
                    For each correctly classified image the smallest size of one signed step that changes the network's answer; its root mean \
                    square is that size. Published for other networks: 0.058 to 0.14.
                    """
            ) {
                Check.number(
                    "median smallest size, the largest over replicates",
                    network.map(\.smallestSize).max() ?? .nan, .atMost(0.14))
                Check.number(
                    "confidence in wrong answers at the largest size, the lowest over replicates",
                    network.compactMap(\.confidences.last).min() ?? .nan, .atLeast(0.5))
            },
            Claim(
                "13-8D", equation: "Figure 7.7",
                "An imperceptibly small vector changes the answer: $\\epsilon$ times the sign of the gradient; the caption leaves $\\epsilon$ out.",
                method: """
                    The root mean square of the vector over that of the difference between an image and the nearest image of \
                    another digit, at the median over images. As printed the vector's elements are the signs themselves; corrected, \
                    the signs times the smallest $\\epsilon$ that changes the network's answer. A vector of more than half of that \
                    difference is not called small.
                    """,
                expecting: .erratum
            ) {
                Check.erratum(
                    "size of the vector over the distance of another digit: the signs; ε times the signs",
                    asPrinted: network.map { $0.printedRMS / $0.otherRMS }.min() ?? .nan,
                    corrected: network.map { $0.movedRMS / $0.otherRMS }.max() ?? .nan, tolerance: 0.5)
                Check.positive(
                    "network: error under the compared size minus clean error on the same images",
                    differences: network.map { $0.errors[task.comparedPlace] - $0.errors[0] })
            },
        ]
    }

    private static func linearityClaim(_ results: Results) -> Claim {
        let (network, place) = (results.arms[.network], results.task.attackPlace)
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
                differences: zip(network, results.arms[.radialBasis]).map {
                    $0.confidences[place] - $1.confidences[place]
                })
        }
    }

    private static func figure(_ results: Results) -> Figure {
        let sizes = results.task.epsilons
        let axis = Axis("size $\\epsilon$ of the perturbation", in: 0...(sizes.last ?? 1))
        let network = results.arms[.network]
        return Figure(width: 420, height: 200, title: "Error and confidence under attack") {
            Row {
                Panel(x: axis, y: Axis("misclassified share", in: 0...1.04), legend: .top) {
                    Band(x: sizes, replicates: results.arms[.softmax].map(\.errors)).role(.series(0))
                        .label("softmax")
                    Band(x: sizes, replicates: network.map(\.errors)).role(.series(1)).label("network")
                    Band(x: sizes, replicates: network.map(\.randomErrors)).role(.muted).dash(.dotted)
                        .label("network, random signs")
                }
                Panel(x: axis, y: Axis("confidence in wrong answers", in: 0...1.04), legend: .top) {
                    Band(x: sizes, replicates: results.arms[.softmax].map(\.confidences)).role(.series(0))
                        .label("softmax")
                    Band(x: sizes, replicates: network.map(\.confidences)).role(.series(1)).label("network")
                    Band(x: sizes, replicates: results.arms[.radialBasis].map(\.confidences)).role(.series(2))
                        .label("Gaussian bumps")
                }
            }
        }
    }
}

extension Attacks {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-1X") { $0.arms.change(.softmax) { $0.errors = $0.errors.map { _ in 0.5 } } },
        Mutant("13-1X") { $0.arms.change(.network) { $0.searchErrors = $0.errors.map { _ in 0.5 } } },
        Mutant("13-1X") { $0.arms.change(.network) { $0.searchErrors = $0.randomErrors } },
        Mutant("13-1X") { $0.arms.change(.network) { $0.randomErrors = $0.errors.map { _ in 1 } } },
        Mutant("13-2E") { $0.arms.change(.network) { $0.smallestSize = 0.3 } },
        Mutant("13-2E") { $0.arms.change(.network) { $0.confidences = $0.confidences.map { _ in 0.2 } } },
        Mutant("13-8D") { $0.arms.change(.network) { $0.printedRMS = 0.4 * $0.otherRMS } },
        Mutant("13-8D") { $0.arms.change(.network) { $0.movedRMS = $0.otherRMS } },
        Mutant("13-8D") { $0.arms.change(.network) { $0.errors = $0.errors.indices.map { _ in 0 } } },
        Mutant("13-4X") { $0.arms.change(.network) { $0.linearity = 0.5 } },
        Mutant("13-4X") { $0.arms.exchange(.network, .radialBasis) },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("13-1X") { $0.perturbation = { $1 > 0 ? -$0 : $0 } },
        Mutant("13-8D") { $0.perturbation = { $1 > 0 ? 1 : -1 } },
        Mutant("13-8D") { $0.perturbation = { $1 > 0 ? -$0 : $0 } },
        Mutant("13-8D") { $0.printedPerturbation = { $0 > 0 ? 0.01 : -0.01 } },
    ]
}
