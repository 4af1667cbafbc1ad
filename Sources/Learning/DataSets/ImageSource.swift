/// Where an experiment's labelled images come from: digits drawn by the project itself, or MNIST from files.
public protocol ImageSource: Sendable {
    /// What a reader calls it: "pen-stroke digits", "MNIST".
    var name: String { get }
    /// SHA-256 in hexadecimal of all that decides which images are delivered.
    var checksum: String { get }
    /// The first `count` images of `part`. Parts never share an image.
    /// - Throws: when the source holds fewer images, or its files cannot be read.
    func images(_ part: DataPart, count: Int) throws -> LabelledImages
}

/// The part of a data set that an image comes from.
public enum DataPart: String, Sendable, CaseIterable, Codable {
    case training, validation, test
}
