import Plots
import Testing

/// PNG files are read back by Cairo's own reader.
struct PNGTests {
    private func check(columns: Int, rows: Int, _ pixel: (Int, Int) -> UInt32) throws {
        var pixels: [SIMD4<UInt8>] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let colour = RGB(pixel(column, row))
                pixels.append(SIMD4(colour.red, colour.green, colour.blue, 255))
            }
        }
        let image = PixelImage(columns: columns, rows: rows, pixels: pixels)
        #expect(try PixelImage(png: image.png()) == image, "\(columns) × \(rows)")
    }

    @Test func picturesComeBackAsTheyWere() throws {
        var random = SplitMix(seed: 5)
        for (columns, rows) in [(1, 1), (1, 9), (2, 2), (86, 3), (87, 3), (88, 1), (174, 2), (300, 5)] {
            try check(columns: columns, rows: rows) { _, _ in 0xFFFFFF }
            try check(columns: columns, rows: rows) { _, _ in 0 }
            try check(columns: columns, rows: rows) { _, row in UInt32(row * 0x010305) }
            try check(columns: columns, rows: rows) { column, _ in UInt32(column / 100 * 0x7F00FF) }
            try check(columns: columns, rows: rows) { _, _ in UInt32(truncatingIfNeeded: random.next()) & 0xFFFFFF }
            try check(columns: columns, rows: rows) { _, _ in random.chance(0.9) ? 0xFFFFFF : 0x123456 }
        }
    }

    /// Rare bytes beside very frequent ones ask for codes longer than the format allows.
    @Test func skewedPicturesComeBackAsTheyWere() throws {
        var random = SplitMix(seed: 6)
        try check(columns: 500, rows: 400) { _, _ in
            var value: UInt32 = 0
            while value < 200 && random.chance(0.5) { value += 1 }
            return value * 0x010101
        }
    }

    @Test func anyScaleThatMakesAPictureWorks() throws {
        let figure = Figure(width: 100, height: 60) { Panel { Line(x: [0, 1.0], y: [0, 1.0]) } }
        for (scale, columns) in [(0.1, 10), (1, 100), (1.25, 125), (10, 1000)] {
            #expect(try PixelImage(png: figure.png(scale: scale)).columns == columns)
        }
        for scale in [0, -1, .nan, .infinity, 1e6] {
            #expect(throws: PlotError.self) { try figure.png(scale: scale) }
        }
    }
}
