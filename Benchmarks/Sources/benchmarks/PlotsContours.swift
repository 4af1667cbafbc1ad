import Foundation
import Plots

/// Twenty lines of equal value, 2, 3, …, 21, of a field of 2000 × 2000 points; sampling the field is not timed.
enum PlotsContours {
    static let workloads = [Workload(name: "contours", run: contours)]

    @Sendable private static func contours() async throws -> [Measurement] {
        let count = 2000
        let (c, s) = (cos(Double.pi / 6), sin(Double.pi / 6))
        let (a, b, d) = (4 * c * c + 0.5 * s * s, 3.5 * c * s, 4 * s * s + 0.5 * c * c)
        let field = ScalarField(x: -3...3, y: -3...3, columns: count, rows: count) { x, y in
            let (dx, dy) = (x - 1, y - 0.6)
            return 0.5 * (a * dx * dx + 2 * b * dx * dy + d * dy * dy) + abs(x) + abs(y)
        }
        let levels = (2...21).map(Double.init)
        var points = 0
        let seconds = await Measurement.median {
            points = field.contourLines(at: levels).joined().reduce(0) { $0 + $1.points.count }
        }
        precondition(points > 10_000, "the field has no lines")
        return [
            Measurement(
                workload: "contours", seconds: seconds,
                throughput: Double(count * count * levels.count) / seconds / 1e6, unit: "Mcell-levels/s")
        ]
    }
}
