import Notebook
import Plots

extension Minimizers: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("minimizers", Self.coefficients(results))
        PageFigure(
            "functions", over: "noise variance $\\nu$",
            frames: results.functions.map { pair in
                .init(label: "\(pair.variance)", figure: Self.functions(pair, places: results.places))
            }, initial: 3)
        Value("noisy-rate", results.noisyRate)
        Value("expanded-rate", results.expandedRate)
        Value("penalized-rate", results.penalizedRate)
        Value("excess", results.excess)
        Value("function-power", results.functionPower)
        Value("shift-error", results.shiftError)
        Value("middle-power", results.middlePower)
        Value("value-power", results.valuePower)
        Value("function-gap", results.functionGap)
        Value("weight-noisy-rate", results.weightNoisyRate)
        Value("weight-expanded-rate", results.weightExpandedRate)
        Value("weight-penalized-rate", results.weightPenalizedRate)
        Claim(
            "6-4E", equation: "after 7.17",
            "The function that minimizes the noisy objective is $\\mathbb E[y\\mid\\mathbf x]+O(\\nu)$.",
            method:
                "Polynomials of degree 6 fitted to noisy normal inputs for $y=x^2$, where the shift is $\\nu(1-2x^2)$ to first order."
        ) {
            Check.number("power of the distance", results.functionPower, .within(0.9...1.1))
            Check.error("distance from the first-order shift, over $\\nu$", results.shiftError, atMost: 5e-3)
        }
        Claim(
            "6-5E", equation: "after 7.17",
            "At that minimizer the middle term of 7.17 is $O(\\nu)$, so the penalized objective has the same *value* up to $O(\\nu^2)$.",
            method: "The term and the two values, at the fitted minimizers for $\\nu$ and $2\\nu$."
        ) {
            Check.number("power of the middle term", results.middlePower, .within(0.9...1.1))
            Check.number("power of the difference in value", results.valuePower, .within(1.9...2.1))
        }
        Claim(
            "6-6D", equation: "after 7.17",
            "Minimizing with input noise is minimizing 7.17, middle term included; dropping that term moves the minimizer by as much as the noise does, unless the target is linear.",
            method: """
                $\\hat y=ax^2$, $y=x^2$, normal $x$: the rates at which the minimizing $a$ leaves 1 as $\\nu$ grows. As printed: \
                noise against the penalty alone. Corrected: noise against the whole of 7.17.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "difference of the rates: penalty alone; all of 7.17",
                asPrinted: results.noisyRate - results.penalizedRate,
                corrected: results.noisyRate - results.expandedRate, tolerance: 1e-3)
            Check.number(
                "excess noisy loss of the penalty's minimizer, over $\\nu^2$", results.excess,
                .within(0.32...0.35))
            Check.number("distance of the two functions, over $\\nu$", results.functionGap, .above(0.5))
            Check.error("difference when the target is linear", results.linearGap, atMost: 1e-9)
        }
        Claim(
            "6-11D", equation: "after 7.22",
            "Minimizing with weight noise is minimizing 7.22, middle term included; dropping that term moves the minimizer by as much as the noise does.",
            method: """
                $\\hat y=w^2x$, $y=x$, $\\mathbb E x^2=1$: the rates at which the minimizing $w^2$ leaves 1 as $\\eta$ grows. As \
                printed: noise against the penalty alone. Corrected: noise against the whole of 7.22.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "difference of the rates: penalty alone; all of 7.22",
                asPrinted: results.weightNoisyRate - results.weightPenalizedRate,
                corrected: results.weightNoisyRate - results.weightExpandedRate, tolerance: 1e-3)
        }
    }

    /// What noise does is `.series(3)`, its expansion `.series(2)` and the penalty `.penalty` in all figures.
    private static func coefficients(_ minimizers: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Minimizers under input noise and under the penalty") {
            Panel(x: Axis("noise variance $\\nu$"), y: Axis("minimizing coefficient $a$"), legend: .top) {
                Points(x: minimizers.variances, y: minimizers.noisy).role(.series(3)).marker(.dot).label(
                    "noise on the input")
                Line(x: minimizers.variances, y: minimizers.expanded).role(.series(2)).dash(.dashed).label(
                    "all of (7.17)")
                Line(x: minimizers.variances, y: minimizers.penalized).role(.penalty).label("penalty alone")
            }
        }
    }

    private static func functions(_ pair: MinimizingFunctions, places: [Double]) -> Figure {
        Figure(width: 420, height: 200, title: "Minimizing functions under input noise and under the penalty") {
            Panel(x: Axis("$x$"), y: Axis("$\\hat y(x)$", in: -0.2...4), legend: .top) {
                Line(x: places, y: places.map { $0 * $0 }).role(.truth).label("$\\mathbb{E}[y \\mid x] = x^2$")
                Line(x: places, y: pair.noisy).role(.series(3)).dash(.solid).label("noise on the input")
                Line(x: places, y: pair.penalized).role(.penalty).label("penalty alone")
            }
        }
    }
}

extension Minimizers {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-4E") { $0.functionPower = 0 },
        Mutant("6-4E") { $0.shiftError = 1 },
        Mutant("6-5E") { $0.middlePower = 0 },
        Mutant("6-5E") { $0.valuePower = 1 },
        Mutant("6-6D") { $0.penalizedRate = $0.noisyRate },
        Mutant("6-6D") { $0.expandedRate = 1 },
        Mutant("6-6D") { $0.excess = 0 },
        Mutant("6-6D") { $0.functionGap = 0 },
        Mutant("6-6D") { $0.linearGap = 0.1 },
        Mutant("6-11D") { $0.weightPenalizedRate = $0.weightNoisyRate },
        Mutant("6-11D") { $0.weightExpandedRate = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("6-4E") { $0.minimizerShift = { $0 * ($2 + $1 * $3) } },
        Mutant("6-4E") { $0.minimizerShift = { $0 * ($2 / 2 - $1 * $3) } },
        Mutant("6-5E") { $0.inputPenalty = { $0 + 2 * $1 * $2 } },
        Mutant("6-5E") { $0.inputPenalty = { $0 - $1 * $2 } },
        Mutant("6-6D") { $0.inputNoise = { $0 + 2 * $1 * $2 + $1 * $3 } },
        Mutant("6-11D") { $0.weightNoise = { $0 - $1 * $2 + $1 * $3 } },
        // The wrong step is in the penalty itself: one that is 1.5 times as strong would be right.
        Mutant("6-11D") { $0.weightPenalty = { $0 + 1.5 * $1 * $2 } },
    ]
}
