/// The least-squares line through points of the plane.
struct FittedLine {
    let slope: Double
    let intercept: Double

    init(through points: [(Double, Double)]) {
        let n = Double(points.count)
        let x = points.reduce(0) { $0 + $1.0 } / n
        let y = points.reduce(0) { $0 + $1.1 } / n
        let covariance = points.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
        let variance = points.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
        slope = covariance / variance
        intercept = y - slope * x
    }
}
