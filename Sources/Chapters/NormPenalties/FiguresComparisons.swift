import Foundation
import Learning
import Notebook
import Plots

extension NormPenaltiesSection {
    static func offsets(_ offsets: OffsetMeasurements) -> Figure {
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

    static func layers(_ layers: LayerMeasurements) throws -> Figure {
        let places = layers.alphas.indices.map(Double.init)
        let means = layers.alphas.indices.map { first in
            layers.alphas.indices.map { second in layers.test.map { $0[first][second] }.mean }
        }
        let field = try ScalarField(
            xs: places, ys: places, values: places.indices.flatMap { second in means.map { $0[second] } })
        let ticks = Ticks.labelled(places.indices.map { Tick(places[$0], "\(layers.alphas[$0])") })
        let values = means.joined()
        let range = (values.min() ?? 0)...(values.max() ?? 1)
        return Figure(width: 360, height: 230, title: "Test loss by the decay of each layer") {
            Row {
                Panel(
                    x: Axis("decay of the first layer", ticks: ticks), y: Axis("decay of the second", ticks: ticks),
                    aspect: .equal
                ) {
                    HeatMap(of: field, range: range)
                    Line(x: places, y: places).role(.ink)
                }
                ColourBar(range, label: "test loss")
            }
        }
    }

    static func centers(_ centers: CenterMeasurements) -> Figure {
        Figure(width: 420, height: 200, title: "Shrinking toward points near and far") {
            Panel(
                x: Axis("weight decay $\\alpha$", scale: .log),
                y: Axis("squared error of the weights", including: [0]), legend: .top
            ) {
                Rule(y: centers.leastSquares.mean).role(.muted).dash(.dotted).label("least squares")
                for (place, distance) in centers.distances.enumerated() {
                    Line(x: Array(centers.alphas.dropFirst()), y: Array(centers.means[place].dropFirst()))
                        .role(.series(place)).label("distance \(distance)")
                }
            }
        }
    }

    static func selection(_ selection: SelectionMeasurements) -> Figure {
        let bars = { (error: KeyPath<SelectionOutcome, Double> & Sendable) in
            let estimates = [SelectionProblem.few, .one, .many].map { problem in
                Estimate(of: selection[problem].map { $0[keyPath: error] })
            }
            return Bars(
                ["three weights", "one weight", "eight small"], y: estimates.map(\.mean),
                errors: estimates.map(\.halfWidth))
        }
        return Figure(width: 420, height: 190, title: "Which penalty suits which truth") {
            Panel(x: Axis(""), y: Axis("error above the noise"), legend: .top) {
                bars(\.leastSquares).group(0, of: 3).role(.muted).label("least squares")
                bars(\.ridge).group(1, of: 3).role(.series(1)).label("ridge")
                bars(\.lasso).group(2, of: 3).role(.series(0)).label("lasso")
            }
        }
    }
}
