import Foundation
import Notebook
import Plots
import Statistics

extension DeadUnits: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        // The last place if the compared coefficient is not one of the others.
        let alpha = parameters.alphas.firstIndex(of: parameters.comparedAlpha) ?? parameters.alphas.count - 1
        let radius = results.equalRadius(to: alpha)
        let gains = zip(results.stuckLosses, results.revivedLosses).map { $0 - $1 }
        PageFigure("dead-units", Self.figure(results, parameters))
        Self.table(results, parameters)
        Value("units", DeadUnitTask.units)
        Value("compared-alpha", parameters.alphas[alpha])
        Value("compared-radius", parameters.radii[radius])
        Value("dead-penalty", Estimate(of: results.penaltyCounts.map { $0[alpha] }))
        Value("dead-bound", Estimate(of: results.radiusCounts.map { $0[radius] }))
        Value("test-penalty", Estimate(of: results.penaltyTest.map { $0[alpha] }))
        Value("test-bound", Estimate(of: results.radiusTest.map { $0[radius] }))
        Value("stuck-loss", Estimate(of: results.stuckLosses))
        Value("revival-gain", Estimate(of: gains))
        Claim(
            "3-7X",
            "Penalties trap units at small weights although larger weights would lower $J$; a constraint leaves no dead units.",
            method: """
                Networks of rectifiers: units whose weights have almost vanished, with weight decay against none, and under the \
                bound on columns whose test loss is nearest to that with weight decay. None: at most one of the \
                \(DeadUnitTask.units). Then the dead units get fresh weights and training goes on with the penalty.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "one minus dead units under the bound", differences: results.radiusCounts.map { 1 - $0[radius] })
            Check.positive(
                "dead units at the compared α minus without a penalty",
                differences: zip(results.penaltyCounts, results.penaltyCounts).map { $0[alpha] - $1[0] })
            Check.positive("penalized objective minus that after the dead units were revived", differences: gains)
        }
    }

    /// Dead units against test loss, with 99 % intervals.
    private static func figure(_ results: Results, _ parameters: Parameters) -> Figure {
        Figure(width: 420, height: 230, title: "Dead units and test loss under penalties and bounds") {
            Panel(
                x: Axis("test loss", scale: .log), y: Axis("dead units of \(DeadUnitTask.units)", including: [0]),
                legend: .top
            ) {
                dots(results.penaltyTest, results.penaltyCounts).role(.penalty).marker(.dot, size: 5)
                    .label("weight decay $\\alpha$")
                dots(results.radiusTest, results.radiusCounts).role(.series(3)).marker(.openSquare, size: 5)
                    .label("bound on columns")
                for (place, alpha) in parameters.alphas.enumerated() {
                    name(place, "$\\alpha = \(alpha.formatted())$", results.penaltyTest, results.penaltyCounts)
                        .role(.penalty)
                }
                for (place, radius) in parameters.radii.enumerated() {
                    name(place, "bound \(radius.formatted())", results.radiusTest, results.radiusCounts)
                        .role(.series(3))
                }
            }
        }
    }

    private static func dots(_ losses: [[Double]], _ counts: [[Double]]) -> ErrorBars {
        let dead = counts[0].indices.map { place in Estimate(of: counts.map { $0[place] }) }
        return ErrorBars(
            x: losses[0].indices.map { place in losses.map { $0[place] }.mean }, y: dead.map(\.mean),
            low: dead.map { max(0, $0.mean - $0.halfWidth) }, high: dead.map { $0.mean + $0.halfWidth })
    }

    private static func name(_ place: Int, _ name: String, _ losses: [[Double]], _ counts: [[Double]]) -> Annotation {
        Annotation(name, x: losses.map { $0[place] }.mean, y: counts.map { $0[place] }.mean)
    }

    private static func table(_ results: Results, _ parameters: Parameters) -> Table {
        func row(_ name: String, _ place: Int, _ columns: [[[Double]]]) -> [Quantity] {
            [.text(name)] + columns.map { .number($0.map { $0[place] }.mean) }
        }
        return Table(
            "dead-units", columns: ["", "dead units", "training loss", "test loss"].map { Table.Column($0) },
            rows: parameters.alphas.enumerated().map {
                row(
                    "$\\alpha = \($1)$", $0, [results.penaltyCounts, results.penaltyTraining, results.penaltyTest])
            }
                + parameters.radii.enumerated().map {
                    row("bound \($1)", $0, [results.radiusCounts, results.radiusTraining, results.radiusTest])
                })
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("3-7X") { results in
            results.radiusCounts = results.radiusCounts.map { $0.map { _ in 0 } }
            results.revivedLosses = results.stuckLosses.map { $0 - 0.1 }
        },
        Mutant("3-7X") {
            $0.radiusCounts = $0.radiusCounts.indices.map { [Double](repeating: 2 * Double($0 % 2), count: 4) }
        },
    ]
}
