import Foundation
import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Relatedness: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let gains = results.gains
        PageFigure("relatedness", Self.figure(results))
        Value("equal-alone", Estimate(of: results.alone[0]))
        Value("equal-shared", Estimate(of: results.shared[0]))
        Value("orthogonal-alone", Estimate(of: results.alone.last ?? []))
        Value("orthogonal-shared", Estimate(of: results.shared.last ?? []))
        Value("orthogonal-chosen", Estimate(of: results.chosen.last ?? []))
        Value("largest-helpful-angle", results.largestHelpfulAngle)
        Claim(
            "12-3X", "Sharing helps only if the tasks have something in common.",
            method: """
                Linear tasks whose weights leave a common direction by an angle from 0° to 90°, with one shared hidden unit and alone; \
                squared error of the weights, the same inputs and noise at each angle.
                """
        ) {
            Check.positive("gain of sharing between equal tasks", differences: gains.first ?? [])
            Check.positive("loss by sharing between orthogonal tasks", differences: (gains.last ?? []).map { -$0 })
            for step in gains.indices.dropFirst() {
                Check.positive(
                    "fall of the gain from \(results.angles[step - 1].formatted())° to \(results.angles[step].formatted())°",
                    differences: gains[step - 1].subtracting(gains[step]))
            }
        }
    }

    private static func figure(_ relatedness: Results) -> Figure {
        Figure(width: 420, height: 200, title: "Sharing among tasks that differ more and more") {
            Panel(
                x: Axis("angle between a task and the common direction", ticks: .values(relatedness.angles)),
                y: Axis("excess error", including: [0]), legend: .top
            ) {
                Line(x: relatedness.angles, y: relatedness.alone.map(\.mean)).role(.optimum).label("alone")
                Line(x: relatedness.angles, y: relatedness.shared.map(\.mean)).role(.series(0)).dash(.dotted).label(
                    "one shared unit")
                Line(x: relatedness.angles, y: relatedness.chosen.map(\.mean)).role(.regularized).dash(.dashed).label(
                    "as many as validation asks for")
            }
        }
    }
}

extension Relatedness {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-3X") { $0.shared[0] = $0.alone[0].map { $0 + 1 } },
        Mutant("12-3X") { $0.shared[6] = $0.alone[6] },
        Mutant("12-3X") { $0.shared[3] = $0.shared[2] },
    ]
}
