import Foundation
import Notebook

extension BaggingSection {
    /// The section's claims, decided by `results`.
    package static func claims(_ results: Results) -> [Claim] {
        [
            ensembleFormula(results.errors), inverseNotLinear(results.errors), averageMember(results.errors),
            bootstrapShares(results.bootstrap), baggedTrees(results.trees), networkEnsembles(results),
            cartoon(results.cartoon), boosting(results.stumps), growing(results.growing),
        ]
    }

    private static func ensembleFormula(_ errors: EnsembleErrors) -> Claim {
        Claim(
            "10-1E",
            "The expected squared error of an average of $k$ models is $v/k + (k-1)c/k$: no gain at $c = v$, a factor $k$ at $c = 0$.",
            method: """
                The formula against $\\mathbf 1^\\top\\boldsymbol\\Sigma\\mathbf 1/k^2$ for random $v$ and $c$, the extreme ones included; \
                then simulated averages of eight errors that are normal, skewed or two-valued.
                """
        ) {
            Check.error("largest deviation from the quadratic form", errors.formulaError, atMost: 1e-12)
            for shape in errors.distributions {
                Check.mean(
                    "mean squared error, \(shape.name), correlation \(shape.correlation.formatted())",
                    shape.squaredError,
                    equals: Equations.chapter.ensembleError(shape.size, 1, shape.correlation))
            }
        }
    }

    private static func inverseNotLinear(_ errors: EnsembleErrors) -> Claim {
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
                "relative error of a line; deviation of the log-log slope from −1", asPrinted: errors.linearMiss,
                corrected: errors.independentSlope + 1, tolerance: 0.05)
        }
    }

    private static func averageMember(_ errors: EnsembleErrors) -> Claim {
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
                "excess over the best member; over the average member", asPrinted: max(0, errors.unequalAverage - 1),
                corrected: max(0, errors.unequalAverage - 50.5), tolerance: 1e-12)
            Check.number(
                "right answers of the majority of three voters, each right with probability 0.4: a vote can be worse than the average voter",
                errors.weakVote, .within(0.35199...0.35201))
        }
    }

    private static func bootstrapShares(_ shares: BootstrapShares) -> Claim {
        Claim(
            "10-5E",
            "A bootstrap sample holds about two thirds of the distinct examples, $1-(1-1/n)^n \\to 1-1/e$, misses some and repeats others.",
            method: "All $n^n$ samples enumerated for $n \\le 5$; simulated samples at the largest $n$."
        ) {
            Check.error("largest deviation of the formulas from the enumeration", shares.countingError, atMost: 1e-12)
            Check.mean("share of distinct examples", shares.distinctSample, equals: shares.distinctExpected)
            Check.mean("share drawn at least twice", shares.repeatedSample, equals: shares.repeatedExpected)
        }
    }

    private static func cartoon(_ cartoon: Cartoon) -> Claim {
        let replicates = cartoon.replicates
        return Claim(
            "10-10X", equation: "Figure 7.5",
            "Two brittle detectors of an 8, each blind to one loop, average to one that is most confident only when both loops are present.",
            method: """
                Logistic regressions trained on the resamples (8, 8, 6) and (8, 9, 9), again and again with randomly flipped pixels; \
                paired differences of the probability of "8".
                """
        ) {
            Check.positive(
                "average on 8, above the larger of 6 and 9",
                differences: replicates.map { $0.average.eight - max($0.average.six, $0.average.nine) })
            Check.positive(
                "on the 9, detector that never saw one above the average",
                differences: replicates.map { $0.withoutNine.nine - $0.average.nine })
            Check.positive(
                "on the 6, detector that never saw one above the average",
                differences: replicates.map { $0.withoutSix.six - $0.average.six })
        }
    }
}

extension EnsembleErrors {
    private var independent: Curve? { curves.first { $0.correlation == 0 } }

    /// The slope of log error against log k for uncorrelated errors.
    var independentSlope: Double {
        guard let curve = independent else { return .nan }
        return FittedLine(through: zip(curve.sizes, curve.means).map { (log(Double($0)), log($1)) }).slope
    }

    /// The largest relative miss of the best straight line through error against k for uncorrelated errors.
    var linearMiss: Double {
        guard let curve = independent else { return .nan }
        let points = zip(curve.sizes, curve.means).map { (Double($0), $1) }
        let line = FittedLine(through: points)
        return points.map { abs(line.intercept + line.slope * $0.0 - $0.1) / $0.1 }.reduce(0, max)
    }
}

/// The least-squares line through points of the plane.
struct FittedLine {
    let slope: Double
    let intercept: Double

    init(through points: [(Double, Double)]) {
        let n = Double(points.count)
        let x = points.reduce(0) { $0 + $1.0 } / n
        let y = points.reduce(0) { $0 + $1.1 } / n
        let covariance = points.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
        let variance = points.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
        slope = covariance / variance
        intercept = y - slope * x
    }
}
