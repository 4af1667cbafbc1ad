import Foundation
import Plots

extension HardFigure {
    /// Colours and what is written over them.
    static let colours: [HardFigure] = [
        HardFigure("colours-log-levels") {
            let field = ScalarField(x: -2...2, y: -1...3) { x, y in
                let a = 1 - x
                let b = y - x * x
                return a * a + 100 * b * b
            }
            return Figure(width: 420, height: 220) {
                Row {
                    Panel("Rosenbrock, logarithmic(8)", x: Axis("x"), y: Axis("y")) {
                        FilledContours(of: field, levels: .logarithmic(8), map: .meadow)
                        Contours(of: field, levels: .logarithmic(8)).role(.ink).lineWidth(0.4).labelled()
                    }
                    ColourBar(0...2509, map: .meadow, label: "f")
                }
            }
        },
        HardFigure("colours-diverging") {
            let field = ScalarField(x: -2...2, y: -2...2) { $0 + 0.8 * $0 * $0 + $1 }
            return Figure(width: 400, height: 220) {
                Row {
                    Panel("diverging, levels −1 0 1 2 3 4", x: Axis("x"), y: Axis("y"), aspect: .equal) {
                        FilledContours(of: field, levels: .explicit([-1, 0, 1, 2, 3, 4]), map: .diverging)
                        Contours(of: field, levels: .explicit([0])).role(.ink).labelled()
                    }
                    ColourBar(-1...4, map: .diverging, label: "f")
                }
            }
        },
        HardFigure("colours-missing") {
            let field = try ScalarField(
                xs: [0, 1, 2, 3], ys: [0, 1], values: [0, 0.1, .nan, 1, .infinity, -5, 9, 0.5])
            return Figure(width: 360, height: 160) {
                Row {
                    Panel("0 .1 NaN 1 / ∞ −5 9 .5, range 0…1", x: Axis("x"), y: Axis("y")) {
                        HeatMap(of: field, range: 0...1)
                    }
                    ColourBar(0...1, label: "value")
                }
            }
        },
        HardFigure("colours-confusion") {
            let classes = ["cat", "dog", "horse", "ship", "truck"]
            var dice = SplitMix(seed: 3)
            var values: [Double] = []
            for r in 0..<5 {
                for c in 0..<5 {
                    values.append(r == c ? 80 + (dice.uniform() * 20).rounded() : (dice.uniform() * 12).rounded())
                }
            }
            let field = try ScalarField(xs: (0..<5).map(Double.init), ys: (0..<5).map(Double.init), values: values)
            let counts = values
            return Figure(width: 300, height: 240) {
                Row {
                    Panel(
                        "confusion", x: Axis("predicted", scale: .categorical(classes)),
                        y: Axis("true", scale: .categorical(classes), reversed: true), aspect: .equal
                    ) {
                        HeatMap(of: field)
                        for r in 0..<5 {
                            for c in 0..<5 { Text("\(Int(counts[r * 5 + c]))", x: Double(c), y: Double(r)) }
                        }
                    }
                    ColourBar(0...100, label: "count")
                }
            }
        },
        HardFigure("colours-white-words") {
            let field = ScalarField(x: 0...2, y: 0...1, columns: 3, rows: 2) { x, y in x + 3 * y }
            return Figure(width: 300, height: 160) {
                Panel("white words on dark cells", x: Axis("x"), y: Axis("y")) {
                    HeatMap(of: field)
                    for c in 0..<3 {
                        Text("white", x: Double(c), y: 1).colour(RGB(0xFFFFFF))
                        Text("paper", x: Double(c), y: 0).role(.paper)
                    }
                }
            }
        },
        HardFigure("colours-over-bars") {
            Figure(width: 300, height: 160) {
                Panel("points over bars", y: Axis("n")) {
                    Bars(["a", "b", "c"], y: [5, 6, 7]).role(.series(0))
                    Point(x: 1, y: 3).role(.optimum).label("target")
                    Line(x: [0, 1, 2], y: [2, 3, 4]).role(.test).label("trend")
                    Annotation("the best", x: 2, y: 6.5)
                }
            }
        },
        HardFigure("colours-line-over-bars") {
            Figure(width: 300, height: 170) {
                Panel("line over names", y: Axis("n")) {
                    Bars(["jan", "feb", "mar"], y: [1, 2, 3]).label("bars")
                    Line(x: [0, 1, 2], y: [1.5, 1, 2.5]).role(.test).label("line")
                }
            }
        },
    ]
}
