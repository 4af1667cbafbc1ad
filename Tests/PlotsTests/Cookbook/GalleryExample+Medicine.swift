import Foundation
import Plots

/// Figures as medicine and biology have them.
extension GalleryExample {
    static func epidemicCurve() -> Figure {
        struct Day {
            let date: Date
            let cases: Double
        }
        let days = (0..<60).map { day in
            Day(
                date: Date(timeIntervalSince1970: 1_704_067_200 + 86_400 * Double(day)),
                cases: (40 * exp(-pow(Double(day) - 24, 2) / 90) + 4 * abs(sin(Double(day)))).rounded())
        }
        return Figure(width: 360, height: 150) {
            Panel(x: Axis("day of onset"), y: Axis("new cases", ticks: .wholeNumbers)) {
                Area(days, x: \.date, y: \.cases).role(.series(0))
                Annotation("school closed", x: days[24].date.plotNumber, y: days[24].cases)
            }
        }
    }

    static func survival() -> Figure {
        func curve(_ hazard: Double) -> [Double] { (0...12).map { exp(-hazard * Double($0)) } }
        let months = (0...12).map { 5 * Double($0) }
        return Figure(width: 300, height: 170) {
            Panel(
                x: Axis("months since treatment"),
                y: Axis("alive", in: 0...1).format(.percent()).gridLines()
            ) {
                Line(x: months, y: curve(0.06)).stepped().role(.series(0)).label("treated")
                Line(x: months, y: curve(0.14)).stepped().role(.series(1)).label("control")
                Points(x: [22, 41, 58], y: [0.787, 0.619, 0.517]).marker(.plus, size: 5).role(.series(0))
            }
        }
    }

    static func doseResponse() -> Figure {
        let doses = [0.01, 0.03, 0.1, 0.3, 1, 3, 10]
        func response(_ dose: Double) -> Double { 95 / (1 + pow(0.4 / dose, 1.3)) }
        let fine = (0...100).map { pow(10, -2.1 + 3.2 * Double($0) / 100) }
        let measured = doses.enumerated().map { response($1) + 3 * sin(Double($0) * 2.1) }
        return Figure(width: 280, height: 170) {
            Panel(x: Axis("dose (mg/l)", scale: .log), y: Axis("response (%)", in: 0...105)) {
                Line(x: fine, y: fine.map(response)).role(.series(0))
                ErrorBars(x: doses, y: measured, errors: [Double](repeating: 5, count: 7)).role(.series(0))
                Rule(x: 0.4).label("half the effect")
            }
        }
    }

    static func forest() -> Figure {
        let studies = ["Oslo 1998", "Lyon 2003", "Kyoto 2007", "Leeds 2011", "all"]
        let ratios = [0.72, 0.94, 0.81, 0.66, 0.78]
        let low = [0.5, 0.7, 0.63, 0.45, 0.68]
        let high = [1.03, 1.27, 1.05, 0.97, 0.9]
        return Figure(width: 320, height: 150) {
            Panel(
                x: Axis("risk ratio", in: 0.4...1.6, scale: .log, ticks: .values([0.5, 0.75, 1, 1.5])),
                y: Axis(scale: .categorical(studies), reversed: true)
            ) {
                for index in studies.indices {
                    Line(x: [low[index], high[index]], y: [Double(index), Double(index)]).lineWidth(1)
                    Point(x: ratios[index], y: Double(index)).marker(index == 4 ? .diamond : .square, size: 7)
                }
                Rule(x: 1)
            }
        }
    }

    static func agreement() -> Figure {
        let means = (0..<40).map { 60 + 1.7 * Double($0) }
        let differences = (0..<40).map { index -> Double in
            let turn = Double(index)
            return 2 + 4 * sin(turn * 2.4) + 3 * cos(turn * 1.1)
        }
        let mean = differences.reduce(0, +) / 40
        let squares = differences.map { ($0 - mean) * ($0 - mean) }
        let deviation = (squares.reduce(0, +) / 39).squareRoot()
        return Figure(width: 300, height: 170) {
            Panel(x: Axis("mean of both methods (ml)"), y: Axis("difference (ml)")) {
                Points(x: means, y: differences).role(.series(0))
                Rule(y: mean).label("mean")
                Rule(y: mean + 1.96 * deviation).dash(.dashed).label("+1.96 s.d.")
                Rule(y: mean - 1.96 * deviation).dash(.dashed).label("−1.96 s.d.")
            }
        }
    }

    static func volcano() -> Figure {
        let effects = (0..<400).map { 2.4 * sin(Double($0) * 1.7) * abs(cos(Double($0) * 0.9)) }
        let strengths = effects.enumerated().map { abs($1) * (1.2 + 0.8 * sin(Double($0) * 3.1)) + 0.2 }
        let clear = effects.indices.filter { abs(effects[$0]) > 1 && strengths[$0] > 1.3 }
        let rest = effects.indices.filter { !clear.contains($0) }
        return Figure(width: 280, height: 180) {
            Panel(x: Axis("$\\log_2$ fold change"), y: Axis("$-\\log_{10} p$")) {
                Points(x: rest.map { effects[$0] }, y: rest.map { strengths[$0] }).role(.muted).opacity(0.5)
                Points(x: clear.map { effects[$0] }, y: clear.map { strengths[$0] }).role(.series(1))
                Rule(y: 1.3).label("$p = 0.05$")
            }
        }
    }
}
