import LinearAlgebra

/// Bias, variance and error of drawn estimates.
struct Moments {
    let squaredBias: Double
    let variance: Double
    let error: Double

    init(_ estimates: [[Double]], around truth: [Double]) {
        let count = Double(estimates.count)
        let mean = estimates.reduce(truth.map { _ in 0 }) { $0.adding($1) }.scaled(by: 1 / count)
        let bias = mean.subtracting(truth)
        squaredBias = bias.dot(bias)
        variance = estimates.map { $0.subtracting(mean) }.reduce(0) { $0 + $1.dot($1) } / count
        error = estimates.map { $0.subtracting(truth) }.reduce(0) { $0 + $1.dot($1) } / count
    }
}
