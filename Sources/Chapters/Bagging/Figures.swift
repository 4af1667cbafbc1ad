import Foundation
import Notebook
import Plots

extension BaggingSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("cartoon", try cartoon(results.cartoon))
        PageFigure("ensemble-error", ensembleError(results.errors))
        PageFigure("unequal", unequal(results.errors))
        PageFigure("saved", saved(results.trees))
        PageFigure("stumps", stumps(results.stumps))
        PageFigure("growing", growing(results.growing))
        PageFigure("network-ensemble", networkEnsemble(results.networks))
        PageFigure("bootstrap", bootstrap(results.bootstrap))
    }

    private static func ensembleError(_ errors: EnsembleErrors) -> Figure {
        Figure(width: 420, height: 230) {
            Panel(
                x: Axis("members $k$", in: 0.5...Double(errors.curves[0].sizes.count) + 0.5),
                y: Axis("expected squared error, $v = 1$", in: 0...1.1)
            ) {
                for (place, curve) in errors.curves.enumerated() {
                    let sizes = curve.sizes.map(Double.init)
                    Line(
                        x: sizes, y: curve.sizes.map { Equations.chapter.ensembleError($0, 1, curve.correlation) }
                    ).role(.series(place)).label("$c/v = \(curve.correlation.formatted())$")
                    Points(x: sizes, y: curve.means).role(.series(place))
                }
            }
        }
    }

    private static func networkEnsemble(_ networks: [NetworkEnsemble]) -> Figure {
        let sizes = Array(1...networks[0].squaredErrors.count)
        return Figure(width: 300, height: 190) {
            Panel(x: Axis("networks averaged, $k$"), y: Axis("squared error")) {
                Line(x: sizes, y: NetworkEnsemble.mean(networks, \.predictedErrors)).role(.truth).label(
                    "$v/k+(k-1)c/k$")
                Points(x: sizes, y: NetworkEnsemble.mean(networks, \.squaredErrors)).role(.test).label("measured")
            }
        }
    }

    private static func bootstrap(_ shares: BootstrapShares) -> Figure {
        let sizes = (0...100).map { pow(10, Double($0) * log10(200) / 100) }
        return Figure(width: 300, height: 180) {
            Panel(
                x: Axis("examples $n$", in: 0.9...250, scale: .log),
                y: Axis("share of distinct examples", in: 0.55...1.03)
            ) {
                Rule(y: 2 / 3).role(.muted).dash(.dotted).label("2/3")
                Line(x: sizes, y: sizes.map { 1 - pow(1 - 1 / $0, $0) }).role(.truth).label("exact")
                Points(x: shares.sizes, y: shares.distinct).role(.series(0)).label("simulated")
            }
        }
    }
}
