import Learning
import Synchronization

/// A source whose images are made once in a build, however many items ask for them.
public final class RememberedImages: ImageSource {
    private let source: any ImageSource
    private let parts = Mutex<[DataPart: LabelledImages]>([:])

    public init(_ source: any ImageSource) { self.source = source }

    public var name: String { source.name }
    public var checksum: String { source.checksum }

    public func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        try parts.withLock { parts in
            if let known = parts[part], known.count >= count {
                return known.count == count ? known : known.subset(0..<count)
            }
            let images = try source.images(part, count: count)
            parts[part] = images
            return images
        }
    }
}
