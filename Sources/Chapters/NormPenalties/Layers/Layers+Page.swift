import Foundation
import Notebook
import Plots
import Statistics

extension Layers: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("layers", try Self.figure(results))
        Value("layer-pairs", results.alphas.count * results.alphas.count)
        Value("layer-common", results.alphas.count)
        Value("common-gain", Estimate(of: results.commonGains))
        Value("pair-gain", Estimate(of: results.pairGains))
        Value(
            "pair-advantage", Estimate(of: zip(results.pairGains, results.commonGains).map { $0 - $1 }))
        Value("cost-of-common", results.costOfCommon)
        Claim(
            "2-5X", "One decay coefficient for all layers is a reasonable shortcut for a search.",
            method: """
                Networks of two layers with every pair of \(results.alphas.count) coefficients. The common coefficient and the pair are \
                chosen by validation loss; gains in test loss over no decay. Reasonable: the shortcut has more than half of the \
                gain by a pair.
                """
        ) {
            Check.positive("gain by a common coefficient", differences: results.commonGains)
            Check.positive(
                "gain by a common coefficient minus half the gain by a pair",
                differences: zip(results.commonGains, results.pairGains).map { $0 - $1 / 2 })
        }
    }

    private static func figure(_ layers: Results) throws -> Figure {
        let places = layers.alphas.indices.map(Double.init)
        let means = layers.alphas.indices.map { first in
            layers.alphas.indices.map { second in layers.test.map { $0[first][second] }.mean }
        }
        let field = try ScalarField(
            xs: places, ys: places, values: places.indices.flatMap { second in means.map { $0[second] } })
        let ticks = Ticks.labelled(places.indices.map { Tick(places[$0], layers.alphas[$0].formatted()) })
        return Figure(width: 300, height: 250, title: "Test loss by the decay of each layer") {
            Panel(
                x: Axis("decay of the first layer", ticks: ticks), y: Axis("decay of the second", ticks: ticks),
                aspect: .equal
            ) {
                HeatMap(of: field)
                // The diagonal, open where numbers stand.
                for place in places.dropLast() {
                    Line(x: [place + 0.3, place + 0.7], y: [place + 0.3, place + 0.7]).role(.ink)
                }
                for (first, row) in means.enumerated() {
                    for (second, mean) in row.enumerated() {
                        Text(
                            mean.formatted(.number.precision(.fractionLength(2))), x: places[first], y: places[second])
                    }
                }
            }
        }
    }

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-5X") { $0.test = $0.test.map { $0.map { $0.map { _ in 1 } } } },
        // A common coefficient that has a quarter of what the best pair has.
        Mutant("2-5X") {
            $0.test = $0.test.map { losses in
                let (none, best) = (losses[0][0], losses.joined().min() ?? 0)
                return losses.indices.map { first in
                    losses.indices.map { first == $0 && first > 0 ? none - (none - best) / 4 : losses[first][$0] }
                }
            }
        },
    ]
}
