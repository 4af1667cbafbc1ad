import Foundation
import Notebook
import Plots
import Statistics

extension Offsets: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let place = results.comparedPlace
        PageFigure("offsets", Self.figure(results))
        Value("offset", Self.offset)
        Value("offset-alpha", results.alphas[place])
        Value("offset-free", Estimate(of: results.free.map { $0[place] }))
        Value("offset-penalized", Estimate(of: results.penalized.map { $0[place] }))
        Value("offset-tuned", Estimate(of: results.tunedGains))
        Value("offset-variance", Estimate(of: results.offsetVariances))
        Value("weight-variance", Estimate(of: results.weightVariances.map { $0 / 10 }))
        Value("ratio-few", exp((results.varianceRatios.first ?? []).mean))
        Value("ratio-many", exp((results.varianceRatios.last ?? []).mean))
        Value("fewest-variance-examples", Self.sizes[0])
        Value("most-variance-examples", Self.sizes[Self.sizes.count - 1])
        Claim(
            "2-4X",
            "Offsets should not be penalized: they add little variance, and penalizing them can cause underfitting.",
            method: """
                Ridge regression of 30 examples and 10 features with an offset of \(Int(Self.offset)): expected errors with and \
                without decay on the offset; variances over redrawn targets, each of one parameter. Little variance: at most a quarter more than a weight brings.
                """
        ) {
            Check.positive(
                "at $\\alpha=\(Int(results.alphas[place]))$: error with the offset penalized minus without",
                differences: zip(results.penalized, results.free).map { $0[place] - $1[place] })
            Check.positive("the same with $\\alpha$ tuned in both arms", differences: results.tunedGains)
            Check.positive(
                "mean variance of a weight plus a quarter minus variance of the offset",
                differences: zip(results.weightVariances, results.offsetVariances).map { 1.25 * $0 / 10 - $1 })
        }
        Claim(
            "2-36X", "An offset is fitted well with fewer data than a weight.",
            method: """
                Least squares with ten weights of standard normal features: variances given the inputs, \
                $\\sigma^2(\\mathbf X^\\top\\mathbf X)^{-1}$, a weight's (the mean of ten) over the offset's. Fewer data: at least a tenth \
                more variance in a weight from as many.
                """,
            expecting: .contradicted
        ) {
            for (size, ratios) in zip(Self.sizes, results.varianceRatios) {
                Check.positive(
                    "logarithm of the ratio at \(size) examples, less log 1.1",
                    differences: ratios.map { $0 - log(1.1) })
            }
        }
    }

    private static func figure(_ offsets: Results) -> Figure {
        Figure(width: 420, height: 190, title: "Weight decay with and without the offset") {
            Panel(
                x: Axis("weight decay $\\alpha$", scale: .log), y: Axis("expected squared error", scale: .log),
                legend: .top
            ) {
                Band(x: Array(offsets.alphas.dropFirst()), replicates: offsets.penalized.map { Array($0.dropFirst()) })
                    .role(.series(1)).label("offset penalized")
                Band(x: Array(offsets.alphas.dropFirst()), replicates: offsets.free.map { Array($0.dropFirst()) })
                    .role(.series(0)).label("offset free")
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-4X") { swap(&$0.free, &$0.penalized) },
        Mutant("2-4X") { $0.tunedGains = $0.tunedGains.map { -$0 - 1 } },
        Mutant("2-4X") { swap(&$0.offsetVariances, &$0.weightVariances) },
        Mutant("2-36X") { $0.varianceRatios = $0.varianceRatios.map { $0.map { $0 + 1 } } },
    ]
}
