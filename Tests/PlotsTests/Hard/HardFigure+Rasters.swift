import Foundation
import Plots

extension HardFigure {
    /// Cells and pixels on uneven grids, other scales and cut by the panel.
    static let rasters: [HardFigure] = [
        HardFigure("cells-uneven") {
            let field = try ScalarField(xs: [0, 1, 2, 10], ys: [0, 1], values: [1, 2, 3, 4, 5, 6, 7, 8])
            return Figure(width: 360, height: 180) {
                Panel("cells at x = 0, 1, 2, 10", x: Axis("x"), y: Axis("y")) {
                    HeatMap(of: field)
                    for x in [0.0, 1, 2, 10] { Rule(x: x) }
                    Points(x: [0, 1, 2, 10], y: [0.0, 0, 0, 0]).role(.penalty)
                }
            }
        },
        HardFigure("cells-logarithmic") {
            let xs: [Double] = [1e-4, 1e-3, 1e-2, 1e-1]
            let field = try ScalarField(xs: xs, ys: [16, 32, 64, 128], values: (0..<16).map { Double($0) })
            return Figure(width: 360, height: 180) {
                Panel("sweep", x: Axis("learning rate", scale: .log), y: Axis("batch size", scale: .log)) {
                    HeatMap(of: field)
                }
            }
        },
        HardFigure("cells-log-axis") {
            let field = try ScalarField(
                xs: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ys: [0, 1], values: (0..<20).map { Double($0 % 10) })
            return Figure(width: 360, height: 160) {
                Panel("x = 1 … 10 on a log axis", x: Axis("x", scale: .log), y: Axis("y")) {
                    HeatMap(of: field, map: .meadow)
                    for x in 1...10 { Rule(x: Double(x)).role(.penalty) }
                }
            }
        },
        HardFigure("image-log-axis") {
            let image = PixelImage(columns: 4, rows: 2, pixels: (0..<8).map { SIMD4(UInt8($0 * 30), 100, 200, 255) })
            return Figure(width: 300, height: 160) {
                Panel("an image, default place, on a log axis", x: Axis("x", scale: .log), y: Axis("y")) {
                    Image(image)
                }
            }
        },
        HardFigure("image-turned") {
            let image = PixelImage(
                columns: 2, rows: 2,
                pixels: [SIMD4(255, 0, 0, 255), SIMD4(0, 160, 0, 255), SIMD4(0, 0, 255, 255), SIMD4(240, 200, 0, 255)])
            return Figure(width: 420, height: 140) {
                Row {
                    Panel("plain: red upper left", x: Axis("x"), y: Axis("y")) { Image(image) }
                    Panel("y reversed", x: Axis("x"), y: Axis("row", from: 2, to: 0)) { Image(image) }
                    Panel("x reversed", x: Axis("x", from: 2, to: 0), y: Axis("row")) { Image(image) }
                }
            }
        },
        HardFigure("cells-cut") {
            let field = ScalarField(x: 0...9, y: 0...9, columns: 10, rows: 10) { $0 + $1 }
            return Figure(width: 300, height: 180) {
                Panel("domain cuts cells", x: Axis("x", in: 2.2...7.7), y: Axis("y", in: 1...8)) {
                    HeatMap(of: field)
                    Points(x: [3.0, 5], y: [3.0, 5])
                }
            }
        },
    ]
}
