import Foundation
import Plots

extension HardFigure {
    /// Legends.
    static let legends: [HardFigure] = [
        HardFigure("legend-many") {
            Figure(width: 420, height: 260) {
                Panel("20 series", x: Axis("x"), y: Axis("y")) {
                    for k in 0..<20 {
                        Line(over: 0...6) { sin($0 + Double(k) / 5) + Double(k) / 4 }.role(.series(k)).label(
                            "series number \(k)")
                    }
                }
            }
        },
        HardFigure("legend-markers") {
            Figure(width: 300, height: 160) {
                Panel("lines with markers", x: Axis("x"), y: Axis("y"), legend: .top) {
                    Line(x: [0, 1, 2, 3], y: [0, 1, 0.5, 2]).role(.series(0)).marker(.square, size: 6).label("A")
                    Line(x: [0, 1, 2, 3], y: [1, 0, 1.5, 1]).role(.series(0)).marker(.triangle, size: 6).label("B")
                }
            }
        },
        HardFigure("legend-all") {
            Figure(width: 420, height: 220) {
                Panel("everything has a label", x: Axis("x"), y: Axis("y"), legend: .top) {
                    Point(x: 1, y: 1).role(.optimum).label("point")
                    Outline.l2Ball(radius: 2).label("ball")
                    Trajectory(x: [0, 1, 2], y: [0, 0.5, 2]).label("way")
                    Points(x: [0.5, 1.5], y: [1.5, 0.2]).role(.test).label("cloud")
                    Rule(x: -1).label("rule")
                    Line(x: [-2, 2], y: [-1, 1]).role(.training).label("line")
                }
            }
        },
        HardFigure("legend-equal-ends") {
            Figure(width: 320, height: 120) {
                Panel("ends", x: Axis("x"), y: Axis("y")) {
                    for k in 0..<5 { Line(x: [0, 1], y: [Double(k), 2]).role(.series(k)).label("line \(k)") }
                }
            }
        },
    ]
}
