import Foundation
import Plots
import Testing

/// Themes and colour maps are values.
struct ThemeTests {
    private let figure = Figure(width: 100, height: 80) {
        Panel { Line(x: [0, 1], y: [0, 1]).role(.training).lineWidth(20) }
    }

    @Test func aThemeOfOnesOwnChangesWhatItNames() throws {
        let house = Theme.light.with([.training: RGB(0x123456)])
        #expect(house.colour(of: .training) == RGB(0x123456))
        for role in Role.all where role != .training { #expect(house.colour(of: role) == Theme.light.colour(of: role)) }
        #expect(house != .light)
        let picture = try PixelImage(png: figure.png(scale: 2, theme: house))
        #expect(picture.pixels.contains(SIMD4(0x12, 0x34, 0x56, 255)))
        let drawing = try figure.drawing()
        let svg = try drawing.svg(id: "a", theme: house)
        #expect(svg.contains("var(--plot-training,#123456)") && svg.contains("--plot-training:#123456"))
        #expect(try drawing.pdf(theme: house) != drawing.pdf())
    }

    @Test func aMapOfOnesOwnGoesThroughItsColours() {
        let map = ColourMap([RGB(0xFF0000), RGB(0x00FF00), RGB(0x0000FF)])
        #expect([0, 0.5, 1].map { map.colour(at: $0) } == [RGB(0xFF0000), RGB(0x00FF00), RGB(0x0000FF)])
        #expect(map.reversed.colour(at: 0) == RGB(0x0000FF) && map.reversed.reversed == map)
        #expect(ColourMap([RGB(0x123456)]).colour(at: 0.3) == RGB(0x123456))
        #expect(ColourMap([]).colour(at: 0.3) == RGB(grey: 128))
        #expect(ColourScale(ColourMap([RGB(0xFF0000), RGB(0xFFFFFF), RGB(0x0000FF)], diverging: true)).centre == 0)
    }
}
