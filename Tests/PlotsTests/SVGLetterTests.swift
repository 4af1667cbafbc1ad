import Foundation
import FoundationXML
import Plots
import Testing

/// The letters of SVG files.
struct SVGLetterTests {
    private func run(_ text: String, at place: XY, size: Double = 9, rotation: Double = 0) -> Drawing.Command {
        .text(TextRun(text, face: .sans, size: size, at: place, rotation: rotation, paint: .role(.ink, opacity: 0.5)))
    }

    private func svg(_ commands: [Drawing.Command]) throws -> String {
        let svg = try Drawing(width: 100, height: 50, commands: commands, title: "t", altText: "a").svg(id: "f")
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        return svg
    }

    private func count(_ part: String, in svg: String) -> Int { svg.components(separatedBy: part).count - 1 }

    @Test func anOutlineStandsInTheFileOnce() throws {
        let svg = try svg([
            run("aab a", at: XY(10, 20)), run("ba", at: XY(10, 40), size: 6.3, rotation: 90),
            run("a", at: XY(60, 20), size: 12),
        ])
        #expect(count("<path id=", in: svg) == 2)
        // The space has no outline.
        #expect(count("<use ", in: svg) == 4 + 2 + 1)
        #expect(svg.contains("transform=\"translate(10 40)rotate(-90)scale(0.0063)\""))
        #expect(count("fill-opacity=\".5\"", in: svg) == 3)
        #expect(svg.contains(".f0{fill:#222222;fill:var(--plot-ink,#222222)}"))
    }

    @Test func lettersKeepTheirPlaceAmongShapes() throws {
        let stroke = Drawing.Command.stroke(
            Path([XY(0, 0), XY(50, 50)]), StrokeStyle(paint: .role(.loss), width: 1))
        let svg = try svg([stroke, run("a", at: XY(10, 20)), stroke, run("b", at: XY(10, 40))])
        let kinds = svg.split(separator: "\n").compactMap { line in
            line.hasPrefix("<path class") ? "stroke" : line.hasPrefix("<g class") ? "text" : nil
        }
        #expect(kinds == ["stroke", "text", "stroke", "text"])
    }

    @Test func lettersAreCutWhereTheirClipCutsThem() throws {
        let clip = Drawing.Command.pushClip(Rect(x: 0, y: 0, width: 30, height: 30))
        let inside = try svg([clip, run("abcdefgh", at: XY(10, 20)), .popClip])
        let start = try #require(inside.range(of: "<g clip-path="))
        #expect(inside[start.upperBound...].contains("<use "))
        let outside = try svg([clip, run("a", at: XY(60, 45)), .popClip])
        #expect(!outside.contains("<use "))
    }
}
