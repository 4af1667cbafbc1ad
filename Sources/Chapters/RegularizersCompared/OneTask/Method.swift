import LinearAlgebra
import Networks

/// A way to regularize the network of the task.
public enum Method: String, Codable, Sendable, CaseIterable {
    case none
    case weightDecay
    case absolutePenalty
    case maxNorm
    case inputNoise
    case earlyStopping
    case sparseUnits
    case dropout
    case secondTask
    case symmetry
    case bagging

    /// What a reader calls it.
    var name: String {
        switch self {
        case .none: "none"
        case .weightDecay: "weight decay"
        case .absolutePenalty: "$L^1$ penalty"
        case .maxNorm: "max-norm constraint"
        case .inputNoise: "noise on the inputs"
        case .earlyStopping: "early stopping"
        case .sparseUnits: "sparse hidden units"
        case .dropout: "dropout"
        case .secondTask: "a second task"
        case .symmetry: "swapped copies"
        case .bagging: "bagging"
        }
    }

    /// The strengths among which the validation examples choose; a single one where nothing is to be chosen.
    var strengths: [Double] {
        switch self {
        case .none, .earlyStopping, .symmetry, .bagging: [0]
        case .weightDecay: [0.001, 0.01, 0.05]
        case .absolutePenalty: [0.0003, 0.003, 0.01]
        case .maxNorm: [0.5, 1, 2]
        case .inputNoise: [0.1, 0.3, 0.6]
        case .sparseUnits: [0.001, 0.01, 0.1]
        case .dropout: [0.95, 0.85, 0.7]
        case .secondTask: [0.3, 1]
        }
    }

    func network(_ strength: Double, units: Int) throws -> Network {
        try Network(input: .vector(10)) {
            if self == .inputNoise { Noise(.added, deviation: strength) }
            Dense(units: units, activation: .rectifier)
            if self == .dropout { Dropout(keep: strength) }
            if self == .sparseUnits { ActivityPenalty(.absolute, strength: strength) }
            Dense(units: self == .secondTask ? 2 : 1)
        }
    }

    func optimizer(_ strength: Double) -> SGD {
        var optimizer = SGD(batch: 20, rate: 0.02, momentum: 0.9)
        if self == .weightDecay { optimizer.penalty = Penalty(l2: strength) }
        if self == .absolutePenalty { optimizer.penalty = Penalty(l1: strength) }
        if self == .maxNorm { optimizer.maxNorm = strength }
        return optimizer
    }

    /// Half the squared error; with a second output, half its own squared error times `strength` is added.
    func loss(_ strength: Double) -> Loss {
        guard self == .secondTask else { return .squared }
        return .heads([
            .init(outputs: 0..<1, loss: .squared), .init(outputs: 1..<2, loss: .squared, weight: strength),
        ])
    }
}
