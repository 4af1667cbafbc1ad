import Foundation
import Plots

extension HardFigure {
    /// Layouts.
    static let layouts: [HardFigure] = [
        HardFigure("layout-single-row") {
            let field = try ScalarField(xs: [0, 1, 2, 3], ys: [0], values: [1, 2, 3, 4])
            return Figure(width: 300, height: 150) {
                Panel("a single row", x: Axis("x"), y: Axis("y")) { Contours(of: field) }
            }
        },
        HardFigure("layout-equal-shared") {
            let xs = (0..<50).map { Double($0) / 10 }
            return Figure(width: 460, height: 200) {
                Row {
                    Panel("x to 5", x: Axis("x", in: 0...5), y: Axis("y", in: 0...5), aspect: .equal) {
                        Line(x: xs, y: xs)
                        Rule(y: 4)
                    }
                    Panel("x to 10", x: Axis("x", in: 0...10), y: Axis("y", in: 0...5), aspect: .equal) {
                        Line(x: xs, y: xs)
                        Rule(y: 4)
                    }
                }.sharingY()
            }
        },
        HardFigure("layout-origin") {
            Figure(width: 420, height: 180) {
                Row {
                    Panel("origin outside", x: Axis("x"), y: Axis("y"), frame: .origin) {
                        Line(x: [2, 3], y: [5.0, 6])
                    }
                    Panel("origin inside", x: Axis("$x$"), y: Axis("$f(x)$"), frame: .origin) {
                        Line(over: -2...3) { $0 * $0 - 1 }
                    }
                    Panel("box", x: Axis("x"), y: Axis("y"), frame: .box) { Line(x: [0, 1], y: [5.0, 6]) }
                }
            }
        },
        HardFigure("layout-vectors") {
            Figure(width: 420, height: 180) {
                Row {
                    Panel("zeros", x: Axis("x"), y: Axis("y")) { VectorField(x: 0...1, y: 0...1) { _, _ in (0, 0) } }
                    Panel("one giant", x: Axis("x"), y: Axis("y")) {
                        VectorField(x: 0...1, y: 0...1) { x, y in x > 0.9 && y > 0.9 ? (1e6, 0) : (1, 1) }
                    }
                    Panel("no width", x: Axis("x"), y: Axis("y")) { VectorField(x: 0...0, y: 0...1) { x, y in (1, y) } }
                    Panel("border", x: Axis("x"), y: Axis("y")) {
                        VectorField(x: 0...1, y: 0...1, columns: 5, rows: 5) { x, y in (1, 1) }
                    }
                }
            }
        },
        HardFigure("layout-lined-up") {
            let days = (0...60).map { Double($0) / 10 }
            let field = try ScalarField(
                xs: [0, 1, 2, 3, 4, 5, 6], ys: [0, 1, 2], values: (0..<21).map { Double($0 * $0) * 1e-4 })
            let map = HeatMap(of: field)
            return Figure(width: 360, height: 320) {
                Column {
                    Panel("above", y: Axis("sales", in: 0...2e6)) {
                        Line(x: days, y: days.map { 1e6 + 9e5 * sin($0) })
                    }
                    Row {
                        Panel("a map and its bar", y: Axis("depth")) { map }
                        ColourBar(for: map, label: "density")
                    }
                    Row {
                        Panel("another bar", x: Axis("day"), y: Axis("depth")) { map }
                        ColourBar(ColourScale(.blues, range: 0...10_000))
                    }
                }.sharingX()
            }
        },
        HardFigure("layout-infinite") {
            let places: [Double] = [0, 1, 2, 3, 4]
            return Figure(width: 420, height: 180) {
                Row {
                    Panel("bars", x: Axis("x"), y: Axis("y")) { Bars(x: places, y: [2, .infinity, -1, -.infinity, 1]) }
                    Panel("a band", x: Axis("x"), y: Axis("y")) {
                        Band(x: places, low: [0, 1, -.infinity, 1, 2], high: [1, .infinity, 3, 4, 5])
                    }
                    Panel("an area", x: Axis("x"), y: Axis("y")) {
                        Area(x: places, y: [1, .infinity, 2, -.infinity, 1])
                    }
                    Panel("stems", x: Axis("x"), y: Axis("y")) { Stem(x: places, y: [1, .infinity, 2, -.infinity, 1]) }
                }
            }
        },
    ]
}
