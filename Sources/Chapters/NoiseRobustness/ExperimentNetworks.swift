import Learning
import Notebook

/// One data set on which a network is trained with every kind of noise.
private struct NetworkItem: Codable, Sendable {
    let replicate: Int
    let inputVariances: [Double]
    let weightVariance: Double
    let steps: Int
}

private struct NetworkOutcome: Codable, Sendable {
    let sensitivities: [Double]
    let testErrors: [Double]
    let plainRises: [Double]
    let noisyRises: [Double]
    let plainLoss: Double
    let noisyLoss: Double
}

extension NetworkMeasurements {
    static let radii = [0.02, 0.05, 0.1, 0.15, 0.2]

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> NetworkMeasurements {
        let items = (0..<parameters.replicates).map {
            NetworkItem(
                replicate: $0, inputVariances: parameters.networkVariances,
                weightVariance: parameters.networkWeightVariance, steps: parameters.networkSteps)
        }
        let outcomes = try await lab.map("networks", over: items) { item, lab in
            try outcome(item, NoisyTraining(lab.stream("network", item.replicate)))
        }
        return NetworkMeasurements(
            sensitivities: outcomes.map(\.sensitivities), testErrors: outcomes.map(\.testErrors), radii: radii,
            plainRises: outcomes.map(\.plainRises), noisyRises: outcomes.map(\.noisyRises),
            plainLosses: outcomes.map(\.plainLoss), noisyLosses: outcomes.map(\.noisyLoss),
            examples: NoisyTraining.examples)
    }

    private static func outcome(_ item: NetworkItem, _ task: NoisyTraining) throws -> NetworkOutcome {
        let trained = try item.inputVariances.map {
            try task.train(inputVariance: $0, weightVariance: 0, steps: item.steps)
        }
        let plain = try trained.first ?? task.train(inputVariance: 0, weightVariance: 0, steps: item.steps)
        let noisy = try task.train(inputVariance: 0, weightVariance: item.weightVariance, steps: item.steps)
        return NetworkOutcome(
            sensitivities: try trained.map(task.sensitivity), testErrors: try trained.map(task.testError),
            plainRises: try task.rises(plain, radii: radii), noisyRises: try task.rises(noisy, radii: radii),
            plainLoss: try task.trainingError(plain), noisyLoss: try task.trainingError(noisy))
    }
}
