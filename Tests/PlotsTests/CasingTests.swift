import Plots
import Testing

/// Lines over colours that no theme changes.
struct CasingTests {
    private func strokes(_ marks: [any Mark]) throws -> [StrokeStyle] {
        let figure = Figure(width: 200, height: 150) {
            Panel(x: .hidden(-1...1), y: .hidden(-1...1), frame: .none) { for mark in marks { mark } }
        }
        return try figure.drawing(measuring: FixedWidthMeasure()).commands.compactMap { command in
            if case .stroke(_, let style) = command { style } else { nil }
        }
    }

    private func field() -> ScalarField { ScalarField(x: -1...1, y: -1...1, columns: 11, rows: 11) { $0 + $1 } }

    /// A colour of which a share hides another.
    private func mixed(_ front: RGB, _ back: RGB, share: Double) -> RGB {
        func part(_ part: KeyPath<RGB, UInt8>) -> UInt8 {
            UInt8(share * Double(front[keyPath: part]) + (1 - share) * Double(back[keyPath: part]))
        }
        return RGB(part(\.red), part(\.green), part(\.blue))
    }

    @Test func linesOverFixedColoursLieOnPaper() throws {
        let line = Contours(of: field(), levels: .explicit([0])).role(.ink)
        for ground in [FilledContours(of: field()), HeatMap(of: field())] as [any Mark] {
            let found = try strokes([ground, line])
            #expect(found.map(\.paint.source) == [.role(.paper), .role(.ink)])
            #expect(found[0].width > found[1].width + 1)
        }
        #expect(try strokes([line]).count == 1)
    }

    @Test func linesOfPaperLieOnInk() throws {
        let found = try strokes([HeatMap(of: field()), Line(x: [-1, 1], y: [-1, 1]).role(.paper)])
        #expect(found.map(\.paint.source) == [.role(.ink), .role(.paper)])
    }

    /// Against its casing, a line has the contrast that WCAG 2 asks of graphics on every colour of every map.
    @Test(arguments: Theme.allCases) func linesAreLegibleOnEveryColour(theme: Theme) throws {
        let found = try strokes([
            HeatMap(of: field()), Contours(of: field(), levels: .explicit([0])).role(.ink),
            Contours(of: field(), levels: .explicit([0.5])).role(.loss),
        ])
        let (casings, lines) = (found.prefix(found.count / 2), found.suffix(found.count / 2))
        #expect(casings.count == 2)
        for (casing, line) in zip(casings, lines) {
            for map in ColourMap.allCases {
                for step in 0...20 {
                    let (paper, below) = (casing.paint.colour(in: theme), map.colour(at: Double(step) / 20))
                    let ground = mixed(paper, below, share: casing.paint.opacity).luminance
                    let own = line.paint.colour(in: theme).luminance
                    let contrast = (max(ground, own) + 0.05) / (min(ground, own) + 0.05)
                    #expect(contrast >= 3, "\(line.paint.source) on \(map) at \(step)")
                }
            }
        }
    }
}
