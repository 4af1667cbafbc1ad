import Foundation
import LinearAlgebra
import Networks

/// A kind of autoencoder.
enum AutoencoderKind: Codable, Sendable {
    case rectifier(penalty: Double)
    case tanh(studentPenalty: Double)
    case sigmoid(divergencePenalty: Double, target: Double)
    case kept(count: Int)
    case sparseWeights(penalty: Double)
}

extension AutoencoderKind {
    // snippet.sparse-autoencoder
    /// One hidden layer; what makes it sparse stands between it and the reconstruction.
    func network(inputs: FeatureShape, units: Int) throws -> Network {
        try Network(input: inputs) {
            switch self {
            case .rectifier(let penalty):
                Dense(units: units, activation: .rectifier)
                ActivityPenalty(.absolute, strength: penalty)
            case .tanh(let penalty):
                Dense(units: units, activation: .tanh)
                ActivityPenalty(.studentT, strength: penalty)
            case .sigmoid(let penalty, let target):
                Dense(units: units, activation: .sigmoid)
                ActivityPenalty(.divergence(target: target), strength: penalty)
            case .kept(let count):
                Dense(units: units)
                KSparse(active: count)
            case .sparseWeights: Dense(units: units, activation: .rectifier)
            }
            Dense(units: inputs.count)
        }
    }
    // snippet.end

    var isHard: Bool { if case .kept = self { true } else { false } }

    /// The penalty on weights; a little decay keeps the decoder from growing while the codes shrink.
    var weightPenalty: Penalty {
        if case .sparseWeights(let penalty) = self { Penalty(l2: 1e-3, l1: penalty) } else { Penalty(l2: 1e-3) }
    }
}
