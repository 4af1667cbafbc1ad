import DataSets
import LinearAlgebra
import Statistics

/// Logistic regression on pairs of digits with dropout on its inputs, keep-probability ½. The last weight is the offset.
struct DroppedLogistic: DroppedModel {
    private static let keep = 0.5
    private let inputs: Matrix
    /// 1 for an eight, −1 for a three.
    private let signs: [Double]

    init(_ images: LabelledImages) {
        inputs = Matrix(
            rows: images.count, columns: images.side * images.side, elements: images.pixels.map(Double.init))
        signs = images.labels.map { $0 == 8 ? 1 : -1 }
    }

    var count: Int { inputs.rows }
    var start: [Double] { [Double](repeating: 0, count: inputs.columns + 1) }

    func moved(_ weights: [Double], by rate: Double, along gradient: [Double]) -> [Double] {
        weights.subtracting(gradient.scaled(by: rate / 20))
    }

    func randomGradient(_ weights: [Double], _ rows: [Int], _ masks: inout RandomStream) -> [Double] {
        rows.reduce(start) { $0.adding(randomGradient(weights, $1, &masks)) }
    }

    func averagedGradient(_ weights: [Double], _ rows: [Int]) -> [Double] {
        rows.reduce(start) { $0.adding(averagedGradient(weights, $1)) }
    }

    /// Mean and variance of the sum that reaches the output when inputs drop out and kept ones are divided by `keep`.
    private func moments(_ weights: [Double], _ row: Int) -> (x: [Double], mean: Double, variance: Double) {
        let x = inputs.row(row)
        let products = zip(x, weights).map { $0 * $1 }
        let mean = products.reduce(0, +) + weights[x.count]
        return (x, mean, Equations.chapter.sumVariance(Self.keep, products.scaled(by: 1 / Self.keep)))
    }

    func objective(_ weights: [Double]) -> Double {
        (0..<inputs.rows).map { row in
            let (_, mean, variance) = moments(weights, row)
            return NormalQuadrature.mean(mean, variance: variance) { softplus(-signs[row] * $0) }
        }.mean
    }

    func masked(_ rounds: Int, _ start: RandomStream) -> [Matrix] {
        var stream = start
        return (0..<rounds).map { _ in inputs.dropped(Self.keep, &stream) }
    }

    func objective(_ weights: [Double], of images: [Matrix]) -> Double {
        images.map { images in
            let sums = images * Array(weights.dropLast())
            return zip(signs, sums).map { softplus(-$0 * ($1 + weights[inputs.columns])) }.mean
        }.mean
    }

    private func randomGradient(_ weights: [Double], _ row: Int, _ stream: inout RandomStream) -> [Double] {
        let x = inputs.row(row).map { stream.bernoulli(Self.keep) ? $0 / Self.keep : 0 } + [1]
        return x.scaled(by: -signs[row] * sigmoid(-signs[row] * x.dot(weights)))
    }

    private func averagedGradient(_ weights: [Double], _ row: Int) -> [Double] {
        let (x, mean, variance) = moments(weights, row)
        let byMean = NormalQuadrature.mean(mean, variance: variance) { -signs[row] * sigmoid(-signs[row] * $0) }
        let byVariance = 0.5 * NormalQuadrature.mean(mean, variance: variance) { sigmoid($0) * sigmoid(-$0) }
        let spread = 2 * byVariance * (1 - Self.keep) / Self.keep
        return zip(x, weights).map { byMean * $0 + spread * $0 * $0 * $1 } + [byMean]
    }

    func error(_ weights: [Double]) -> Double {
        let wrong = (0..<inputs.rows).count { row in
            signs[row] * (inputs.row(row).dot(Array(weights.dropLast())) + weights[inputs.columns]) <= 0
        }
        return Double(wrong) / Double(inputs.rows)
    }
}
