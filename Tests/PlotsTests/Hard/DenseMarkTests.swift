import Foundation
import Plots
import Testing

/// Marks of very many elements look like all of them, in files of bounded size.
struct DenseMarkTests {
    private func cloud(_ count: Int) -> (xs: [Double], ys: [Double]) {
        var random = SplitMix(seed: 11)
        return (
            (0..<count).map { _ in random.normal() * 0.3 }, (0..<count).map { _ in random.normal() * 0.3 }
        )
    }

    private func figure(_ marks: [any Mark]) -> Figure {
        Figure(width: 300, height: 240) {
            Panel(x: Axis(in: -1...1, ticks: .none), y: Axis(in: -1...1, ticks: .none), frame: .box) { marks }
        }
    }

    /// As one mark the points become one mask or one path, as many marks each is drawn.
    @Test(arguments: [(60_000, 0.05, Marker.dot), (60_000, 1, .square), (60_000, 0.1, .diamond), (9000, 1, .dot)])
    func aCloudLooksLikeItsPoints(count: Int, opacity: Double, marker: Marker) throws {
        let (xs, ys) = cloud(count)
        func styled(_ points: Points) -> Points { points.role(.training).marker(marker, size: 3).opacity(opacity) }
        let one = figure([styled(Points(x: xs, y: ys))])
        let many = figure(
            stride(from: 0, to: count, by: 1000).map { start in
                styled(Points(x: xs[start..<(start + 1000)], y: ys[start..<(start + 1000)]))
            })
        let drawing = try one.drawing()
        #expect(drawing.commands.count < 40)
        let comparison = PictureComparison(
            expected: try PixelImage(png: many.png()), actual: try PixelImage(png: drawing.png()))
        // An edge moves by half a cell, an eighth of a point, at most.
        #expect(comparison.worstTile < 8, "\(comparison.worstTile)")
    }

    /// Programs that know nothing of this module show the same of a mask.
    @Test(arguments: [Reader.librsvg, .poppler, .chromium]) func readersShowTheMask(reader: Reader) throws {
        let (xs, ys) = cloud(60_000)
        let drawing = try figure([Points(x: xs, y: ys).role(.training).opacity(0.3)]).drawing()
        let theme: Theme = reader == .poppler ? .print : .light
        let expected = try PixelImage(png: drawing.png(scale: 2, theme: theme))
        let found = try reader.picture(of: drawing, scale: 2)
        var distance = 0.0
        for row in stride(from: 40, to: 440, by: 3) {
            for column in stride(from: 40, to: 560, by: 3) {
                func grey(_ picture: PixelImage) -> Double {
                    let place = min(row, picture.rows - 1) * picture.columns + min(column, picture.columns - 1)
                    return Double(picture.pixels[place].x)
                }
                distance += abs(grey(expected) - grey(found))
            }
        }
        #expect(distance / (134 * 174) < 12, "\(distance / (134 * 174))")
    }

    @Test(arguments: ["line", "points", "band"]) func filesStaySmall(kind: String) throws {
        var random = SplitMix(seed: 12)
        let count = 300_000
        let ys = (0..<count).map { _ in random.normal() }
        let xs = (0..<count).map(Double.init)
        let mark: any Mark =
            switch kind {
            case "line": Line(x: xs, y: ys)
            case "points": Points(x: ys.shuffled(using: &random), y: ys)
            default: Band(x: xs, low: ys.map { $0 - 1 }, high: ys.map { $0 + 1 })
            }
        let drawing = try Figure(width: 420, height: 200) { Panel { mark } }.drawing()
        #expect(try drawing.svg(id: "a").utf8.count < 1_000_000)
        #expect(try drawing.pdf().count < 1_000_000)
        #expect(try drawing.png().count < 1_000_000)
    }

    /// The band's ends are the highest and the lowest of the data, however many there are.
    @Test func longBandsKeepTheirExtremes() throws {
        for seed in 0..<40 {
            var random = SplitMix(seed: UInt64(seed))
            let count = Int.random(in: 2001...9000, using: &random)
            let middles = (0..<count).map { _ in random.tame() }
            let domain = -10.0...10
            let picture = try PanelPicture(
                x: Axis(in: 0...Double(count)), y: Axis(in: domain),
                marks: [Band(x: (0..<count).map(Double.init), low: middles, high: middles.map { $0 + 1 }).role(.test)])
            let ys = picture.fills.flatMap { $0.path.points.map { picture.value(y: $0.y, in: domain) } }
            #expect(abs((ys.max() ?? 0) - (middles.max() ?? 0) - 1) < 1e-9, "seed \(seed)")
            #expect(abs((ys.min() ?? 0) - (middles.min() ?? 0)) < 1e-9, "seed \(seed)")
        }
    }
}
