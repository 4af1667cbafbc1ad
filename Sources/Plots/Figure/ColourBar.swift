/// The colours of a map with the numbers they stand for; put it beside a heat map in a row.
public struct ColourBar: FigureContent {
    let range: ClosedRange<Double>
    let map: ColourMap
    let label: String

    /// - Parameters:
    ///   - range: the numbers of the map's first and last colour, as given to the heat map.
    ///   - map: the colours.
    ///   - label: TeX between dollar signs.
    public init(_ range: ClosedRange<Double>, map: ColourMap = .blues, label: String = "") {
        self.range = range
        self.map = map
        self.label = label
    }

    public var node: FigureNode {
        let colours = (0..<128).map { index in
            let colour = map.colour(at: 1 - (Double(index) + 0.5) / 128)
            return SIMD4(colour.red, colour.green, colour.blue, 255)
        }
        var panel = Panel(x: .hidden(0...1), y: Axis(label, in: range)) {
            Image(PixelImage(columns: 1, rows: 128, pixels: colours), x: 0...1, y: range)
        }
        panel.fixedWidth = 9
        return FigureNode(kind: .panel(panel))
    }
}
