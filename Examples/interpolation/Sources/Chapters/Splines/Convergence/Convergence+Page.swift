import Foundation
import Notebook
import Plots

extension Convergence: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("convergence", results.figure)
        Table(
            "orders", columns: [.init("pieces"), .init("largest error"), .init("order")],
            rows: results.pieces.indices.map { place in
                [
                    .count(results.pieces[place]), .number(results.errors[place]),
                    place == 0 ? .text("–") : .number(results.orders[place - 1]),
                ]
            })
        Value("order", results.orders[results.orders.count - 1])
        Claim(
            "spline-order", "Half as wide pieces leave a sixteenth of the error: the order is four.",
            method: "The binary logarithm of the ratio of the last two errors."
        ) {
            Check.number("order", results.orders[results.orders.count - 1], .within(3.8...4.2))
        }
    }

    /// Results that are wrong, and the claims that must notice.
    public static let wrongResults: [Mutant<Results>] = [
        Mutant("spline-order") { $0.errors = $0.errors.map { $0.squareRoot() } }
    ]
}

extension Convergence.Results {
    /// The order from each number of pieces to the next.
    fileprivate var orders: [Double] { zip(errors, errors.dropFirst()).map { log2($0 / $1) } }

    fileprivate var figure: Figure {
        let n = pieces.map(Double.init)
        return Figure(width: 420, height: 210, title: "The error of a spline") {
            Panel(x: Axis("pieces $n$", scale: .log), y: Axis("largest error", scale: .log), legend: .top) {
                Points(x: n, y: errors).role(.series(1)).label("measured")
                Line(x: n, y: n.map { errors[0] * pow(n[0] / $0, 4) }).role(.muted).label("$n^{-4}$")
            }
        }
    }
}
