import LinearAlgebra

/// Square grey images with class labels: one row of `pixels` an image, values in [0, 1].
public struct LabelledImages: Sendable, Equatable {
    /// Width and height of an image in pixels.
    public let side: Int
    /// The number of classes; labels lie in 0..<`classes`.
    public let classes: Int
    /// Row-major, `count` × `side`².
    public let pixels: [Float]
    /// One label an image.
    public let labels: [Int]

    /// The number of images.
    public var count: Int { labels.count }

    public init(side: Int, classes: Int, pixels: [Float], labels: [Int]) {
        precondition(pixels.count == labels.count * side * side, "\(labels.count) labels, \(pixels.count) pixels")
        self.side = side
        self.classes = classes
        self.pixels = pixels
        self.labels = labels
    }

    /// The first `count` images of a random order, so that a larger draw from an equal stream begins with a smaller one.
    ///
    /// - Throws: `LearningError.outOfRange` when there are not as many.
    public func drawn(_ count: Int, by stream: RandomStream) throws(LearningError) -> LabelledImages {
        guard 0...self.count ~= count else {
            throw .outOfRange(
                setting: "number of images to draw", value: Double(count),
                allowed: "from 0 to the \(self.count) there are")
        }
        var stream = stream
        return subset(stream.permutation(self.count).prefix(count))
    }

    /// The images at `indices`, in that order; an index may occur several times.
    public func subset(_ indices: some Sequence<Int>) -> LabelledImages {
        let indices = Array(indices)
        let size = side * side
        var chosen: [Float] = []
        chosen.reserveCapacity(indices.count * size)
        for index in indices { chosen += pixels[index * size..<(index + 1) * size] }
        return LabelledImages(side: side, classes: classes, pixels: chosen, labels: indices.map { labels[$0] })
    }
}
