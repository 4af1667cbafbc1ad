import Foundation
import Plots

/// Building, drawing and writing lines, clouds and bands of a thousand to ten million elements of noise, in each format. What is
/// timed is the processor's work: it is more than other programs on the machine leave to chance.
enum PlotsDense {
    static let workloads: [Workload] = ["line", "points", "band"].flatMap { kind in
        (3...7).flatMap { power in
            ["png", "svg", "pdf"].map { format in
                Workload(name: "dense_\(kind)_\(format)_1e\(power)") { try measure(kind, power, format) }
            }
        }
    }

    private static func measure(_ kind: String, _ power: Int, _ format: String) throws -> [Measurement] {
        let count = (0..<power).reduce(1) { product, _ in 10 * product }
        var noise = Noise(state: UInt64(count))
        let ys = (0..<count).map { _ in noise.next() }
        let xs = kind == "points" ? (0..<count).map { _ in noise.next() } : (0..<count).map(Double.init)
        let (lows, highs) = kind == "band" ? (ys.map { $0 - 1 }, ys.map { $0 + 1 }) : ([], [])
        var size = 0
        var times: [Double] = []
        for _ in 0..<(power > 5 ? 2 : 4) {
            let start = clock()
            let mark: any Mark =
                switch kind {
                case "line": Line(x: xs, y: ys)
                case "points": Points(x: xs, y: ys)
                default: Band(x: xs, low: lows, high: highs)
                }
            let figure = Figure(width: 420, height: 200) { Panel(x: Axis("x"), y: Axis("y")) { mark } }
            switch format {
            case "png": size = try figure.png(scale: 2).count
            case "svg": size = try figure.svg(id: "dense").utf8.count
            default: size = try figure.pdf().count
            }
            times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        let seconds = times.min() ?? 0
        var measurement = Measurement(
            workload: "dense_\(kind)_\(format)_1e\(power)", seconds: seconds, throughput: Double(count) / seconds / 1e6,
            unit: "Melements/s")
        measurement.megabytes = Double(size) / 1e6
        return [measurement]
    }

    /// About normal numbers, the same ones each time.
    private struct Noise {
        var state: UInt64

        mutating func next() -> Double {
            (0..<4).reduce(-2.0) { sum, _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return sum + Double(state >> 11) / 0x1p53
            }
        }
    }
}
