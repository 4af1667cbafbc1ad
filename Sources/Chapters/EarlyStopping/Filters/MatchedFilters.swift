import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// One linear problem: the α and the τ that give the lowest error against the known truth.
struct MatchedFilters: Codable, Sendable {
    /// ατη.
    let product: Double
    /// By how much the error at the best τ differs from that at the best α, relative to it.
    let relativeGap: Double

    init(from stream: inout RandomStream) throws {
        let dimensions = 12
        let data = SquaredLoss.random(
            truth: stream.normals(dimensions).scaled(by: 0.5), examples: 40, noise: 2, from: &stream)
        let eigen = try data.loss.hessian.symmetricEigen()
        let optimum = eigen.vectors.transposedTimes(try data.loss.optimum())
        let truth = eigen.vectors.transposedTimes(data.truth)
        let error = { (share: (Double) -> Double) in
            zip(eigen.values, zip(optimum, truth)).reduce(0) { sum, part in
                let miss = share(part.0) * part.1.0 - part.1.1
                return sum + miss * miss
            }
        }
        let eta = 0.01
        let alphas = (0..<400).map { pow(10, -3 + Double($0) / 80) }
        let byDecay = alphas.map { alpha in error { $0 / ($0 + alpha) } }
        let taus = 1...4_000
        let byStopping = taus.map { tau in error { 1 - pow(1 - eta * $0, Double(tau)) } }
        let decay = byDecay.placeOfLowest
        let stop = byStopping.placeOfLowest
        product = alphas[decay] * Double(stop + 1) * eta
        relativeGap = byStopping[stop] / byDecay[decay] - 1
    }
}

extension SquaredLoss {
    /// A linear model's data with known truth, its features of unequal variance.
    fileprivate static func random(
        truth: [Double], examples: Int, noise: Double, from stream: inout RandomStream
    ) -> (loss: SquaredLoss, truth: [Double]) {
        let inputs = Matrix(rows: examples, columns: truth.count) { _, column in
            stream.normal() * pow(10, -Double(column) / Double(truth.count))
        }
        let targets = (inputs * truth).adding(stream.normals(examples).scaled(by: noise))
        return (SquaredLoss(inputs: inputs, targets: targets), truth)
    }
}
