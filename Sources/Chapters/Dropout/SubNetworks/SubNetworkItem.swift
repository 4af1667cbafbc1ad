import Foundation
import LinearAlgebra
import Networks
import Statistics

struct SubNetworkOutcome: Codable, Sendable {
    let dropoutDistance: Double
    let plainDistance: Double
    let baggedDistance: Double
    let dropoutError: Double
    let plainError: Double
    let baggedError: Double
}

/// One data set: dropout, plain training and two bagged ensembles.
struct SubNetworkItem: Codable, Sendable {
    static let units = 8
    let members: Int

    func outcome(_ stream: RandomStream) throws -> SubNetworkOutcome {
        var data = stream.split("data")
        let training = SmallTask.sample(100, from: &data)
        let test = SmallTask.sample(400, from: &data)
        let inputs = Array(0..<SmallTask.inputs)
        let dropout = try trained(inputs, units: Self.units, keep: SmallTask.keep, on: training, stream)
        let plain = try trained(inputs, units: Self.units, keep: 1, on: training, stream)
        let scaled = try Prediction(dropout.network, dropout.parameters).probabilities(test.inputs)
        let whole = try Prediction(plain.network, plain.parameters).probabilities(test.inputs)
        let first = try bagged(training, test, stream.split("bagged", 0))
        let second = try bagged(training, test, stream.split("bagged", 1))
        func distance(_ p: [Double], _ q: [Double]) -> Double { zip(p, q).map { abs($0 - $1) }.mean }
        func error(_ p: [Double]) -> Double {
            guard case .labels(let labels) = test.targets else { return .nan }
            let wrong = labels.indices.count { (p[2 * $0 + 1] > 0.5 ? 1 : 0) != labels[$0] }
            return Double(wrong) / Double(labels.count)
        }
        return SubNetworkOutcome(
            dropoutDistance: distance(scaled, first), plainDistance: distance(whole, first),
            baggedDistance: distance(first, second), dropoutError: error(scaled), plainError: error(whole),
            baggedError: error(first))
    }

    // snippet.bagged-sub-networks
    /// The mean answer of sub-networks: each has its own mask, its own weights and its own resample of the examples.
    private func bagged(
        _ training: Examples<Double>, _ test: Examples<Double>, _ stream: RandomStream
    ) throws -> [Double] {
        var mean = [Double](repeating: 0, count: 2 * test.count)
        for member in 0..<members {
            var drawing = stream.split("member", member)
            let kept = Array(0..<SmallTask.inputs).filter { _ in drawing.bernoulli(SmallTask.keep) }
            let units = (0..<Self.units).count { _ in drawing.bernoulli(SmallTask.keep) }
            let resample = training.subset(drawing.bootstrap(training.count))
            let (network, parameters) = try trained(
                kept.isEmpty ? [0] : kept, units: max(units, 1), keep: 1, on: resample, drawing.split("training"))
            let answers = try Prediction(network, parameters).probabilities(
                test.selectingColumns(kept.isEmpty ? [0] : kept).inputs)
            mean = mean.adding(answers.scaled(by: 1 / Double(members)))
        }
        return mean
    }
    // snippet.end

    /// A network of `units` rectifiers that sees the inputs `kept`, and drops inputs and units with dropout.
    private func trained(
        _ kept: [Int], units: Int, keep: Double, on examples: Examples<Double>, _ stream: RandomStream
    ) throws -> (network: Network, parameters: NetworkParameters<Double>) {
        let network = try Network(input: .vector(kept.count)) {
            Dropout(keep: keep)
            Dense(units: units, activation: .rectifier)
            Dropout(keep: keep)
            Dense(units: 2)
        }
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.1, momentum: 0.5), on: examples.selectingColumns(kept), stream: stream)
        var state = trainer.start()
        try trainer.train(&state, steps: 400)
        return (network, state.parameters)
    }
}

extension Examples<Double> {
    fileprivate func selectingColumns(_ columns: [Int]) -> Examples {
        let width = shape.count
        let chosen = (0..<count).flatMap { row in columns.map { inputs[row * width + $0] } }
        return Examples(shape: .vector(columns.count), inputs: chosen, targets: targets)
    }
}
