import Foundation
import Networks

/// The hidden units that networks of this section are made of.
public enum UnitKind: String, Codable, Sendable {
    case rectifier, tanh, maxout

    /// A layer of such units.
    func layer(units: Int, pieces: Int) -> [any Layer] {
        switch self {
        case .rectifier: [Dense(units: units, activation: .rectifier)]
        case .tanh: [Dense(units: units, activation: .tanh)]
        case .maxout: [Maxout(units: units, pieces: pieces)]
        }
    }

    /// What a unit makes of its sum; a maxout unit has several sums.
    func value(_ z: Double) -> Double {
        switch self {
        case .rectifier: max(z, 0)
        case .tanh: Foundation.tanh(z)
        case .maxout: .nan
        }
    }
}
