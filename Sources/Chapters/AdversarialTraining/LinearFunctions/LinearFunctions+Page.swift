import LinearAlgebra
import Notebook
import Plots
import Statistics

extension LinearFunctions: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("dimension", Self.figure(results))
        Value("linear-epsilon", results.epsilon)
        Value("small-signed", results.signedReaches[0].mean)
        Value("small-random", results.randomReaches[0].mean)
        Value("middle-signed", results.signedReaches[1].mean)
        Value("middle-random", results.randomReaches[1].mean)
        Value("large-signed", results.signedReaches[2].mean)
        Value("large-random", results.randomReaches[2].mean)
        Value("printed-miss", results.printedMiss)
        Value("box-miss", results.boxMiss)
        Claim(
            "13-5D",
            "Changing each input by $\\epsilon$ changes a linear function by up to $\\epsilon\\lVert\\mathbf w\\rVert_1$.",
            method: """
                The largest change over all $2^n$ corners of the box for $n=3$, 6 and 12 and normal weights. The draft's bare bars \
                name no norm: with the Euclidean norm the same product is too small.
                """
        ) {
            Check.error(
                "relative distance of $\\epsilon\\lVert\\mathbf w\\rVert_1$ from the largest change", results.boxMiss,
                atMost: 1e-12)
            Check.number(
                "the same with the Euclidean norm, the lowest", results.printedMiss, .above(0.05))
        }
        Claim(
            "13-6E", "The effect of a change of $\\epsilon$ in every input grows with the number of inputs.",
            method: """
                Normal weights, $\\epsilon=0.01$, 10, 784 and 150 528 inputs: the change along the sign of $\\mathbf w$ grows as $n$, along \
                random signs as $\\sqrt n$.
                """
        ) {
            Check.error("power of $n$ along the sign, less 1", results.power(results.signedReaches) - 1, atMost: 0.02)
            Check.error(
                "power of $n$ along random signs, less ½", results.power(results.randomReaches) - 0.5, atMost: 0.1)
            Check.error(
                "change at the most inputs over $\\epsilon n\\sqrt{2/\\pi}$, less 1",
                (results.signedReaches.last?.mean ?? .nan)
                    / (results.epsilon * (results.sizes.last ?? .nan) * (2 / Double.pi).squareRoot()) - 1, atMost: 0.02)
        }
    }

    private static func figure(_ linear: Results) -> Figure {
        Figure(width: 300, height: 190, title: "Change of a linear function against its number of inputs") {
            Panel(
                x: Axis("number of inputs $n$", scale: .log), y: Axis("change of $w^\\top x$", scale: .log),
                legend: .top
            ) {
                Points(x: linear.sizes, y: linear.signedReaches.map(\.mean)).role(.series(1)).label(
                    "along $\\mathrm{sign}(w)$")
                Line(over: 10...150_528) { linear.epsilon * $0 * (2 / Double.pi).squareRoot() }.role(.truth)
                Points(x: linear.sizes, y: linear.randomReaches.map(\.mean)).role(.series(0)).marker(.openDot)
                    .label("along random signs")
                Line(over: 10...150_528) { linear.epsilon * ($0 * 2 / Double.pi).squareRoot() }.role(.truth)
            }
        }
    }
}

extension LinearFunctions {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("13-5D") { $0.boxMiss = 0.1 },
        Mutant("13-5D") { $0.printedMiss = 0 },
        Mutant("13-6E") { $0.signedReaches = $0.randomReaches },
        Mutant("13-6E") { $0.randomReaches = $0.signedReaches },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("13-5D") { $0.reach = { 2 * $0 * $1.sumOfMagnitudes } },
        Mutant("13-5D") { $0.reach = { $0 * $1.norm } },
        Mutant("13-5D") { $0.printedReach = { $0 * $1.sumOfMagnitudes } },
        Mutant("13-6E") { $0.reach = { $0 * $1.norm } },
        Mutant("13-6E") { $0.reach = { -$0 * $1.sumOfMagnitudes } },
    ]
}
