import Foundation
import Plots
import Testing

/// Lines of many points as files hold them.
struct LongLineTests {
    private func polygon(corners: Int) -> [XY] {
        (0..<corners).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(corners)
            return XY(100 + 90 * cos(angle), 100 + 90 * sin(angle))
        }
    }

    private func drawing(_ path: Path) -> Drawing {
        let style = StrokeStyle(paint: .role(.ink), width: 0.8)
        return Drawing(width: 200, height: 200, commands: [.stroke(path, style)], title: "t", altText: "a")
    }

    /// What the path in a file is made of.
    private func data(_ drawing: Drawing) throws -> String {
        let svg = try drawing.svg(id: "f")
        return String(try #require(try #/ d="([^"]+)"/#.firstMatch(in: svg)).1)
    }

    @Test func smoothLinesBecomeFewCurvesThatLookLikeThem() throws {
        let drawn = drawing(Path(polygon(corners: 720), closed: true))
        let data = try data(drawn)
        #expect(data.contains("c") && data.utf8.count < 600)
        let circle = drawing(Path(circle: XY(100, 100), radius: 90))
        let comparison = PictureComparison(
            expected: try PixelImage(png: circle.png(scale: 4)), actual: try PixelImage(png: drawn.png(scale: 4)))
        #expect(comparison.isAlike)
    }

    @Test func cornersThatAReaderSeesStay() throws {
        let zigzag = (0..<200).map { XY(Double($0), 100 + ($0 % 2 == 0 ? 0.5 : -0.5)) }
        for path in [Path(polygon(corners: 40), closed: true), Path(zigzag)] {
            #expect(try !data(drawing(path)).contains("c"))
        }
    }

    @Test func areasKeepTheirLines() throws {
        let area = Drawing.Command.fill(Path(polygon(corners: 720), closed: true), .role(.ink))
        let drawing = Drawing(width: 200, height: 200, commands: [area], title: "t", altText: "a")
        #expect(try !data(drawing).contains("c"))
    }

    /// Cairo leaves out a stroke that it takes to reach nowhere.
    @Test(arguments: [0.02, 0.3, 4]) func strokesOfAnyWidthStandInPDF(width: Double) throws {
        for points in [[XY(10, 50), XY(90, 50)], [XY(10, 10), XY(90, 90)]] {
            for dash in [Dash.solid, .dotted] {
                let stroke = Drawing.Command.stroke(
                    Path(points), StrokeStyle(paint: .role(.ink), width: width, dash: dash, cap: .round, join: .round))
                func size(_ commands: [Drawing.Command]) throws -> Int {
                    try Drawing(width: 100, height: 100, commands: commands, title: "t").pdf().count
                }
                #expect(try size([stroke]) > size([]) + 20, "\(points) \(dash)")
            }
        }
    }
}
