import Foundation
import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Approximation: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("divergences", Self.figure(results))
        Value("enumerated-masks", results.masks)
        Value("enumerated-networks", results.geometric[0].count)
        Value("rectifier-divergence", Estimate(of: results.geometric[0]))
        Value("tanh-divergence", Estimate(of: results.geometric[1]))
        Value("maxout-divergence", Estimate(of: results.geometric[2]))
        Value("arithmetic-divergence", Estimate(of: results.arithmetic[0]))
        Value("fast-divergence", Estimate(of: results.fast[0]))
        Claim(
            "11-7E", "With nonlinear hidden units the rule is an approximation.",
            method: """
                Trained networks with dropout on \(SmallTask.inputs) inputs and \(SmallTask.units) hidden units, all \
                \(results.masks) masks: the divergence of the rule from the renormalized geometric mean, above 1e-6 in each.
                """
        ) {
            for (kind, values) in zip(results.kinds, results.geometric) {
                Check.all("\(kind): networks in which it differs", values.count { $0 > 1e-6 }, of: values.count)
            }
            Check.number(
                "largest divergence", results.geometric.joined().max() ?? .nan, .atMost(0.2))
        }
        Claim(
            "11-19X", "Fast dropout at test time is a better approximation to the average over sub-networks.",
            method: """
                The same networks: logarithm of the divergence of the weight scaling rule from the enumerated *arithmetic* mean over that \
                of fast dropout, which propagates means and variances from layer to layer.
                """
        ) {
            for place in results.fast.indices {
                Check.positive(
                    "\(results.kinds[place]): logarithm of the ratio",
                    differences: zip(results.arithmetic[place], results.fast[place]).map { log($0 / $1) })
            }
        }
    }

    private static func figure(_ results: Results) -> Figure {
        let rows = results.kinds.indices.map { Double(results.kinds.count - 1 - $0) }
        return Figure(width: 420, height: 180, title: "Divergence of shortcuts from enumerated ensembles") {
            Panel(
                x: Axis("divergence", scale: .log),
                y: Axis(
                    in: -0.6...Double(rows.count) - 0.4,
                    ticks: .labelled(zip(rows, results.kinds).map { Tick($0, $1) })),
                legend: .top
            ) {
                for (values, shift, series, name) in [
                    (results.geometric, 0.25, 0, "scaling, geometric"),
                    (results.arithmetic, 0, 2, "scaling, arithmetic"),
                    (results.fast, -0.25, 1, "fast dropout, arithmetic"),
                ] {
                    for (row, divergences) in zip(rows, values) {
                        Points(x: divergences, y: divergences.map { _ in row + shift }).role(.series(series))
                            .marker(.dot, size: 2).opacity(0.4)
                    }
                    Points(x: values.map(\.mean), y: zip(rows, values).map { $0.0 + shift }).role(.series(series))
                        .marker(Role.series(series).marker, size: 5).label(name)
                }
                for (row, arithmetic) in zip(rows, results.arithmetic).dropFirst(results.fast.count) {
                    Text("fast dropout: not defined", x: arithmetic.mean, y: row - 0.25, anchor: .right)
                        .role(.series(1))
                }
            }
        }
    }
}

extension Approximation {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-7E") { $0.geometric[1][0] = 0 },
        Mutant("11-7E") { $0.geometric[1][0] = 1 },
        Mutant("11-19X") { $0.fast = $0.arithmetic.map { $0.map { 2 * $0 } } },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("11-19X") { $0.sumVariance = { 2e6 * $0 * (1 - $0) * $1.dot($1) } }
    ]
}
