import Foundation
import Hashing
import LinearAlgebra

/// The handwritten digits of LeCun, Cortes and Burges, or any data set in the same four files.
///
/// Parts: of the training file's images the last `validationCount` are for validation and those before for training;
/// the other pair of files is for testing.
public struct MNIST: ImageSource {
    public let name = "MNIST"
    /// SHA-256 of the four unpacked files, one after the other in the order of `MNISTFile.allCases`.
    public let checksum: String

    private let trainingImages: IDXFile
    private let trainingLabels: IDXFile
    private let testImages: IDXFile
    private let testLabels: IDXFile
    private let validationCount: Int

    private static let classes = 10

    /// Reads the four files, gzipped or not, from `directory`.
    /// - Parameter validationCount: how many of the training file's images are kept for validation.
    /// - Throws: `LearningError.dataFile` with the file's name when one is missing, damaged or disagrees with its
    ///   partner; `LearningError.tooFew` when no image is left for training.
    public init(directory: URL, validationCount: Int = 10_000) throws(LearningError) {
        trainingImages = try MNIST.read(.trainingImages, in: directory)
        trainingLabels = try MNIST.read(.trainingLabels, in: directory)
        testImages = try MNIST.read(.testImages, in: directory)
        testLabels = try MNIST.read(.testLabels, in: directory)
        self.validationCount = validationCount
        try MNIST.check(trainingImages, trainingLabels)
        try MNIST.check(testImages, testLabels)
        guard testImages.dimensions[1] == trainingImages.dimensions[1] else {
            throw .sizesDisagree(
                what: "\(testImages.name)'s rows of an image", testImages.dimensions[1],
                other: "\(trainingImages.name)'s", trainingImages.dimensions[1])
        }
        guard validationCount >= 0 else {
            throw .outOfRange(
                setting: "Images for validation", value: Double(validationCount), allowed: "at least 0")
        }
        guard trainingImages.dimensions[0] > validationCount else {
            throw .tooFew(
                what: "images in \(trainingImages.name)", count: trainingImages.dimensions[0],
                needed: max(validationCount, validationCount &+ 1))
        }
        var hasher = Digest.Hasher()
        for file in [trainingImages, trainingLabels, testImages, testLabels] { hasher.update(file.unpacked) }
        checksum = hasher.finalize().hex
    }

    /// How many images a part holds.
    public func count(of part: DataPart) -> Int { range(of: part).count }

    public func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        let range = range(of: part)
        guard count >= 0 && count <= range.count else {
            throw LearningError.tooFew(what: "\(part.rawValue) images of \(name)", count: range.count, needed: count)
        }
        let (images, labels) = part == .test ? (testImages, testLabels) : (trainingImages, trainingLabels)
        let side = images.dimensions[1]
        let first = images.body.startIndex + range.lowerBound * side * side
        let pixels = images.body[first..<first + count * side * side].map { Float($0) / 255 }
        let firstLabel = labels.body.startIndex + range.lowerBound
        return LabelledImages(
            side: side, classes: MNIST.classes, pixels: pixels,
            labels: labels.body[firstLabel..<firstLabel + count].map(Int.init))
    }

    private func range(of part: DataPart) -> Range<Int> {
        let all = trainingImages.dimensions[0]
        return switch part {
        case .training: 0..<all - validationCount
        case .validation: all - validationCount..<all
        case .test: 0..<testImages.dimensions[0]
        }
    }

    private static func read(_ file: MNISTFile, in directory: URL) throws(LearningError) -> IDXFile {
        let tried = file.names.map { directory.appendingPathComponent($0) }
        guard let url = tried.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
            throw .dataFile(name: file.rawValue, .missing(tried: tried.map(\.path)))
        }
        return try IDXFile(contentsOf: url, rank: file.rank)
    }

    private static func check(_ images: IDXFile, _ labels: IDXFile) throws(LearningError) {
        let (count, rows, columns) = (images.dimensions[0], images.dimensions[1], images.dimensions[2])
        guard rows == columns else {
            throw .dataFile(name: images.name, .notSquare(rows: rows, columns: columns))
        }
        guard count == labels.dimensions[0] else {
            throw .dataFile(
                name: images.name,
                .countsDisagree(count: count, other: labels.name, otherCount: labels.dimensions[0]))
        }
        for (index, label) in labels.body.enumerated() where label >= classes {
            throw .dataFile(
                name: labels.name, .labelOutOfRange(label: Int(label), index: index, classes: classes))
        }
    }
}
