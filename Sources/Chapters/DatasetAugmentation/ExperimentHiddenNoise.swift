import Learning
import Notebook

/// Noise on hidden units.
public enum HiddenNoise: String, Codable, Sendable, CaseIterable {
    /// Normal noise that is added, normal factors of mean one, and dropout's factors of mean one.
    case added, multiplied, dropped

    /// The layer that makes it; for dropout the keep-probability comes from the factors' deviation.
    func layer(deviation: Double) -> any Layer {
        switch self {
        case .added: Noise(.added, deviation: deviation)
        case .multiplied: Noise(.multiplied, deviation: deviation)
        case .dropped: Dropout(keep: 1 / (1 + deviation * deviation))
        }
    }
}

/// One training set, used with noise of one kind and several sizes on the hidden units.
private struct HiddenItem: Codable, Sendable {
    let digits: DigitSet
    let kind: HiddenNoise
    let deviations: [Double]
    let units: Int
}

private struct HiddenErrors: Codable, Sendable {
    let validation: [Double]
    let test: [Double]
}

extension HiddenNoiseMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> HiddenNoiseMeasurements {
        let kinds = HiddenNoise.allCases
        // The claim is about the factors; the other kinds stand beside them in the figure.
        let replicates = kinds.map { kind in
            kind == .multiplied ? parameters.hiddenReplicates : parameters.hiddenReplicates / 2
        }
        let items = zip(kinds, replicates).flatMap { kind, replicates in
            (0..<replicates).map {
                HiddenItem(
                    digits: DigitSet($0, examples: parameters.hiddenExamples, parameters), kind: kind,
                    deviations: parameters.hiddenNoise, units: parameters.noisyUnits)
            }
        }
        let errors = try await lab.map("noise on hidden units", over: items) { item, lab in
            let images = try item.digits.training(in: lab)
            let validation = try item.digits.others(1_000, in: lab).examples
            let test = try item.digits.test(in: lab).examples
            let trained = try item.deviations.map { deviation in
                try item.digits.train(
                    network(item.kind.layer(deviation: deviation), images, units: item.units), on: images, in: lab)
            }
            return HiddenErrors(
                validation: try trained.map { try $0.evaluate(validation).error },
                test: try trained.map { try $0.evaluate(test).error })
        }
        let byKind = kinds.map { kind in zip(items, errors).filter { $0.0.kind == kind }.map(\.1) }
        return HiddenNoiseMeasurements(
            deviations: parameters.hiddenNoise, kinds: kinds, validation: byKind.map { $0.map(\.validation) },
            test: byKind.map { $0.map(\.test) })
    }

    /// A network with the layer `noise` after its hidden layer.
    private static func network(_ noise: any Layer, _ images: LabelledImages, units: Int) throws -> Network {
        try Network(input: .image(side: images.side)) {
            Dense(units: units, activation: .rectifier)
            noise
            Dense(units: images.classes)
        }
    }
}
