import Notebook
import Plots
import Statistics

extension Centers: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let last = results.distances.count - 1
        PageFigure("centers", Self.figure(results))
        Value("center-least-squares", Estimate(of: results.leastSquares))
        Value("center-origin", Estimate(of: results.best[results.distances.firstIndex(of: 1) ?? last]))
        Value("center-far", Estimate(of: results.best[last]))
        Value("center-far-distance", results.distances[last])
        Claim(
            "2-15X", "Shrinking toward any point regularizes; the nearer the point is to the truth, the better.",
            method: """
                Ridge regression toward points at several distances from the true weights, in units of their length. The coefficient \
                is the best on average in the other half of the data sets.
                """
        ) {
            for (place, distance) in results.distances.enumerated() {
                Check.positive(
                    "distance \(distance): error of least squares minus that toward the point",
                    differences: zip(results.leastSquares, results.best[place]).map { $0 - $1 })
            }
            for place in 1..<results.distances.count {
                Check.positive(
                    "error toward the point at \(results.distances[place]) minus at \(results.distances[place - 1])",
                    differences: zip(results.best[place], results.best[place - 1]).map { $0 - $1 })
            }
        }
    }

    private static func figure(_ centers: Results) -> Figure {
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

    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("2-15X") { $0.best.reverse() },
        Mutant("2-15X") { $0.leastSquares = $0.leastSquares.map { $0 - 100 } },
    ]
}
