import DataSets
import Foundation
import LinearAlgebra

/// Random changes of images that keep, or with flips break, what they show. Each image draws its own.
public struct Augmentation: Sendable, Hashable, Codable {
    /// A change that turns some digits into others; made with probability ½.
    public enum Flip: String, Sendable, Hashable, Codable, CaseIterable {
        case horizontal, vertical, halfTurn
    }

    /// A smooth random field of displacements (Simard et al. 2003).
    public struct Elastic: Sendable, Hashable, Codable {
        /// Standard deviation of the normal kernel that smooths the field, in pixels.
        public let smoothness: Double
        /// What the smoothed field, uniform in ±1 before, is multiplied by, in pixels.
        public let strength: Double

        public init(smoothness: Double = 4, strength: Double = 34) {
            self.smoothness = smoothness
            self.strength = strength
        }
    }

    /// Largest shift in each direction, in pixels; fractions are interpolated.
    public var translation: Double
    /// Largest turn to each side, in degrees.
    public var rotation: Double
    /// Largest change of size, as a share: 0.1 is ±10 %.
    public var scaling: Double
    public var elastic: Elastic?
    /// Standard deviation of normal noise on each pixel; pixels stay in [0, 1].
    public var noise: Double
    public var flips: [Flip]

    public init(
        translation: Double = 0, rotation: Double = 0, scaling: Double = 0, elastic: Elastic? = nil, noise: Double = 0,
        flips: [Flip] = []
    ) {
        self.translation = translation
        self.rotation = rotation
        self.scaling = scaling
        self.elastic = elastic
        self.noise = noise
        self.flips = flips
    }

    /// `images`, each changed by the stream's split of its place; labels stay.
    /// - Throws: `LearningError.outOfRange` for a negative amount, a scaling of 1 and more, or a smoothness above the side of
    ///   the images.
    public func apply(to images: LabelledImages, _ stream: RandomStream) throws -> LabelledImages {
        try check(side: images.side)
        let size = images.side * images.side
        var pixels: [Float] = []
        pixels.reserveCapacity(images.pixels.count)
        for index in 0..<images.count {
            var own = stream.split("image", index)
            pixels += changed(Array(images.pixels[index * size..<(index + 1) * size]), side: images.side, &own)
        }
        return LabelledImages(side: images.side, classes: images.classes, pixels: pixels, labels: images.labels)
    }

    private func check(side: Int) throws {
        let amounts = [
            ("translation", translation), ("rotation", rotation), ("noise", noise), ("scaling", scaling),
            ("elastic smoothness", elastic?.smoothness ?? 0), ("elastic strength", elastic?.strength ?? 0),
        ]
        for (name, value) in amounts where !(value >= 0 && value.isFinite) {
            throw LearningError.outOfRange(setting: name, value: value, allowed: "at least 0")
        }
        guard scaling < 1 else {
            throw LearningError.outOfRange(setting: "scaling", value: scaling, allowed: "below 1")
        }
        if let elastic, elastic.smoothness > Double(max(side, 1)) {
            throw LearningError.outOfRange(
                setting: "elastic smoothness", value: elastic.smoothness, allowed: "at most the side, \(side)")
        }
    }

    private func changed(_ image: [Float], side: Int, _ stream: inout RandomStream) -> [Float] {
        func within(_ amount: Double) -> Double { amount * (2 * stream.uniform() - 1) }
        var result = image
        for flip in flips where stream.bernoulli(0.5) { result = flipped(result, side: side, flip) }
        if translation > 0 || rotation > 0 || scaling > 0 || elastic != nil {
            let angle = within(rotation) * .pi / 180
            let scale = 1 + within(scaling)
            let shift = (within(translation), within(translation))
            let (c, s) = (cos(angle) / scale, sin(angle) / scale)
            let field = elastic.map { DisplacementField($0, side: side, &stream) }
            let middle = Double(side - 1) / 2
            let source = ImageSampler(pixels: result, side: side)
            for row in 0..<side {
                for column in 0..<side {
                    let x = Double(column) - middle - shift.0
                    let y = Double(row) - middle - shift.1
                    let moved = field?[row, column] ?? (0, 0)
                    result[row * side + column] = source.value(
                        x: c * x + s * y + middle + moved.0, y: -s * x + c * y + middle + moved.1)
                }
            }
        }
        if noise > 0 { result = result.map { max(0, min(1, $0 + Float(noise * stream.normal()))) } }
        return result
    }

    private func flipped(_ image: [Float], side: Int, _ flip: Flip) -> [Float] {
        image.indices.map { index in
            let (row, column) = (index / side, index % side)
            let fromRow = flip == .horizontal ? row : side - 1 - row
            let fromColumn = flip == .vertical ? column : side - 1 - column
            return image[fromRow * side + fromColumn]
        }
    }
}
