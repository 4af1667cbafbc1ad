import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Regimes: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (match, last) = (results.match, results.degrees.count - 1)
        PageFigure("regimes", Self.figure(results))
        Value("true-degree", results.degrees[match])
        Value("bias-below", Estimate(of: results.squaredBias[match - 1]))
        Value("bias-match", Estimate(of: results.squaredBias[match]))
        Value("error-below", Estimate(of: results.error[match - 1]))
        Value("error-match", Estimate(of: results.error[match]))
        Value("error-largest", Estimate(of: results.error[last]))
        Value("largest-degree", results.degrees[last])
        Claim(
            "0-4X",
            "A family that excludes the true process has bias; one that matches it has variance alone; one that exceeds it has more variance and no less bias.",
            method: """
                Least squares with polynomials of degree \(results.degrees[0]) to \(results.degrees[last]); the truth has degree \
                \(results.degrees[match]). Pairs of data sets with separate noise give estimates of squared bias and of variance \
                that are right on average.
                """
        ) {
            for place in 0..<match {
                Check.positive(
                    "squared bias, degree \(results.degrees[place])", differences: results.squaredBias[place])
            }
            Check.mean(
                "squared bias, degree \(results.degrees[match])", of: results.squaredBias[match], equals: 0)
            Check.mean("squared bias, all larger degrees", of: results.biasBeyond, equals: 0)
            for place in match..<last {
                Check.positive(
                    "variance, degree \(results.degrees[place + 1]) minus \(results.degrees[place])",
                    differences: Self.difference(results.variance[place + 1], results.variance[place]))
            }
            for place in results.degrees.indices where place != match {
                Check.positive(
                    "error, degree \(results.degrees[place]) minus the true one",
                    differences: Self.difference(results.error[place], results.error[match]))
            }
        }
    }

    private static func difference(_ first: [Double], _ second: [Double]) -> [Double] {
        zip(first, second).map { $0 - $1 }
    }

    private static func figure(_ results: Results) -> Figure {
        let degrees = results.degrees.map(Double.init)
        return Figure(width: 420, height: 210, title: "Families below, at and above the true degree") {
            Panel(
                x: Axis("degree of the family", ticks: .values(degrees)), y: Axis("squared distance", including: [0]),
                legend: .top
            ) {
                Rule(x: degrees[results.match]).role(.muted).label("true degree")
                Line(x: degrees, y: results.squaredBias.map(\.mean)).role(.series(1)).marker(.square)
                    .label("squared bias")
                Line(x: degrees, y: results.variance.map(\.mean)).role(.series(2)).marker(.triangle).label("variance")
                Line(x: degrees, y: results.error.map(\.mean)).role(.ink).marker(.dot).label("their sum")
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("0-4X") { $0.squaredBias[0] = $0.squaredBias[$0.match] },
        Mutant("0-4X") { $0.squaredBias[$0.match] = $0.squaredBias[0] },
        Mutant("0-4X") { $0.variance.reverse() },
        Mutant("0-4X") { $0.error.reverse() },
        Mutant("0-4X") { $0.error = $0.variance },
    ]

    /// Fits that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Regimes>] = [
        Mutant("0-4X") {
            $0.fit = { try $0.gram.addingToDiagonal(3).choleskySolve($0.transposedTimes($1)) }
        }
    ]
}
