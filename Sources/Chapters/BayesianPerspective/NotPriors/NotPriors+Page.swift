import Foundation
import Notebook
import Plots

extension NotPriors: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let bounded = results.boundedIntegrals
        let last = bounded.count - 1
        PageFigure("not-priors", Self.figure(results))
        PageFigure("dropout-penalty", Self.dropoutFigure(results))
        Value("zero-share", results.zeroShare)
        Value("box", results.boxes[last])
        Value("bounded-integral", bounded[last])
        Value("gaussian-integral", results.gaussianIntegrals[last])
        Value("hinge-lowest", results.hingeSums.min() ?? .nan)
        Value("hinge-highest", results.hingeSums.max() ?? .nan)
        Value("first-penalty", results.firstPenalty)
        Value("second-penalty", results.secondPenalty)
        Value("dropout-error", results.dropoutError)
        Value("keep", results.keep)
        Claim(
            "1-4D",
            "A prior's density must be non-negative, not positive, and integrate to 1; a penalty need obey neither.",
            method: """
                A uniform prior on a success rate: share of $[-\\tfrac12,\\tfrac32]$ where it is zero (printed: none), and its \
                integral minus 1 (corrected). Then $e^{-w^2/(1+w^2)}$ over growing boxes, and the hinge loss as a likelihood.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "share of zero density; integral minus 1", asPrinted: results.zeroShare,
                corrected: results.massError, tolerance: 1e-10)
            Check.number(
                "bounded penalty: growth of the integral when the box doubles", bounded[last] / bounded[last - 1],
                .within(1.9...2.1))
            Check.number("hinge: spread of the sum over labels", results.hingeSums.spread, .above(0.1))
            Check.error("logistic: spread of the sum over labels", results.logisticSums.spread, atMost: 1e-12)
        }
        Claim(
            "1-5E",
            "A regularizer may depend on the data: dropping inputs adds $p(1-p)\\lVert\\boldsymbol\\Gamma\\mathbf w\\rVert^2$ with $\\boldsymbol\\Gamma^2=\\operatorname{diag}(\\mathbf X^\\top\\mathbf X)$ to the squared error.",
            method: "Two data sets, the same weights; the closed form against the average over every mask."
        ) {
            Check.error("closed form against all masks, relative", results.dropoutError, atMost: 1e-10)
            Check.number(
                "ratio of the two penalties, logarithm", abs(log(results.firstPenalty / results.secondPenalty)),
                .above(0.1))
        }
    }

    private static func figure(_ results: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Penalties that are not priors") {
            Row {
                Panel(
                    x: Axis("half-width of the box $L$", scale: .log), y: Axis("integral over the box", scale: .log),
                    legend: .top
                ) {
                    Line(x: results.boxes, y: results.boundedIntegrals).role(.series(1)).label("$e^{-w^2/(1+w^2)}$")
                    Line(x: results.boxes, y: results.gaussianIntegrals).role(.series(0)).label("$e^{-w^2}$")
                }
                Panel(
                    x: Axis("score $z$"), y: Axis("sum over both labels", in: 0...1.2), legend: .top
                ) {
                    Line(x: results.scores, y: results.hingeSums).role(.series(1)).label("hinge")
                    Line(x: results.scores, y: results.logisticSums).role(.series(0)).label("logistic")
                }
            }
        }
    }

    private static func dropoutFigure(_ results: Results) -> Figure {
        Figure(width: 420, height: 200, title: "Dropout's penalty for two data sets") {
            Row {
                for (title, squares) in [
                    ("first data set", results.firstSquares), ("second data set", results.secondSquares),
                ] {
                    Panel(
                        title, x: Axis("$w_1$", in: -2...2), y: Axis("$w_2$", in: -2...2), frame: .origin,
                        aspect: .equal
                    ) {
                        Contours(x: -2...2, y: -2...2, levels: .explicit([2, 8, 20, 40])) { first, second in
                            results.keep * (1 - results.keep)
                                * (first * first * squares[0] + second * second * squares[1])
                        }.role(.penalty)
                    }
                }
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("1-4D") { $0.zeroShare = 0 },
        Mutant("1-4D") { $0.massError = 0.1 },
        Mutant("1-4D") { $0.boundedIntegrals = $0.gaussianIntegrals },
        Mutant("1-4D") { $0.hingeSums = $0.logisticSums },
        Mutant("1-4D") { $0.logisticSums[0] = 0.5 },
        Mutant("1-5E") { $0.dropoutError = 0.1 },
        Mutant("1-5E") { $0.secondPenalty = $0.firstPenalty },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<NotPriors>] = [
        Mutant("1-5E") { $0.equations.dropoutPenalty = { 2 * Equations.chapter.dropoutPenalty($0, $1, $2) } },
        Mutant("1-5E") { $0.equations.dropoutPenalty = { -Equations.chapter.dropoutPenalty($0, $1, $2) } },
    ]
}

extension [Double] {
    /// The highest minus the lowest.
    fileprivate var spread: Double { (self.max() ?? .nan) - (self.min() ?? .nan) }
}
