import Learning

/// Images that are all equally grey.
public struct GreyImages: ImageSource {
    public let grey: Float

    public init(grey: Float) { self.grey = grey }

    public var name: String { "grey images" }
    public var checksum: String { "grey \(grey)" }

    public func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        LabelledImages(
            side: 2, classes: 2, pixels: Array(repeating: grey, count: 4 * count),
            labels: Array(repeating: 0, count: count))
    }
}
