/// How far two pictures are apart to the eye: the worst of their tiles' mean colour distances.
///
/// The mean over a whole picture hides a missing label; the worst pixel finds every other edge of a letter. A tile is
/// about as large as a letter.
public struct PictureComparison: Sendable {
    /// The side of a tile in pixels.
    public static let tile = 12
    /// The largest distance at which pictures count as alike, in hundredths of the way from black to white. Letters
    /// drawn by other versions of FreeType stay below; a picture shifted by two pixels doesn't.
    public static let limit = 4.0

    /// The largest mean distance of a tile; infinite where sizes differ.
    public let worstTile: Double
    /// Grey where the pictures agree, darker with distance.
    public let difference: PixelImage

    public var isAlike: Bool { worstTile <= Self.limit }

    public init(expected: PixelImage, actual: PixelImage) {
        guard expected.columns == actual.columns, expected.rows == actual.rows else {
            worstTile = .infinity
            difference = actual
            return
        }
        let (columns, rows) = (expected.columns, expected.rows)
        let distances = zip(expected.pixels, actual.pixels).map(Self.distance)
        var worst = 0.0
        for top in stride(from: 0, to: rows, by: Self.tile / 2) {
            for left in stride(from: 0, to: columns, by: Self.tile / 2) {
                var sum = 0.0
                for row in top..<min(rows, top + Self.tile) {
                    for column in left..<min(columns, left + Self.tile) { sum += distances[row * columns + column] }
                }
                worst = max(worst, sum / Double(Self.tile * Self.tile))
            }
        }
        worstTile = worst
        difference = PixelImage(
            columns: columns, rows: rows,
            pixels: distances.map { distance in
                let grey = UInt8(max(0, min(255, 240 - 6 * distance)))
                return SIMD4(grey, grey, grey, 255)
            })
    }

    /// The distance of two colours, weighted by how bright each part looks; black and white are 100 apart.
    private static func distance(_ first: SIMD4<UInt8>, _ second: SIMD4<UInt8>) -> Double {
        var sum = 0.0
        for (index, weight) in [0.3, 0.59, 0.11].enumerated() {
            let step = (Double(first[index]) - Double(second[index])) / 255
            sum += weight * step * step
        }
        return 100 * sum.squareRoot()
    }
}
