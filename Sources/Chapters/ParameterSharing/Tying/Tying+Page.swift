import Foundation
import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Tying: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let last = parameters.distances.count - 1
        let best = results.curves.map { parameters.strengths[$0.placeOfLowest] }
        PageFigure("tying", Self.figure(results, parameters))
        Value("largest-distance", parameters.distances[last])
        Value("equal-separate", Estimate(of: results.separate[0]))
        Value("equal-tied", Estimate(of: results.chosen[0]))
        Value("equal-pooled", Estimate(of: results.pooled[0]))
        Value("distant-separate", Estimate(of: results.separate[last]))
        Value("distant-tied", Estimate(of: results.chosen[last]))
        Value("distant-pooled", Estimate(of: results.pooled[last]))
        Value("equal-best", best[0])
        Value("distant-best", best[last])
        Claim(
            "8-2X", "Tying two models helps if their tasks are similar.",
            method: """
                Pairs of linear tasks whose true weights are a given distance apart: excess error of separate fits, of fits tied with \
                $\\alpha$ chosen on validation examples, of one pooled fit; the same inputs and noise for each.
                """
        ) {
            Check.positive(
                "equal tasks: error separate minus tied",
                differences: (results.separate.first ?? []).subtracting(results.chosen.first ?? []))
            Check.positive(
                "most distant tasks: error pooled minus separate",
                differences: (results.pooled.last ?? []).subtracting(results.separate.last ?? []))
            Check.all(
                "steps in distance at which the best $\\alpha$ does not rise",
                zip(best, best.dropFirst()).count { $0 >= $1 }, of: max(best.count - 1, 0))
            Check.number(
                "best $\\alpha$ of the most distant tasks over that of equal ones",
                (best.last ?? .nan) / (best.first ?? .nan), .atMost(0.1))
        }
    }

    private static func figure(_ tying: Results, _ parameters: Parameters) -> Figure {
        return Figure(width: 420, height: 200, title: "Error of tied models") {
            Row(spacing: 30) {
                Panel(
                    x: Axis("tie $\\alpha$", scale: .log), y: Axis("excess error", scale: .log), legend: .automatic
                ) {
                    for (place, distance) in parameters.distances.enumerated() {
                        Line(x: parameters.strengths, y: tying.curves[place]).role(.series(place)).label(
                            "$d=\(distance.formatted())$")
                    }
                }
                Panel(
                    x: Axis("distance $d$ of the tasks"), y: Axis("excess error", scale: .log), legend: .top
                ) {
                    Line(x: parameters.distances, y: tying.separate.map(\.mean)).role(.optimum).label("separate")
                    Line(x: parameters.distances, y: tying.chosen.map(\.mean)).role(.regularized).dash(.dashed)
                        .label("tied")
                    Line(x: parameters.distances, y: tying.pooled.map(\.mean)).role(.muted).dash(.dotted)
                        .label("pooled")
                }
            }
        }
    }
}

extension Tying {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("8-2X") { $0.chosen[0] = $0.separate[0].map { $0 + 1 } },
        Mutant("8-2X") { $0.pooled[$0.pooled.count - 1] = $0.separate[$0.separate.count - 1] },
        Mutant("8-2X") { $0.curves.reverse() },
    ]
}
