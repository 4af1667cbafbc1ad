import Foundation
import Plots

/// Figures as physics, engineering and the study of the earth have them.
extension GalleryExample {
    static func stripes() throws -> Figure {
        let years = (0..<120).map { 1900 + Double($0) }
        let values = years.map { 0.011 * ($0 - 1960) + 0.25 * sin($0 / 3.1) }
        let map = HeatMap(of: try ScalarField(xs: years, ys: [0], values: values), map: .diverging)
        return Figure(width: 380, height: 90) {
            Row {
                Panel(x: Axis("year"), y: .hidden()) { map }
                ColourBar(for: map, label: "°C")
            }
        }
    }

    static func spectrum() -> Figure {
        let frequencies = (0..<200).map { pow(10, -1 + 4 * Double($0) / 199) }
        let power = frequencies.enumerated().map { index, f in
            1e4 / (1 + f * f) * (1 + 0.4 * sin(Double(index) * 1.9)) + 0.02 + 40 / (1 + pow((f - 50) / 2, 2))
        }
        return Figure(width: 320, height: 170) {
            Panel(x: Axis("frequency (Hz)", scale: .log), y: Axis("power", scale: .log)) {
                Line(x: frequencies, y: power).role(.series(0)).lineWidth(0.9)
                Annotation("mains", x: 50, y: 44)
            }
        }
    }

    static func phasePortrait() -> Figure {
        var way = (x: [-2.6], y: [2.2])
        for _ in 0..<900 {
            let (angle, speed) = (way.x[way.x.count - 1], way.y[way.y.count - 1])
            way.x.append(angle + 0.02 * speed)
            way.y.append(speed + 0.02 * (-sin(angle) - 0.2 * speed))
        }
        return Figure(width: 300, height: 190) {
            Panel(x: Axis("angle", in: -4...4), y: Axis("angular speed", in: -3...3), frame: .box) {
                VectorField(x: -3.8...3.8, y: -2.7...2.7, columns: 17, rows: 11) { ($1, -sin($0) - 0.2 * $1) }
                Trajectory(x: way.x, y: way.y).label("a swing")
            }
        }
    }

    static func control() -> Figure {
        let values = (0..<40).map { batch -> Double in
            let fault = batch == 31 ? 1.9 : 0
            return 10 + fault + 0.6 * sin(Double(batch) * 2.3)
        }
        return Figure(width: 340, height: 150) {
            Panel(x: Axis("batch"), y: Axis("diameter (mm)")) {
                Line(x: 0..<40, y: values).marker(.dot, size: 3).role(.series(0))
                Rule(y: 10).label("target")
                Rule(y: 11.5).dash(.dashed).role(.series(1)).label("upper limit")
                Rule(y: 8.5).dash(.dashed).role(.series(1)).label("lower limit")
                Annotation("tool worn", x: 31, y: values[31])
            }
        }
    }
}
