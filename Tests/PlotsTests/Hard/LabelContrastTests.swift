import Plots
import Testing

/// Labels stand out from whatever is under them, in every theme.
struct LabelContrastTests {
    /// The colour that the commands before a text leave at a place.
    private func colour(at place: XY, before end: Int, _ picture: PanelPicture, _ theme: Theme) -> RGB {
        var colour = theme.colour(of: .paper)
        func mix(_ paint: Paint) {
            let top = paint.colour(in: theme)
            func part(_ below: UInt8, _ above: UInt8) -> UInt8 {
                UInt8((Double(below) + (Double(above) - Double(below)) * paint.opacity).rounded())
            }
            colour = RGB(part(colour.red, top.red), part(colour.green, top.green), part(colour.blue, top.blue))
        }
        for command in picture.commands[..<end] {
            guard case .fill(let path, let paint) = command else { continue }
            // Areas of these figures are upright rectangles.
            let (xs, ys) = (path.points.map(\.x), path.points.map(\.y))
            guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
                (left...right).contains(place.x), (top...bottom).contains(place.y)
            else { continue }
            mix(paint)
        }
        return colour
    }

    @Test func wordsOverAreasCanBeRead() throws {
        for seed in 0..<10_000 {
            var random = SplitMix(seed: UInt64(seed))
            var marks: [any Mark] = []
            if random.chance(0.6) {
                let map = ColourMap.allCases.randomElement(using: &random) ?? .blues
                let field = ScalarField(x: 0...3, y: 0...3, columns: 4, rows: 4) { x, y in x + 4 * y }
                marks.append(HeatMap(of: field, map: map))
            } else {
                let bars = Bars(x: [0.0, 1, 2, 3], y: (0..<4).map { _ in Double.random(in: 1...3.4, using: &random) })
                marks.append(bars.role(Role.all.randomElement(using: &random) ?? .loss).width(1))
            }
            for index in 0..<3 {
                let text = Text("abc", x: Double.random(in: 0...3, using: &random), y: Double(index) + 0.2)
                var styled = text.role(Role.all.randomElement(using: &random) ?? .ink)
                if random.chance(0.2) {
                    styled = text.colour(RGB(grey: UInt8.random(in: 0...255, using: &random)))
                }
                marks.append(styled.opacity(random.chance(0.2) ? 0.3 : 1))
            }
            let picture = try PanelPicture(
                x: Axis(in: -0.5...3.5, ticks: .none), y: Axis(in: -0.5...3.5, ticks: .none), marks: marks)
            for (index, command) in picture.commands.enumerated() {
                guard case .text(let run) = command else { continue }
                for theme in Theme.allCases {
                    for share in [0.1, 0.5, 0.9] {
                        let place = run.origin + XY(share * 1.5 * run.size, -0.3 * run.size)
                        let below = colour(at: place, before: index, picture, theme)
                        let contrast = run.paint.colour(in: theme).contrast(with: below)
                        #expect(contrast >= 4.5, "seed \(seed), \(theme), \(share): \(contrast)")
                    }
                }
            }
        }
    }

    @Test func contrastIsThatOfWCAG() {
        #expect(abs(RGB(grey: 0).contrast(with: RGB(grey: 255)) - 21) < 1e-9)
        #expect(abs(RGB(0x767676).contrast(with: RGB(grey: 255)) - 4.54) < 0.01)
    }
}
