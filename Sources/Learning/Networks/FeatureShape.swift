/// What one example looks like between two layers: `height` × `width` places with `channels` numbers each,
/// channels innermost. A plain vector is one place with many channels.
public struct FeatureShape: Sendable, Hashable, Codable {
    public let height: Int
    public let width: Int
    public let channels: Int

    public init(height: Int, width: Int, channels: Int) {
        self.height = height
        self.width = width
        self.channels = channels
    }

    /// A vector of `count` numbers.
    public static func vector(_ count: Int) -> FeatureShape {
        FeatureShape(height: 1, width: 1, channels: count)
    }

    /// A square image.
    public static func image(side: Int, channels: Int = 1) -> FeatureShape {
        FeatureShape(height: side, width: side, channels: channels)
    }

    /// Numbers in one example.
    public var count: Int { height * width * channels }
}
