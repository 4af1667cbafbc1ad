import Learning
import Notebook

/// One training set on which a network is trained with every pair of decay coefficients.
private struct LayerItem: Codable, Sendable {
    let replicate: Int
    let alphas: [Double]
    let steps: Int
}

/// Validation and test losses, one row a coefficient of the first layer, one column one of the second.
private struct LayerOutcome: Codable, Sendable {
    let validation: [[Double]]
    let test: [[Double]]
}

extension LayerMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> LayerMeasurements {
        let alphas = [0, 0.003, 0.01, 0.03, 0.1]
        let items = (0..<parameters.layerReplicates).map {
            LayerItem(replicate: $0, alphas: alphas, steps: parameters.layerSteps)
        }
        let outcomes = try await lab.map("decay by layer", over: items) { item, lab in
            let stream = lab.stream("layers", item.replicate)
            let sets = [("training", 80), ("validation", 400), ("test", 1_000)].map { name, count in
                var own = stream.split(name)
                return waves(count, from: &own)
            }
            let losses = try item.alphas.map { first in
                try item.alphas.map { second in
                    try lossesAfterTraining(first, second, on: sets, steps: item.steps, stream.split("network"))
                }
            }
            return LayerOutcome(
                validation: losses.map { $0.map { $0[0] } }, test: losses.map { $0.map { $0[1] } })
        }
        return LayerMeasurements(
            alphas: alphas, validation: outcomes.map(\.validation), test: outcomes.map(\.test))
    }

    private static func waves(_ count: Int, from stream: inout RandomStream) -> Examples<Float> {
        let data = WaveformFamily.sample(count, using: &stream)
        return Examples(
            shape: .vector(WaveformFamily.features), inputs: data.inputs.elements.map { Float($0 / 3) },
            targets: .labels(data.labels))
    }

    /// Losses on validation and test waves of a network with one coefficient for each of its layers.
    private static func lossesAfterTraining(
        _ first: Double, _ second: Double, on sets: [Examples<Float>], steps: Int, _ stream: RandomStream
    ) throws -> [Double] {
        let network = try Network(input: .vector(WaveformFamily.features)) {
            Dense(units: 16, activation: .tanh)
            Dense(units: WaveformFamily.classes)
        }
        let decay = [0: Penalty(l2: first), 1: Penalty(l2: second)]
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: 0.1, momentum: 0.9, layerPenalties: decay), on: sets[0], stream: stream)
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        return try sets.dropFirst().map { try trainer.evaluate(state.parameters, on: $0).loss }
    }
}
