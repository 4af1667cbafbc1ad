import Plots
import Testing

struct StrokeRasterTests {
    @Test func aLineCoversItsArea() {
        let line = PenStroke(polyline: [XY(4, 8), XY(12, 8)], width: 2)
        let area = StrokeRaster.coverage([line], side: 16).reduce(0, +)
        // 8 × 2 and two half discs of radius 1.
        #expect(abs(Double(area) - (16 + .pi)) < 0.3)
    }

    @Test func whatLiesOutsideIsCutOff() {
        let far = PenStroke(polyline: [XY(-400, 1e30), XY(90, -50)], width: 3)
        let broken = PenStroke(polyline: [XY(.nan, 1), XY(3, .infinity)], width: 3)
        #expect(StrokeRaster.render([far, broken], side: 8).allSatisfy { $0 == 0 })
        #expect(StrokeRaster.render([], side: 0).isEmpty)
    }

    @Test func aCurveEndsWhereItSays() {
        let curve = PenStroke(
            from: XY(2.5, 2.5),
            [.cubic(XY(20, 2), XY(20, 20), to: XY(2.5, 20.5)), .quadratic(control: XY(9, 9), to: XY(20.5, 20.5))],
            width: 2, endWidth: 4)
        let pixels = StrokeRaster.render([curve], side: 24)
        for (column, row) in [(2, 2), (2, 20), (20, 20)] { #expect(pixels[row * 24 + column] == 255) }
        #expect(pixels[2 * 24 + 20] == 0)
    }
}
