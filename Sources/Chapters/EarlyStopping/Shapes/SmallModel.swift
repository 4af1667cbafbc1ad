import Networks

/// The kinds of network whose curves are compared.
public enum SmallModel: String, Codable, Sendable, CaseIterable {
    case softmaxRegression = "softmax regression"
    case fewRectifiers = "16 rectifiers"
    case manyRectifiers = "128 rectifiers"
    case tanh = "64 tanh units"
    case decay = "64 rectifiers, weight decay"
    case dropout = "128 rectifiers, dropout"

    var weightDecay: Double { self == .decay ? 0.02 : 0 }

    @LayerBuilder
    func layers(classes: Int) -> [any Layer] {
        switch self {
        case .softmaxRegression: Dense(units: classes)
        case .fewRectifiers:
            Dense(units: 16)
            Activation(.rectifier)
            Dense(units: classes)
        case .manyRectifiers:
            Dense(units: 128)
            Activation(.rectifier)
            Dense(units: classes)
        case .tanh:
            Dense(units: 64)
            Activation(.tanh)
            Dense(units: classes)
        case .decay:
            Dense(units: 64)
            Activation(.rectifier)
            Dense(units: classes)
        case .dropout:
            Dense(units: 128)
            Activation(.rectifier)
            Dropout(keep: 0.5)
            Dense(units: classes)
        }
    }
}
