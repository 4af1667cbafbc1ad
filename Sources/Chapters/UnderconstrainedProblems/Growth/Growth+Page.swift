import Foundation
import Notebook
import Plots

extension Growth: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("growth", Self.figure(results))
        Value("weight-thousand", results.milestones[0])
        Value("weight-hundred-thousand", results.milestones[2])
        Value("growth-slope", results.slope)
        Value("jump-error", results.jumpError)
        Value("single-weight", results.singleStall.weight)
        Value("single-steps", results.singleStall.steps)
        Value("single-decades", results.singleStall.decadesToOverflow)
        Value("double-weight", results.doubleStall.weight)
        Value("double-steps", results.doubleStall.steps)
        Value("double-decades", results.doubleStall.decadesToOverflow)
        Value("newton-steps", results.newtonSteps)
        Value("newton-weight", results.newtonWeight)
        Value("careless-input", results.carelessInput)
        Value("careless-steps", results.carelessSteps)
        Value("careful-weight", results.carefulWeight)
        Value("decayed-weight", results.decayed.last ?? .nan)
        Claim(
            "4-5E",
            "On separable data $2\\mathbf w$ classifies as well as $\\mathbf w$ and is more likely, and gradient descent makes $\\lVert\\mathbf w\\rVert$ grow like $\\ln t$ without bound.",
            method: """
                Random separable problems; then a single weight for as many steps as it takes, one by one and then together.
                """
        ) {
            Check.all("problems where doubling raises the likelihood", results.doublings, of: parameters.problems)
            Check.number("steps at which the norm did not grow", Double(results.shrinkingSteps), .atMost(0))
            for (weight, expected) in zip(results.milestones, [6.905, 9.210, 11.513]) {
                Check.error("one weight minus \(expected)", weight - expected, atMost: 0.001)
            }
            Check.number("slope in $\\ln t$ over seven decades", results.slope, .within(0.99...1.01))
            Check.error("steps together against one by one", results.jumpError, atMost: 1e-9)
        }
        Claim(
            "4-6D",
            "At a fixed learning rate rounding stops the growth long before any overflow; overflow requires growing steps or a careless sigmoid.",
            method: """
                One weight in single and double precision until a step changes nothing. As printed: decades from there to \
                the largest finite number. Corrected: what one more step changes.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "single precision", asPrinted: results.singleStall.decadesToOverflow,
                corrected: results.singleStall.change, tolerance: 0)
            Check.erratum(
                "double precision", asPrinted: results.doubleStall.decadesToOverflow,
                corrected: results.doubleStall.change, tolerance: 0)
            Check.error("steps together against one by one, steps", results.stallStepGap, atMost: 0)
            Check.error("steps together against one by one, weight", results.stallWeightGap, atMost: 0)
            Check.number(
                "Newton's method: step at which it becomes NaN", Double(results.newtonSteps), .within(700...720))
            Check.number(
                "careless sigmoid: step at which it becomes NaN", Double(results.carelessSteps), .within(1...10))
        }
    }

    private static func figure(_ growth: Results) -> Figure {
        Figure(width: 420, height: 220, title: "One weight, for as long as it takes") {
            Panel(
                x: Axis("steps $t$", in: 1...1e16, scale: .log), y: Axis("weight $w$", in: 0...40),
                legend: .top
            ) {
                Line(x: growth.times, y: growth.exact).role(.truth).label("exact arithmetic")
                Line(x: growth.times, y: growth.double).role(.training).label("double precision")
                Line(x: growth.times, y: growth.single).role(.series(2)).label("single precision")
                Line(x: growth.times, y: growth.decayed).role(.trajectory).label("with weight decay")
                Point(x: growth.doubleStall.steps, y: growth.doubleStall.weight).role(.optimum)
                Point(x: growth.singleStall.steps, y: growth.singleStall.weight).role(.optimum)
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("4-5E") { $0.doublings -= 1 },
        Mutant("4-5E") { $0.shrinkingSteps = 1 },
        Mutant("4-5E") { $0.milestones[2] += 0.01 },
        Mutant("4-5E") { $0.slope = 1.1 },
        Mutant("4-5E") { $0.jumpError = 0.01 },
        Mutant("4-6D") { $0.singleStall.change = 1e-6 },
        Mutant("4-6D") { $0.doubleStall.change = 1e-6 },
        Mutant("4-6D") { $0.stallStepGap = 1 },
        Mutant("4-6D") { $0.newtonSteps = 0 },
        Mutant("4-6D") { $0.carelessSteps = 0 },
        Mutant("4-6D") {
            $0.singleStall.decadesToOverflow = 0
            $0.doubleStall.decadesToOverflow = 0
        },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Growth>] = [
        Mutant("4-5E") { $0.equations.marginSlope = { 2 / (1 + exp($0)) } },
        Mutant("4-5E") { $0.equations.marginSlope = { -1 / (1 + exp($0)) } },
    ]
}
