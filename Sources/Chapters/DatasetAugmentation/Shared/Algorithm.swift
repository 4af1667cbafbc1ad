import LinearAlgebra
import Networks

/// One of the two networks that are compared.
public enum Algorithm: String, Codable, Sendable, CaseIterable {
    /// One hidden layer of rectifiers.
    case connected
    /// A convolution with pooling, which is partly invariant to translation by design.
    case convolutional

    func network(side: Int, units: Int, classes: Int) throws -> Network {
        switch self {
        case .connected:
            try Network(input: .image(side: side)) {
                Dense(units: units, activation: .rectifier)
                Dense(units: classes)
            }
        case .convolutional:
            try Network(input: .image(side: side)) {
                Convolution(channels: 4, side: 5, activation: .rectifier)
                MaxPooling(side: 2)
                Dense(units: classes)
            }
        }
    }
}
