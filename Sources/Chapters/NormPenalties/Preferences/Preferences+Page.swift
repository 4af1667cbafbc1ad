import Foundation
import Notebook

extension Preferences: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("subgradient-zeros", results.subgradientZeros.reduce(0, +))
        Value(
            "proximal-zeros", Double(results.proximalZeros.reduce(0, +)) / Double(results.proximalZeros.count))
        Value("zeros-features", ZeroCounts.features)
        Value("basis-distance", results.lassoDistance)
        Value("basis-before", Estimate(of: results.zerosBefore))
        Value("basis-after", Estimate(of: results.zerosAfter))
        Claim(
            "2-3X", "The choice of $\\Omega$ changes which solution is preferred.",
            method:
                "Lasso and ridge at equal training loss on the same data: their supports and the angle between them."
        ) {
            Check.positive(
                "weights that ridge keeps and the lasso drops",
                differences: results.supportDifferences.map(Double.init))
            Check.positive(
                "angle between them in degrees, less 5",
                differences: results.cosines.map {
                    acos(min($0, 1)) * 180 / .pi - 5
                })
        }
        Claim(
            "2-23X", equation: "7.10",
            "Following the subgradient does not produce exact zeros; a proximal step does.",
            method:
                "Subgradient descent and proximal gradient descent on the same lasso problems of 100 examples and 20 features."
        ) {
            Check.positive(
                "exact zeros, proximal minus subgradient",
                differences: zip(results.proximalZeros, results.subgradientZeros).map { Double($0 - $1) })
            Check.number(
                "exact zeros by the subgradient, all data sets", Double(results.subgradientZeros.reduce(0, +)),
                .atMost(0))
        }
        Claim(
            "2-37E", "$L^1$ prefers solutions along the axes of the features; $L^2$ prefers no basis.",
            method: """
                The same data with features turned by a random orthogonal matrix: how far the solution, turned back, lies from that on \
                the features as they were, relative to it; and its exact zeros.
                """
        ) {
            Check.error("ridge: largest distance", results.ridgeDistance, atMost: 1e-10)
            Check.number("lasso: smallest distance", results.lassoDistance, .above(0.01))
            Check.positive(
                "lasso: exact zeros before minus after",
                differences: zip(results.zerosBefore, results.zerosAfter).map { $0 - $1 })
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-3X") { $0.supportDifferences = [3, -3, 2, -2] },
        Mutant("2-23X") { $0.subgradientZeros[0] = 1 },
        Mutant("2-23X") { $0.proximalZeros = $0.proximalZeros.indices.map { -$0 - 1 } },
        Mutant("2-3X") { $0.cosines = $0.cosines.map { _ in 1 } },
        Mutant("2-37E") { $0.ridgeDistance = 0.1 },
        Mutant("2-37E") { $0.lassoDistance = 0 },
        Mutant("2-37E") { swap(&$0.zerosBefore, &$0.zerosAfter) },
    ]
}
