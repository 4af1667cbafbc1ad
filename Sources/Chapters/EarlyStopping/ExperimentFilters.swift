import Foundation
import Learning
import Notebook

/// How alike the filters of early stopping and weight decay are (equation 7.28 and beyond).
public struct FilterMeasurements: Codable, Sendable {
    /// λ/α at which the two were compared.
    public let ratios: [Double]
    /// The product τηα that makes them equal there, for small ηλ.
    public var products: [Double]
    /// First-order correction of that product minus the product itself, at the smallest ratio.
    public var correctionError: Double
    /// The largest ratio of the learned shares 1−e⁻ˢ and s/(1+s), and their largest difference, with the places.
    public var largestRatio: Double
    public var ratioAt: Double
    public var leastRatio: Double
    public var largestGap: Double
    public var gapAt: Double
    /// Linear problems on which α and τ were chosen by the error they give: the products and relative error differences.
    public var matchedProducts: [Double]
    public var matchedGaps: [Double]

    static func measure(
        _ parameters: Parameters, in lab: Lab, equations: Equations
    ) async throws -> FilterMeasurements {
        let ratios = [1e-3, 0.01, 0.1, 0.5, 1, 2, 10]
        let eta = 1e-6
        let product = { (ratio: Double) in
            let alpha = 1 / ratio
            return 1 / (equations.equivalentDecay(equations.equivalentSteps(1, eta, alpha), eta) / alpha)
        }
        let scan = (1...20_000).map { Double($0) * 5e-4 }
        // Steps so small that the share learned is 1 − e⁻ˢ but for a millionth.
        let learned = scan.map { equations.learnedShare(1, 1e-6, Int(($0 * 1e6).rounded())) }
        let left = scan.map { equations.decayedShare($0, 1) }
        let shareRatios = zip(learned, left).map { $0 / $1 }
        let gaps = zip(learned, left).map { $0 - $1 }
        let ratioPlace = shareRatios.indices.max { shareRatios[$0] < shareRatios[$1] } ?? 0
        let gapPlace = gaps.indices.max { gaps[$0] < gaps[$1] } ?? 0
        let matched = try await lab.map("matched filters", over: Array(0..<parameters.matchedDraws)) { draw, lab in
            var stream = lab.stream("matched filters", draw)
            return try MatchedFilters(from: &stream)
        }
        return FilterMeasurements(
            ratios: ratios, products: ratios.map(product),
            correctionError: (1 - ratios[1] / 2) / (1 + eta / 2) - product(ratios[1]),
            largestRatio: shareRatios[ratioPlace], ratioAt: scan[ratioPlace], leastRatio: shareRatios.min() ?? .nan,
            largestGap: gaps[gapPlace], gapAt: scan[gapPlace],
            matchedProducts: matched.map(\.product), matchedGaps: matched.map(\.relativeGap))
    }
}

/// One linear problem: the α and the τ that give the least error against the known truth.
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
        let decay = byDecay.indices.min { byDecay[$0] < byDecay[$1] } ?? 0
        let stop = byStopping.indices.min { byStopping[$0] < byStopping[$1] } ?? 0
        product = alphas[decay] * Double(stop + 1) * eta
        relativeGap = byStopping[stop] / byDecay[decay] - 1
    }
}

extension SquaredLoss {
    /// A linear model's data with known truth, its features of unequal variance.
    static func random(
        truth: [Double], examples: Int, noise: Double, from stream: inout RandomStream
    ) -> (loss: SquaredLoss, truth: [Double]) {
        let inputs = Matrix(rows: examples, columns: truth.count) { _, column in
            stream.normal() * pow(10, -Double(column) / Double(truth.count))
        }
        let targets = (inputs * truth).adding(stream.normals(examples).scaled(by: noise))
        return (SquaredLoss(inputs: inputs, targets: targets), truth)
    }
}
