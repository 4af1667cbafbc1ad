import Networks

/// Noise on hidden units.
public enum NoiseKind: String, Codable, Sendable, CaseIterable {
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
