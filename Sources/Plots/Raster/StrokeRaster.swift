/// Draws pen strokes into small grey pictures.
///
/// Coverage comes from each pixel centre's distance to the nearest piece, one pixel of soft edge. Nothing is shared
/// between calls, so they may run on any number of threads, and no system library takes part, so the pixels are the
/// same on every machine.
public enum StrokeRaster {
    /// The strokes as a square picture of `side` × `side` bytes, row by row from the top; 0 is paper, 255 is ink.
    ///
    /// The centre of the pixel in column c and row r lies at (c + 0.5, r + 0.5). What lies outside is cut off;
    /// strokes that cross don't get darker than ink. Pieces with a coordinate that is not finite are left out.
    ///
    /// - Precondition: `side` is not negative.
    public static func render(_ strokes: [PenStroke], side: Int) -> [UInt8] {
        coverage(strokes, side: side).map { UInt8($0 * 255 + 0.5) }
    }

    /// As `render`, with the share of ink in each pixel between 0 and 1.
    public static func coverage(_ strokes: [PenStroke], side: Int) -> [Float] {
        precondition(side >= 0, "a picture's side is not negative")
        var pixels = [Float](repeating: 0, count: side * side)
        for stroke in strokes {
            let points = stroke.flattened()
            let total = zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
            let growth = total > 0 ? (stroke.endWidth - stroke.width) / total : 0
            var radius = stroke.width / 2
            if points.count == 1 {
                ink(from: points[0], to: points[0], radius, radius, into: &pixels, side: side)
            }
            for (start, end) in zip(points, points.dropFirst()) {
                let endRadius = radius + growth * (end - start).length / 2
                ink(from: start, to: end, radius, endRadius, into: &pixels, side: side)
                radius = endRadius
            }
        }
        return pixels
    }

    /// Darkens the pixels within reach of one straight piece whose radius goes from `startRadius` to `endRadius`.
    private static func ink(
        from start: XY, to end: XY, _ startRadius: Double, _ endRadius: Double, into pixels: inout [Float], side: Int
    ) {
        guard start.isFinite, end.isFinite, startRadius.isFinite, endRadius.isFinite else { return }
        let reach = max(startRadius, endRadius) + 0.5
        let limit = Double(side)
        let left = Int(max(0, min(limit, min(start.x, end.x) - reach)))
        let right = Int(max(0, min(limit, max(start.x, end.x) + reach + 1)))
        let top = Int(max(0, min(limit, min(start.y, end.y) - reach)))
        let bottom = Int(max(0, min(limit, max(start.y, end.y) + reach + 1)))
        let along = end - start
        let squared = along.x * along.x + along.y * along.y
        let inverse = squared > 0 ? 1 / squared : 0
        for row in top..<max(top, bottom) {
            for column in left..<max(left, right) {
                let offset = XY(Double(column) + 0.5, Double(row) + 0.5) - start
                let t = max(0, min(1, (offset.x * along.x + offset.y * along.y) * inverse))
                let distance = (offset - t * along).length
                let radius = startRadius + t * (endRadius - startRadius)
                // A pen thinner than a pixel leaves less than full ink.
                let share = min(1, 2 * radius) * max(0, min(1, radius - distance + 0.5))
                let index = row * side + column
                pixels[index] = max(pixels[index], Float(share))
            }
        }
    }
}
