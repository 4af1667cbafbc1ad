import Foundation
import Notebook
import Plots

extension Resamples: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("bootstrap", Self.figure(results))
        Value("limit-share", 1 - exp(-1))
        Value("twice-share", 1 - 2 * exp(-1))
        Value("complete-three", results.completeThree)
        Value("complete-below", (1...20).first { Equations.chapter.completeProbability($0) < 0.01 } ?? 0)
        Claim(
            "10-5E",
            "A bootstrap sample holds about two thirds of the distinct examples, $1-(1-1/n)^n \\to 1-1/e$, misses some and repeats others.",
            method: "All $n^n$ samples enumerated for $n \\le 5$; simulated samples at the largest $n$."
        ) {
            Check.error("largest deviation of the formulas from the enumeration", results.countingError, atMost: 1e-12)
            Check.mean("share of distinct examples", results.distinctSample, equals: results.distinctExpected)
            Check.mean("share drawn at least twice", results.repeatedSample, equals: results.repeatedExpected)
        }
    }

    private static func figure(_ results: Results) -> Figure {
        let sizes = (0...100).map { pow(10, Double($0) * log10(200) / 100) }
        return Figure(width: 300, height: 180) {
            Panel(
                x: Axis("examples $n$", in: 0.9...250, scale: .log),
                y: Axis("share of distinct examples", in: 0.55...1.03)
            ) {
                Rule(y: 2 / 3).role(.muted).dash(.dotted).label("2/3")
                Line(x: sizes, y: sizes.map { 1 - pow(1 - 1 / $0, $0) }).role(.truth).label("exact")
                Points(x: results.sizes, y: results.distinct).role(.series(0)).label("simulated")
            }
        }
    }
}

extension Resamples {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-5E") { $0.countingError = 1e-6 },
        Mutant("10-5E") { $0.distinctSample = Estimate(of: [0.5, 0.51, 0.49]) },
        Mutant("10-5E") { $0.repeatedSample = Estimate(of: [0.5, 0.51, 0.49]) },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("10-5E") { $0.distinctShare = { n in pow(1 - 1 / Double(n), Double(n)) } },
        Mutant("10-5E") { $0.repeatedShare = { n in 1 - 2 * pow(1 - 1 / Double(n), Double(n)) } },
        Mutant("10-5E") { $0.completeProbability = { n in 1 / Double(n) } },
    ]
}
