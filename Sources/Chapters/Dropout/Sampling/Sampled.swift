import DataSets
import Foundation
import LinearAlgebra
import LinearModels
import Networks

/// One network: misclassified shares under weight scaling, and under both means of so many sub-networks.
public struct Sampled: Codable, Sendable, Equatable {
    public var scaled: Double
    public var arithmetic: [Double]
    public var geometric: [Double]
    /// Divergence of the weight scaling rule from each geometric mean.
    public let divergence: [Double]
}

extension Sampled {
    // snippet.monte-carlo-dropout
    /// Draws one sub-network after the other and judges both means each time one of `samples` is reached.
    init(
        _ network: Network, _ parameters: NetworkParameters<Float>, on images: LabelledImages, samples: [Int],
        _ stream: RandomStream
    ) throws {
        let prediction = Prediction(network, parameters)
        let inputs = images.examples.inputs
        let scaled = try prediction.probabilities(inputs)
        var sums = [Double](repeating: 0, count: scaled.count)
        var logarithms = sums
        self.init(scaled: images.error(scaled), arithmetic: [], geometric: [], divergence: [])
        for sample in 1...(samples.last ?? 1) {
            let member = try prediction.outputs(inputs, stream: stream.split("sample", sample)).map(Double.init)
            for first in stride(from: 0, to: member.count, by: images.classes) {
                let logs = Array(member[first..<first + images.classes]).logSoftmax
                for (place, log) in logs.enumerated() {
                    sums[first + place] += exp(log)
                    logarithms[first + place] += log
                }
            }
            guard samples.contains(sample) else { continue }
            let count = Double(sample)
            let mean = stride(from: 0, to: sums.count, by: images.classes).flatMap { first in
                Array(logarithms[first..<first + images.classes]).scaled(by: 1 / count).softmax
            }
            append(
                arithmetic: images.error(sums), geometric: images.error(mean),
                divergence: zip(scaled, mean).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) } / Double(images.count))
        }
    }
    // snippet.end

    private mutating func append(arithmetic: Double, geometric: Double, divergence: Double) {
        self = .init(
            scaled: scaled, arithmetic: self.arithmetic + [arithmetic], geometric: self.geometric + [geometric],
            divergence: self.divergence + [divergence])
    }
}

extension LabelledImages {
    /// The share of images whose most probable class is not their label.
    fileprivate func error(_ probabilities: [Double]) -> Double {
        probabilities.rowMaxima(columns: classes).errorRate(against: labels)
    }
}
