import Networks

/// How the hidden layer of a network is connected. All three have the same units: maps of rectified sums, of which the
/// largest in each 2 × 2 square counts.
enum Connections: String, Codable, CaseIterable, Sendable {
    case convolution, local, dense

    // snippet.connections
    /// The sums and their maxima. A dense layer has no places, so its sums are grouped by fours instead.
    func layers(channels: Int, side: Int, imageSide: Int) -> [any Layer] {
        let pooled = (imageSide - side + 1) / 2
        return switch self {
        case .convolution: [Convolution(channels: channels, side: side, padding: .valid), MaxPooling()]
        case .local: [LocallyConnected(channels: channels, side: side, padding: .valid), MaxPooling()]
        case .dense: [Maxout(units: pooled * pooled * channels, pieces: 4), Activation(.rectifier)]
        }
    }
    // snippet.end
}
