import DataSets

/// The source of a book that reads no images.
public struct NoImages: ImageSource {
    public init() {}

    public var name: String { "no images" }
    public var checksum: String { "" }

    public func images(_ part: DataPart, count: Int) throws -> LabelledImages { throw LabError.undeclaredImages }
}
