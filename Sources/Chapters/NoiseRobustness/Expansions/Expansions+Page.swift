import LinearAlgebra
import Notebook
import Plots

extension Expansions: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (input, weight) = (results.input, results.weight)
        PageFigure("expansions", Self.figure(results))
        Value("input-taylor-power", input.taylorPower)
        Value("input-objective-power", input.objectivePower)
        Value("input-exact-error", input.exactError)
        Value("weight-taylor-power", weight.taylorPower)
        Value("weight-draw-power", weight.drawPower)
        Value("weight-objective-power", weight.objectivePower)
        Value("printed-miss", weight.printedMiss)
        Value("corrected-miss", weight.correctedMiss)
        Claim(
            "6-2E", equation: "7.14–7.16",
            "The expected cost under input noise splits into three means; $\\hat y(\\mathbf x+\\boldsymbol\\epsilon)$ has a second-order model with a remainder of third order.",
            method:
                "Random tanh networks with analytic derivatives: both sides of 7.15 on the same draws; the remainder of 7.16 when $\\boldsymbol\\epsilon$ is halved."
        ) {
            Check.error("relative error of the three means", input.termsError, atMost: 1e-12)
            Check.number("power of the remainder", input.taylorPower, .within(2.9...3.1))
        }
        Claim(
            "6-3E", equation: "7.17",
            "Noise of variance $\\nu$ adds $\\nu\\,\\mathbb E[(\\hat y-y)\\operatorname{tr}\\nabla^2\\hat y]+\\nu\\,\\mathbb E\\lVert\\nabla\\hat y\\rVert^2$ to the objective, up to $O(\\nu^2)$.",
            method:
                "The noise averaged out by Gauss–Hermite quadrature, for random tanh networks; and for $\\hat y=ax^2$, where the remainder is $3a^2\\nu^2$ at any $\\nu$."
        ) {
            Check.number("power of the remainder", input.objectivePower, .within(1.9...2.1))
            Check.error("for $\\hat y=ax^2$, remainder minus $3a^2\\nu^2$", input.exactError, atMost: 1e-12)
        }
        Claim(
            "6-9E", equation: "7.18–7.21",
            "The expected cost under weight noise splits into three means and expands as the one under input noise does.",
            method:
                "Random tanh networks: both sides of 7.19 on the same draws, the remainders of 7.20 and, on pairs $\\pm\\boldsymbol\\epsilon$, of 7.21 when the noise is halved."
        ) {
            Check.error("relative error of the three means", weight.termsError, atMost: 1e-12)
            Check.number("power of the remainder of 7.20", weight.taylorPower, .within(2.9...3.1))
            Check.number("power of the remainder of 7.21", weight.drawPower, .within(3.8...4.2))
        }
        Claim(
            "6-10D", equation: "7.22",
            "Weight noise of variance $\\eta$ adds $\\eta\\,\\mathbb E[(\\hat y-y)\\operatorname{tr}\\nabla^2_{\\mathbf W}\\hat y]+\\eta\\,\\mathbb E\\lVert\\nabla_{\\mathbf W}\\hat y\\rVert^2$; the draft has the input noise's $\\nu$.",
            method:
                "The noise averaged out by quadrature for random networks of four weights. Errors relative to the effect of the noise.",
            expecting: .erratum
        ) {
            Check.erratum(
                "relative error with ν; with η", asPrinted: weight.printedMiss, corrected: weight.correctedMiss,
                tolerance: 0.05)
            Check.number("power of the remainder with $\\eta$", weight.objectivePower, .within(1.9...2.1))
        }
    }

    private static func figure(_ results: Results) -> Figure {
        Figure(width: 420, height: 200, title: "Errors of three objectives as approximations of the noisy one") {
            Row {
                Panel(
                    "input noise", x: Axis("$\\nu$", scale: .log), y: Axis("distance from $\\tilde J$", scale: .log),
                    legend: .top
                ) {
                    Line(x: results.input.variances, y: results.input.plainMisses).role(.loss).label("$J$")
                    Line(x: results.input.variances, y: results.input.penaltyMisses).role(.penalty)
                        .label("$J$ + penalty")
                    Line(x: results.input.variances, y: results.input.expansionMisses).role(.series(2)).dash(.dashed)
                        .label("(7.17)")
                }
                Panel("weight noise", x: Axis("$\\eta$", scale: .log), y: Axis(scale: .log), legend: .top) {
                    Line(x: results.weight.variances, y: results.weight.plainMisses).role(.loss).label("$J$")
                    Line(x: results.weight.variances, y: results.weight.penaltyMisses).role(.penalty)
                        .label("$J$ + penalty")
                    Line(x: results.weight.variances, y: results.weight.expansionMisses).role(.series(2)).dash(.dashed)
                        .label("(7.22)")
                }
            }
        }
    }
}

extension Expansions {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-2E") { $0.input.termsError = 1e-3 },
        Mutant("6-2E") { $0.input.taylorPower = 2 },
        Mutant("6-3E") { $0.input.objectivePower = 1 },
        Mutant("6-3E") { $0.input.exactError = 0.1 },
        Mutant("6-9E") { $0.weight.termsError = 0.1 },
        Mutant("6-9E") { $0.weight.taylorPower = 2 },
        Mutant("6-9E") { $0.weight.drawPower = 2 },
        Mutant("6-10D") { $0.weight.printedMiss = 0 },
        Mutant("6-10D") { $0.weight.correctedMiss = 1 },
        Mutant("6-10D") { $0.weight.objectivePower = 1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("6-2E") { $0.cost = { ($0 + $1) * ($0 + $1) } },
        Mutant("6-2E") { $0.threeTerms = { $0 + 2 * $1 + $2 } },
        Mutant("6-2E") { $0.taylor = { $0 + $3.dot($1) + $3.dot($2 * $3) } },
        Mutant("6-3E") { $0.inputNoise = { $0 + $1 * $2 + $1 * $3 / 2 } },
        Mutant("6-3E") { $0.inputNoise = { $0 - $1 * $2 + $1 * $3 } },
        Mutant("6-9E") { $0.cost = { 2 * ($0 - $1) * ($0 - $1) } },
        Mutant("6-9E") { $0.threeTerms = { $0 - $1 + $2 } },
        Mutant("6-9E") { $0.taylor = { $0 - $3.dot($1) + $3.dot($2 * $3) / 2 } },
        Mutant("6-9E") { $0.weightDraw = { $0 * $2 / 2 + $1 * $1 } },
        Mutant("6-9E") { $0.weightDraw = { -$0 * $2 + $1 * $1 } },
        Mutant("6-10D") { $0.weightNoise = { $0 + $1 * $2 + 2 * $1 * $3 } },
    ]
}
