import Foundation
import LinearAlgebra

/// Class probabilities of the ensemble of sub-networks that dropout trains, averaged in two ways.
public struct EnsemblePrediction<Scalar: NetworkScalar>: Sendable {
    /// Arithmetic mean of the members' probabilities, row-major, one row an example.
    public let arithmetic: [Double]
    /// Geometric mean of the members' probabilities, made to sum to 1 (equation 7.30's ensemble).
    public let geometric: [Double]
    /// How many members were averaged.
    public let members: Int

    /// The average over `samples` random sub-networks.
    ///
    /// - Parameter stream: for masks and noise; the first samples are the same whatever `samples` is.
    /// - Throws: `LearningError` without samples, or when inputs don't fit the network.
    public init(
        sampling samples: Int, of network: Network, _ parameters: NetworkParameters<Scalar>, on inputs: [Scalar],
        stream: RandomStream
    ) throws {
        guard samples > 0 else {
            throw LearningError.outOfRange(setting: "samples", value: Double(samples), allowed: "at least 1")
        }
        let prediction = Prediction(network, parameters)
        var mean = Mean(columns: network.output.count)
        for sample in 0..<samples {
            mean.add(
                try prediction.outputs(inputs, stream: stream.split("sample", sample)), weight: 1 / Double(samples))
        }
        self.init(mean, members: samples)
    }

    /// The average of networks that were trained apart, such as on bootstrap resamples or from several random starts.
    ///
    /// - Throws: `LearningError` when there are none, or when they don't take the same inputs and give as many outputs.
    public init(averaging members: [Prediction<Scalar>], on inputs: [Scalar]) throws {
        guard let first = members.first?.network else { throw LearningError.empty(what: "members of the ensemble") }
        var mean = Mean(columns: first.output.count)
        for member in members {
            guard member.network.output.count == first.output.count else {
                throw LearningError.sizesDisagree(
                    what: "Outputs of a member", member.network.output.count, other: "outputs of the first",
                    first.output.count)
            }
            guard member.network.input.count == first.input.count else {
                throw LearningError.sizesDisagree(
                    what: "Inputs of a member", member.network.input.count, other: "inputs of the first",
                    first.input.count)
            }
            mean.add(try member.outputs(inputs), weight: 1 / Double(members.count))
        }
        self.init(mean, members: members.count)
    }

    /// The average over every mask of every `Dropout` layer, each weighed by its probability.
    ///
    /// - Throws: `LearningError.outOfRange` when there are more than 2²⁰ masks.
    public init(
        enumerating network: Network, _ parameters: NetworkParameters<Scalar>, on inputs: [Scalar]
    ) throws {
        let dropped = network.layers.indices.filter { network.layers[$0] is Dropout }
        let bits = dropped.reduce(0) { $0 + network.shapes[$1].count }
        guard bits <= 20 else {
            throw LearningError.outOfRange(setting: "units that may drop", value: Double(bits), allowed: "at most 20")
        }
        var mean = Mean(columns: network.output.count)
        for mask in 0..<1 << bits {
            var rest = mask
            var weight = 1.0
            var layers = network.layers
            for index in dropped {
                guard let dropout = layers[index] as? Dropout else { continue }
                layers[index] = FixedMask(
                    (0..<network.shapes[index].count).map { _ in
                        defer { rest >>= 1 }
                        weight *= rest & 1 == 1 ? dropout.keep : 1 - dropout.keep
                        return rest & 1 == 1 ? dropout.scale : 0
                    })
            }
            guard weight > 0 else { continue }
            let member = Prediction(try Network(input: network.input, layers: layers), parameters)
            mean.add(try member.outputs(inputs), weight: weight)
        }
        self.init(mean, members: 1 << bits)
    }

    private init(_ mean: Mean, members: Int) {
        arithmetic = mean.arithmetic
        geometric = stride(from: 0, to: mean.logarithmic.count, by: mean.columns).flatMap { first in
            probabilities(mean.logarithmic[first..<first + mean.columns])
        }
        self.members = members
    }

    /// Sums of probabilities and of their logarithms.
    private struct Mean {
        let columns: Int
        var arithmetic: [Double] = []
        var logarithmic: [Double] = []

        init(columns: Int) { self.columns = columns }

        mutating func add(_ outputs: [Scalar], weight: Double) {
            if arithmetic.isEmpty {
                arithmetic = Array(repeating: 0, count: outputs.count)
                logarithmic = arithmetic
            }
            for first in stride(from: 0, to: outputs.count, by: columns) {
                let logits = outputs[first..<first + columns].map(Double.init)
                let p = probabilities(logits[...])
                // The logarithm of a probability that underflows is still a number.
                let largest = logits.max() ?? 0
                let rest = log(logits.reduce(0) { $0 + exp($1 - largest) })
                for j in 0..<columns {
                    arithmetic[first + j] += weight * p[j]
                    logarithmic[first + j] += weight * (logits[j] - largest - rest)
                }
            }
        }
    }
}

/// The softmax of one row.
private func probabilities(_ row: ArraySlice<Double>) -> [Double] {
    let largest = row.max() ?? 0
    let powers = row.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}

extension Prediction {
    /// The softmax of the outputs: class probabilities under the weight scaling rule.
    public func probabilities(_ inputs: [Scalar]) throws -> [Double] {
        let columns = network.output.count
        let all = try outputs(inputs).map(Double.init)
        return stride(from: 0, to: all.count, by: columns).flatMap { Networks.probabilities(all[$0..<$0 + columns]) }
    }
}
