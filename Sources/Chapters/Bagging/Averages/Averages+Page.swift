import Foundation
import Notebook
import Plots

extension Averages: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("ensemble-error", Self.errorsBySize(results))
        PageFigure("unequal", Self.unequalMembers(results))
        Value("slope", results.independentSlope)
        Value("unequal-average", results.unequalAverage)
        Value("unequal-crossing", results.crossing)
        Value("weak-vote", results.weakVote)
        Claim(
            "10-1E",
            "The expected squared error of an average of $k$ models is $v/k + (k-1)c/k$: no gain at $c = v$, a factor $k$ at $c = 0$.",
            method: """
                The formula against $\\mathbf 1^\\top\\boldsymbol\\Sigma\\mathbf 1/k^2$ for random $v$ and $c$, the extreme ones included; \
                then simulated averages of eight errors that are normal, skewed or two-valued.
                """
        ) {
            Check.error("largest deviation from the quadratic form", results.formulaError, atMost: 1e-12)
            for shape in results.distributions {
                Check.mean(
                    "mean squared error, \(shape.name), correlation \(shape.correlation.formatted())",
                    shape.squaredError, equals: shape.expected)
            }
        }
        Claim(
            "10-3D",
            "With uncorrelated errors the expected squared error is inversely proportional to the size of the ensemble, not linear in it.",
            method: """
                Simulated errors at $c = 0$. As printed: the largest relative error of the best straight line through error against $k$. \
                Corrected: the deviation from $-1$ of the slope on logarithmic axes.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "relative error of a line; deviation of the log-log slope from −1", asPrinted: results.linearMiss,
                corrected: results.independentSlope + 1, tolerance: 0.05)
        }
        Claim(
            "10-4D",
            "An ensemble is expected to do at least as well as its average member; not as any of its members.",
            method: """
                Two independent members of variance 1 and 100. As printed: by how much the average is worse than the better member. \
                Corrected: by how much it is worse than the members' mean error, 0 if it is not.
                """,
            expecting: .erratum
        ) {
            Check.erratum(
                "excess over the best member; over the average member", asPrinted: max(0, results.unequalAverage - 1),
                corrected: max(0, results.unequalAverage - 50.5), tolerance: 1e-12)
            Check.number(
                "right answers of the majority of three voters, each right with probability 0.4: a vote can be worse than the average voter",
                results.weakVote, .within(0.35199...0.35201))
        }
    }

    private static func errorsBySize(_ results: Results) -> Figure {
        Figure(width: 420, height: 230) {
            Panel(
                x: Axis("members $k$", in: 0.5...Double(results.curves[0].sizes.count) + 0.5),
                y: Axis("expected squared error, $v = 1$", in: 0...1.1)
            ) {
                for (place, curve) in results.curves.enumerated() {
                    let sizes = curve.sizes.map(Double.init)
                    Line(
                        x: sizes, y: curve.sizes.map { Equations.chapter.ensembleError($0, 1, curve.correlation) }
                    ).role(.series(place)).label("$c/v = \(curve.correlation.formatted())$")
                    Points(x: sizes, y: curve.means).role(.series(place))
                }
            }
        }
    }

    /// The error of the average of two members against the ratio of their variances.
    private static func unequalMembers(_ results: Results) -> Figure {
        let ratios = results.unequal.map(\.ratio)
        return Figure(width: 420, height: 190) {
            Panel(
                x: Axis("variance of the worse member, the better one's is 1", in: 1...100, scale: .log),
                y: Axis("expected squared error", in: 0.3...60, scale: .log)
            ) {
                Line(x: ratios, y: ratios.map { (1 + $0) / 2 }).role(.muted).label("average member")
                Line(x: ratios, y: results.unequal.map(\.average)).role(.series(0)).label("average")
                Line(x: ratios, y: ratios.map { _ in 1 }).role(.truth).label("better member")
                Line(x: ratios, y: results.unequal.map(\.weighed)).role(.series(1)).dash(.dashed)
                    .label("weighted average")
            }
        }
    }
}

extension Averages {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-1E") { $0.formulaError = 1e-6 },
        Mutant("10-1E") { $0.distributions[0].squaredError = Estimate(of: [9, 9.1, 8.9]) },
        Mutant("10-3D") { $0.replaceMeans { size in 2 - Double(size) / 10 } },
        Mutant("10-3D") { $0.replaceMeans { size in 1 / Double(size * size) } },
        Mutant("10-4D") { $0.unequalAverage = 1 },
        Mutant("10-4D") { $0.unequalAverage = 60 },
        Mutant("10-4D") { $0.weakVote = 0.5 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("10-1E") { $0.ensembleError = { k, v, c in v / Double(k) - Double(k - 1) / Double(k) * c } },
        Mutant("10-1E") { $0.ensembleError = { k, v, c in v / Double(k) + c } },
    ]
}

extension Averages.Results {
    /// Puts `error` in the place of the simulated means.
    fileprivate mutating func replaceMeans(_ error: (Int) -> Double) {
        for place in curves.indices { curves[place].means = curves[place].sizes.map(error) }
    }
}
