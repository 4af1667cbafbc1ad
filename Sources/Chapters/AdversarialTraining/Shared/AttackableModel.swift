import LinearAlgebra
import Networks

/// A classifier whose cost has a slope by its inputs.
protocol AttackableModel {
    /// Row-major, one row an example.
    func probabilities(_ inputs: [Float]) throws -> [Double]
    /// The slope of each example's cost by its inputs, up to a positive factor.
    func slopes(_ examples: Examples<Float>) throws -> [Float]
}

/// A network with its parameters.
struct TrainedNetwork: AttackableModel {
    let network: Network
    let parameters: NetworkParameters<Float>

    func probabilities(_ inputs: [Float]) throws -> [Double] {
        try Prediction(network, parameters).probabilities(inputs)
    }

    func slopes(_ examples: Examples<Float>) throws -> [Float] {
        try examples.inChunks { try LossGradient(network, at: parameters, on: $0).inputs }
    }

    func logits(_ inputs: [Float]) throws -> [Double] {
        try Prediction(network, parameters).outputs(inputs).map(Double.init)
    }

    /// The slope of each example's own logit by its inputs.
    func logitSlopes(_ examples: Examples<Float>) throws -> [Float] {
        let columns = network.output.count
        return try examples.inChunks { chunk in
            let outputs = try Prediction(network, parameters).outputs(chunk.inputs)
            // With targets one below the outputs, half the squared error has the slope of the logit itself.
            let below = outputs.indices.map { outputs[$0] - (chunk.label($0 / columns) == $0 % columns ? 1 : 0) }
            let shifted = Examples(
                shape: chunk.shape, inputs: chunk.inputs, targets: .values(below, columns: columns))
            let slopes = try LossGradient(of: .squared, network, at: parameters, on: shifted).inputs
            return slopes.map { $0 * Float(chunk.count) }
        }
    }
}

extension Examples<Float> {
    /// What `body` makes of 500 examples at a time, one after the other.
    fileprivate func inChunks(_ body: (Examples) throws -> [Float]) throws -> [Float] {
        try stride(from: 0, to: count, by: 500).flatMap { try body(subset($0..<min($0 + 500, count))) }
    }

    func label(_ row: Int) -> Int {
        guard case .labels(let labels) = targets else { return -1 }
        return labels[row]
    }
}

/// The probability and the place of the largest in each row.
func answers(_ probabilities: [Double], classes: Int) -> [(label: Int, confidence: Double)] {
    stride(from: 0, to: probabilities.count, by: classes).map { first in
        let row = probabilities[first..<first + classes]
        let best = row.placeOfHighest
        return (best, row[first + best])
    }
}
