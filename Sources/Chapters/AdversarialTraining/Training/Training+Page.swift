import Foundation
import Notebook
import Plots

extension Training: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (adversarial, searched) = (results.arms[.networkAdversarial], results.arms[.networkSearch])
        let linear = results.arms[.softmaxAdversarial]
        let (attack, place) = (results.task.attackPlace, results.task.comparedPlace)
        PageFigure("training", Self.figure(results))
        Self.table(results)
        Value("chosen-epsilon", results.chosenEpsilon)
        Value("adversarial-clean", Estimate(of: adversarial.map(\.cleanError)))
        Value("clean-gain", Estimate(of: results.cleanGains))
        Value("adversarial-compared", Estimate(of: adversarial.map { $0.searchError(at: place) }))
        Value("noise-compared", Estimate(of: results.arms[.networkNoise].map { $0.searchError(at: place) }))
        Value("search-compared", Estimate(of: searched.map { $0.searchError(at: place) }))
        Value("search-clean", Estimate(of: searched.map(\.cleanError)))
        Value("softmax-adversarial-compared", Estimate(of: linear.map { $0.errors[place] }))
        Value("softmax-adversarial-clean", Estimate(of: linear.map(\.cleanError)))
        Value("adversarial-slope", Estimate(of: adversarial.compactMap(\.slopeNorm)))
        Value("adversarial-attacked", Estimate(of: adversarial.map { $0.searchError(at: attack) }))
        Value("search-attacked", Estimate(of: searched.map { $0.searchError(at: attack) }))
        Self.cleanClaim(results)
        Self.flatClaim(results)
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
                differences: results.cleanGains)
        }
    }

    private static func flatClaim(_ results: Results) -> Claim {
        let (task, place) = (results.task, results.task.comparedPlace)
        let pairs = Array(zip(results.arms[.network], results.arms[.networkAdversarial]))
        let noisy = zip(results.arms[.networkNoise], results.arms[.networkAdversarial])
        return Claim(
            "13-7X", "Adversarial training makes the network closer to constant around its inputs.",
            method: """
                Without and with training against one signed step: the norm of the gradient of the correct logit on test images, and the \
                worst that a search of \(task.searchSteps) steps from each of \(task.searchStarts) starts \
                finds within $\\pm$\(task.comparedEpsilon). One step would not suffice as the attack: a network can \
                learn to turn its gradient away from its weak points. Control: training with normal noise of the same size.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
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

    /// What was measured beside what was published for other networks and MNIST (Goodfellow et al. 2014).
    private static func table(_ results: Results) -> Table {
        let place = results.task.attackPlace
        let rows: [(name: String, samples: [Double], published: String, place: String)] = [
            ("softmax regression, error", results.arms[.softmax].map { $0.errors[place] }, "99.9", "4"),
            (
                "softmax regression, confidence", results.arms[.softmax].map { $0.confidences[place] }, "79.3",
                "4"
            ),
            ("maxout network, error", results.arms[.network].map { $0.errors[place] }, "89.4", "4"),
            ("maxout network, confidence", results.arms[.network].map { $0.confidences[place] }, "97.6", "4"),
            (
                "trained with noise, error", results.arms[.networkNoise].map { $0.errors[place] },
                "86.2 to 90.4", "6"
            ),
            ("Gaussian bumps, error", results.arms[.radialBasis].map { $0.errors[place] }, "55.4", "7"),
            (
                "Gaussian bumps, confidence", results.arms[.radialBasis].map { $0.confidences[place] }, "1.2",
                "7"
            ),
            ("maxout network, clean error", results.arms[.network].map(\.cleanError), "0.94", "6"),
            (
                "adversarially trained, clean error", results.arms[.networkAdversarial].map(\.cleanError),
                "0.84", "6"
            ),
        ]
        return Table(
            "published",
            columns: [
                .init("attacked by one step of $\\epsilon$ = \(results.task.epsilon)"), .init("here"),
                .init("published, MNIST, $\\epsilon=0.25$"), .init("section there"),
            ],
            rows: rows.map { row in
                [
                    .text(row.name), Quantity(Estimate(of: row.samples.map { 100 * $0 })), .text(row.published),
                    .text(row.place),
                ]
            })
    }

    /// A colour stands for a way of training in both panels; the errors of many sizes lie on the upper edge.
    private static func figure(_ results: Results) -> Figure {
        let sizes = results.task.epsilons
        let axis = Axis("size $\\epsilon$ of the perturbation", in: 0...(sizes.last ?? 1))
        func searchErrors(_ arm: Arm) -> [[Double]] { results.arms[arm].compactMap(\.searchErrors) }
        return Figure(width: 420, height: 210, title: "Error under attack after several ways of training") {
            Row {
                Panel("network, searched", x: axis, y: Axis("misclassified share", in: 0...1.04), legend: .top) {
                    Band(x: sizes, replicates: searchErrors(.network)).role(.series(1)).label("plain")
                    Band(x: sizes, replicates: searchErrors(.networkNoise)).role(.muted).dash(.dotted).label("noise")
                    Band(x: sizes, replicates: searchErrors(.networkAdversarial)).role(.series(4)).label("one step")
                    Band(x: sizes, replicates: searchErrors(.networkSearch)).role(.series(2)).label("search")
                }
                Panel("softmax regression, one step", x: axis, y: Axis(in: 0...1.04), legend: .none) {
                    Band(x: sizes, replicates: results.arms[.softmax].map(\.errors)).role(.series(1))
                    Band(x: sizes, replicates: results.arms[.softmaxAdversarial].map(\.errors)).role(.series(4))
                }
            }
        }
    }
}

extension Training.Results {
    /// The clean test error without minus with training against one step.
    var cleanGains: [Double] {
        zip(arms[.network], arms[.networkAdversarial]).map { $0.cleanError - $1.cleanError }
    }
}

extension Training {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-3X") { $0.arms.exchange(.network, .networkAdversarial) },
        Mutant("13-3X") { results in
            let plain = results.arms[.network]
            results.arms.change(.networkAdversarial) { $0.cleanError = plain[0].cleanError }
        },
        Mutant("13-7X") { $0.arms.exchange(.network, .networkAdversarial) },
        Mutant("13-7X") { $0.arms.change(.networkAdversarial) { $0.slopeNorm = 100 } },
        Mutant("13-7X") { $0.arms.change(.networkAdversarial) { $0.searchErrors = $0.errors.map { _ in 1 } } },
        Mutant("13-7X") { $0.arms.change(.networkAdversarial) { $0.searchCosts = [100, 100] } },
        Mutant("13-7X") { $0.arms.exchange(.networkNoise, .networkAdversarial) },
        // A network whose gradient hides: one step finds nothing, a search finds everything.
        Mutant("13-7X") { results in
            results.arms.change(.networkAdversarial) { replicate in
                replicate.searchErrors = replicate.errors.map { _ in 1 }
                replicate.errors = replicate.errors.map { _ in 0 }
            }
        },
    ]
}
