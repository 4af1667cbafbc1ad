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
