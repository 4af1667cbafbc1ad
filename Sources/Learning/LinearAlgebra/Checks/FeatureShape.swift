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

    /// - Throws: `LearningError.outOfRange` when there are no numbers in an example, or more than memory could hold.
    package func check() throws(LearningError) {
        for (what, size) in [("height", height), ("width", width), ("channels", channels)] where size < 1 {
            throw .outOfRange(setting: "\(what) of an example", value: Double(size), allowed: "at least 1")
        }
        let places = height.multipliedReportingOverflow(by: width)
        let all = places.partialValue.multipliedReportingOverflow(by: channels)
        guard !places.overflow, !all.overflow, all.partialValue <= Int(Int32.max) else {
            throw .outOfRange(
                setting: "numbers in an example", value: Double(height) * Double(width) * Double(channels),
                allowed: "at most \(Int32.max)")
        }
    }

    /// Numbers in one example.
    public var count: Int { height * width * channels }
}
