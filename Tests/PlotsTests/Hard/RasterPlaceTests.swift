import Foundation
import Plots
import Testing

/// Cells and pixels stand where their numbers are.
struct RasterPlaceTests {
    private func even(_ value: Double, _ scale: AxisScale) -> Double { scale == .log ? log10(value) : value }

    /// Every grid point that is seen has the colour of its own value, on any grid, scale and domain.
    @Test func gridPointsHaveTheColourOfTheirValue() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            let isLarge = seed % 40 == 0
            func axis() -> (grid: [Double], scale: AxisScale, domain: ClosedRange<Double>?) {
                let isLog = random.chance(0.4)
                var grid = [isLog ? 0.001 : -1]
                for _ in 1..<(isLarge ? 60 : Int.random(in: 2...9, using: &random)) {
                    let step = Double.random(in: 0.4...3, using: &random)
                    grid.append(isLog ? grid[grid.count - 1] * (1 + step) : grid[grid.count - 1] + step)
                }
                let domain = random.chance(0.4) ? grid[0] * (isLog ? 1.1 : 0.7)...grid[grid.count - 1] * 0.95 : nil
                return (grid, isLog ? .log : .linear, domain)
            }
            let (x, y) = (axis(), axis())
            let values = (0..<(x.grid.count * y.grid.count)).map { _ in random.tame() }
            let field = try ScalarField(xs: x.grid, ys: y.grid, values: values)
            let picture = try PanelPicture(
                x: Axis(in: x.domain, scale: x.scale, ticks: .none),
                y: Axis(in: y.domain, scale: y.scale, ticks: .none),
                marks: [HeatMap(of: field, range: -3...3, map: .meadow)])
            func bounds(
                _ axis: (grid: [Double], scale: AxisScale, domain: ClosedRange<Double>?)
            ) -> (Double, Double) {
                if let domain = axis.domain {
                    return (even(domain.lowerBound, axis.scale), even(domain.upperBound, axis.scale))
                }
                let points = axis.grid.map { even($0, axis.scale) }
                let last = points.count - 1
                return (
                    points[0] - (points[1] - points[0]) / 2, points[last] + (points[last] - points[last - 1]) / 2
                )
            }
            let (across, up) = (bounds(x), bounds(y))
            for (row, yValue) in y.grid.enumerated() {
                for (column, xValue) in x.grid.enumerated() {
                    let place = XY(
                        picture.plot.left + picture.plot.width * (even(xValue, x.scale) - across.0)
                            / (across.1 - across.0),
                        picture.plot.bottom - picture.plot.height * (even(yValue, y.scale) - up.0) / (up.1 - up.0))
                    guard picture.excess(place) == 0 else { continue }
                    let share = (values[row * x.grid.count + column] + 3) / 6
                    let wanted = ColourMap.meadow.colour(at: Double(Int(share * 255)) / 255)
                    #expect(picture.colour(at: place) == wanted, "seed \(seed), column \(column), row \(row)")
                }
            }
        }
    }

    @Test func aLargeEvenGridIsOneImage() throws {
        let field = ScalarField(x: 0...1, y: 0...1, columns: 80, rows: 70) { $0 * $1 }
        let picture = try PanelPicture(marks: [HeatMap(of: field)])
        let images = picture.commands.compactMap { if case .image(let image, _) = $0 { image } else { nil } }
        #expect(images.map(\.columns) == [80] && images.map(\.rows) == [70])
        let cut = try PanelPicture(x: Axis(in: 0.2013...0.7), marks: [HeatMap(of: field)])
        for case .image(_, let rect) in cut.commands { #expect(abs(rect.left - cut.plot.left) < 1e-9) }
        for case .pushClip in cut.commands { Issue.record("a clip") }
    }

    /// Cairo writes a picture that a clip cuts in another way than a whole one.
    @Test(arguments: [0.0, 20, -20]) func picturesUnderAClipStandInSVG(shift: Double) throws {
        let image = PixelImage(columns: 2, rows: 1, pixels: [SIMD4(255, 0, 0, 255), SIMD4(0, 0, 255, 255)])
        let drawing = Drawing(
            width: 100, height: 100,
            commands: [
                .pushClip(Rect(x: 10, y: 10, width: 80, height: 80)),
                .image(image, Rect(x: 10 + shift, y: 10 - shift, width: 80, height: 80)), .popClip,
            ], title: "t", altText: "a")
        let svg = try drawing.svg(id: "f")
        #expect(svg.split(separator: "<image", omittingEmptySubsequences: false).count == 2)
    }

    /// Pixels on a logarithmic axis are as wide as their numbers ask for.
    @Test func pixelsFollowTheScale() throws {
        let pixels = (0..<4).map { SIMD4(UInt8($0 * 60), 0, 0, 255) }
        let image = Image(PixelImage(columns: 4, rows: 1, pixels: pixels), x: 1...9, y: 0...1)
        let picture = try PanelPicture(x: Axis(in: 1...10, scale: .log), marks: [image])
        for (index, value) in [2.0, 4, 6, 8].enumerated() {
            let place = XY(picture.plot.left + picture.plot.width * log10(value), picture.plot.top + 10)
            #expect(picture.colour(at: place) == RGB(UInt8(index * 60), 0, 0))
        }
    }
}
