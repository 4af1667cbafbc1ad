import Foundation
import Notebook
import Plots

/// A page whose experiment takes no time and whose figures are four sets of curves.
struct Curves: Study {
    static let question = "How do losses fall?"

    struct Parameters: Codable, Sendable {
        var points = 120
    }

    struct Results: Codable, Sendable {
        let rates: [Double]
        let points: Int
    }

    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("rates")
        return Results(rates: (0..<4).map { _ in 5 + 40 * stream.uniform() }, points: parameters.points)
    }

    func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        for (index, rate) in results.rates.enumerated() {
            PageFigure("curve-\(index + 1)", curves(rate, points: results.points))
            Value("rate-\(index + 1)", rate)
        }
    }

    private func curves(_ rate: Double, points: Int) -> Figure {
        let times = (0..<points).map { 100 * Double($0) / Double(points - 1) }
        return Figure(width: 324, height: 200) {
            Panel(x: Axis("epoch"), y: Axis("loss $J$")) {
                Line(x: times, y: times.map { 0.9 * exp(-$0 / rate) }).role(.training).label("training")
                Line(x: times, y: times.map { 0.6 * exp(-$0 / rate) + 0.2 + 1e-3 * $0 }).role(.validation)
                    .label("validation")
            }
        }
    }
}
