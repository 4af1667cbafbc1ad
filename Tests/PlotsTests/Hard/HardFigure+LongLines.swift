import Foundation
import Plots

extension HardFigure {
    /// Lines of many samples, with gaps, and clouds.
    static let longLines: [HardFigure] = [
        HardFigure("line-gaps") {
            Figure(width: 440, height: 160) {
                Row {
                    Panel("a point between NaN", x: Axis("x"), y: Axis("y")) {
                        Line(x: [0, 1, 2, 3, 4, 5, 6], y: [1, 2, .nan, 3, .nan, 2, 1])
                    }
                    Panel("one point only", x: Axis("x"), y: Axis("y")) { Line(x: [1.0], y: [2.0]).label("lonely") }
                    Panel("∞", x: Axis("x"), y: Axis("y")) { Line(x: [0, 1, 2, 3], y: [1, .infinity, 2, -.infinity]) }
                    Panel("all NaN", x: Axis("x"), y: Axis("y")) {
                        Line(x: [0, 1], y: [Double.nan, .nan]).label("none")
                    }
                }
            }
        },
        HardFigure("line-spike") {
            let n = 400_000
            var ys = [Double](repeating: 0, count: n)
            for i in 136_954..<(136_954 + 532) { ys[i] = .nan }
            ys[137_491] = 5
            let few = stride(from: 0, to: n, by: 250).map { i in ys[i..<(i + 250)].filter(\.isFinite).max() ?? .nan }
            return Figure(width: 340, height: 180) {
                Column {
                    Panel("400 000 samples", x: Axis("i"), y: Axis("y", in: 0...6)) {
                        Line(x: (0..<n).map(Double.init), y: ys)
                    }
                    Panel("the highest of each 250 of them", x: Axis("i"), y: Axis("y", in: 0...6)) {
                        Line(x: few.indices.map { Double($0) * 250 }, y: few)
                    }
                }
            }
        },
        HardFigure("points-opacity") {
            // the same 1 000 points with the same opacity: as one mark and as 20 marks
            var dice = SplitMix(seed: 2)
            let xs = (0..<1000).map { _ in dice.normal() * 0.25 }
            let ys = (0..<1000).map { _ in dice.normal() * 0.25 }
            return Figure(width: 460, height: 230) {
                Row {
                    Panel("one mark of 1 000", x: Axis("x", in: -2...2), y: Axis("y", in: -2...2), aspect: .equal) {
                        Points(x: xs, y: ys).role(.training).marker(.plus, size: 2).opacity(0.5)
                    }
                    Panel("20 marks of 50", x: Axis("x", in: -2...2), y: Axis("y", in: -2...2), aspect: .equal) {
                        for k in 0..<20 {
                            Points(x: xs[(k * 50)..<(k * 50 + 50)], y: ys[(k * 50)..<(k * 50 + 50)]).role(
                                .training
                            ).marker(.plus, size: 2).opacity(0.5)
                        }
                    }
                }
            }
        },
    ]
}
