import DataSets
import Foundation
import LinearAlgebra
import Plots

/// Digits drawn with pen strokes: 28 × 28 pixels, as many as are asked for, each from a random stream of its own.
///
/// Every digit has three or four ways of being written; the hand varies slant, rotation, size, aspect, place,
/// thickness and the shape of each stroke, and the picture blur, contrast, noise and now and then a stray stroke.
/// The seed is fixed, as a data set's bytes are; how hard the digits are stands in `Difficulty.md`.
public struct PenDigits: ImageSource {
    /// Decides every image. It is the data's own, whatever the seed of a build is.
    static let seed: UInt64 = 0x70_656e
    static let side = 28

    public init() {}

    public var name: String { "pen-stroke digits" }

    /// SHA-256 of the first hundred images and labels of each part, as `Difficulty.md` records it.
    public var checksum: String { "72a3b72e3e122f4187afaf9de7be07729983f794c00ca5414eb354f2e36d6b88" }

    public func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        let size = PenDigits.side * PenDigits.side
        let stream = RandomStream(seed: PenDigits.seed, name: "pen-stroke digits")
        var pixels: [Float] = []
        pixels.reserveCapacity(count * size)
        var labels: [Int] = []
        labels.reserveCapacity(count)
        for index in 0..<count {
            var own = stream.split(part.rawValue, index)
            let label = own.index(below: 10)
            labels.append(label)
            pixels += PenDigits.picture(of: label, &own).map { Float($0) / 255 }
        }
        return LabelledImages(side: PenDigits.side, classes: 10, pixels: pixels, labels: labels)
    }

    /// One picture of `digit`: 0 is paper, 255 ink, row by row from the top.
    static func picture(of digit: Int, _ stream: inout RandomStream) -> [UInt8] {
        let hand = PenHand(side: side, &stream)
        let styles = PenStyle.all[digit]
        var strokes = hand.strokes(styles[stream.index(below: styles.count)], &stream)
        if stream.bernoulli(PenHand.Spread.clutter) { strokes.append(strayStroke(&stream)) }
        var grey = StrokeRaster.coverage(strokes, side: side).map(Double.init)
        let blur = stream.uniform(in: PenHand.Spread.blur)
        grey = blurred(grey, blur)
        let contrast = stream.uniform(in: PenHand.Spread.contrast)
        let noise = stream.uniform(in: PenHand.Spread.noise)
        let errors = stream.normals(grey.count)
        return zip(grey, errors).map { UInt8(max(0, min(1, contrast * $0 + noise * $1)) * 255 + 0.5) }
    }

    /// A short line near the edge that belongs to no digit.
    private static func strayStroke(_ stream: inout RandomStream) -> PenStroke {
        let side = Double(side)
        let onEdge = stream.bernoulli(0.5) ? stream.uniform(in: 0..<4) : stream.uniform(in: side - 4..<side)
        let along = stream.uniform(in: 0..<side)
        let start = stream.bernoulli(0.5) ? XY(onEdge, along) : XY(along, onEdge)
        let end = XY(start.x + 4 * stream.normal(), start.y + 4 * stream.normal())
        return PenStroke(polyline: [start, end], width: stream.uniform(in: 1..<2.5))
    }

    /// Each pixel mixed with its neighbours, first along rows and then along columns, with weights 1, `amount`/2, ….
    private static func blurred(_ grey: [Double], _ amount: Double) -> [Double] {
        let a = amount / 2
        let total = 1 + 2 * a
        var rows = grey
        for y in 0..<side {
            for x in 0..<side {
                let left = x > 0 ? grey[y * side + x - 1] : 0
                let right = x < side - 1 ? grey[y * side + x + 1] : 0
                rows[y * side + x] = (grey[y * side + x] + a * (left + right)) / total
            }
        }
        var all = rows
        for y in 0..<side {
            for x in 0..<side {
                let above = y > 0 ? rows[(y - 1) * side + x] : 0
                let below = y < side - 1 ? rows[(y + 1) * side + x] : 0
                all[y * side + x] = (rows[y * side + x] + a * (above + below)) / total
            }
        }
        return all
    }
}
