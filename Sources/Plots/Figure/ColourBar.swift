/// The colours of a mark with the numbers they stand for; put it beside the mark's panel in a row.
public struct ColourBar: FigureContent {
    private enum Colours {
        case scale(ResolvedColourScale)
        case areas(levels: [Double], colours: [RGB], isLogarithmic: Bool, range: ClosedRange<Double>?)
    }

    private let colours: Colours
    let label: String
    /// The map of a bar that was not made for a mark: it takes the scale of a mark of that map beside it.
    let loneMap: ColourMap?

    /// The colours of a heat map, on its scale.
    ///
    /// - Parameter label: TeX between dollar signs.
    public init(for map: HeatMap, label: String = "") {
        self.init(.scale(map.colours), label: label)
    }

    /// The colours of points, on their scale; that of numbers from 0 to 1 where the points have one colour.
    public init(for points: Points, label: String = "") {
        self.init(.scale(points.colours?.scale ?? ColourScale().resolved([])), label: label)
    }

    /// The colours of the areas between levels.
    public init(for contours: FilledContours, label: String = "") {
        self.init(
            .areas(
                levels: contours.levels, colours: contours.colours, isLogarithmic: contours.isLogarithmic,
                range: contours.field.range), label: label)
    }

    /// A colour scale with its own range.
    public init(_ scale: ColourScale, label: String = "") {
        self.init(.scale(scale.resolved([])), label: label)
    }

    /// The colours of a map between two numbers.
    ///
    /// Beside a panel with a heat map or filled contours of the same map, the bar shows that mark's scale.
    /// - Parameters:
    ///   - range: the numbers of the map's first and last colour.
    ///   - map: the colours.
    ///   - label: TeX between dollar signs.
    public init(_ range: ClosedRange<Double>, map: ColourMap = .blues, label: String = "") {
        self.init(.scale(ColourScale(map, range: range).resolved([])), label: label, loneMap: map)
    }

    private init(_ colours: Colours, label: String, loneMap: ColourMap? = nil) {
        self.colours = colours
        self.label = label
        self.loneMap = loneMap
    }

    public var node: FigureNode {
        var panel: Panel
        switch colours {
        case .scale(let scale):
            let axis: AxisScale = scale.scale.isLogarithmic ? .log : .linear
            var strip = Self.strip(of: scale, on: axis)
            (strip.under, strip.over) = (scale.scale.under, scale.scale.over)
            var y = Axis(label, scale: axis)
            if strip.under != nil || strip.over != nil { y.tickDomain = strip.range }
            // Numbers that no axis reaches are an error, not a bar of other numbers.
            if let range = strip.range, !ResolvedAxis.reaches(range) { y.domain = range }
            panel = Panel(x: .hidden(0...1), y: y) { strip }
        case .areas(let levels, let colours, let isLogarithmic, let range):
            // The first and the last area reach as far as the one beside them, or as the data.
            let isLog = isLogarithmic && (levels.first ?? 0) > 0
            let axis: AxisScale = isLog ? .log : .linear
            let even = levels.map { axis.even($0) }
            let steps = zip(even, even.dropFirst()).map { $1 - $0 }
            let low = even.first.map { axis.value(even: $0 - (steps.first ?? 1)) } ?? range?.lowerBound ?? 0
            let high = even.last.map { axis.value(even: $0 + (steps.last ?? 1)) } ?? range?.upperBound ?? 1
            let isDecade = isLog && (levels.count > 8)
            panel = Panel(
                x: .hidden(0...1),
                y: Axis(label, scale: axis, ticks: isDecade || levels.isEmpty ? .automatic : .values(levels))
            ) { ColourStrip(borders: [low] + levels + [high], colours: colours) }
        }
        panel.fixedWidth = 9
        return FigureNode(kind: .panel(panel))
    }

    /// The colours of a scale; one alone around the number of data that are all alike.
    private static func strip(of scale: ResolvedColourScale, on axis: AxisScale) -> ColourStrip {
        let (low, high) = (axis.even(scale.low), axis.even(scale.high))
        guard low < high else {
            let reach = axis == .log ? 0.3 : low == 0 ? 0.5 : 0.1 * abs(low)
            return ColourStrip(
                borders: [axis.value(even: low - reach), axis.value(even: low + reach)],
                colours: [scale.colour(of: scale.low) ?? RGB(grey: 255)])
        }
        // In halves, as the difference may be beyond all numbers.
        func value(_ step: Double) -> Double { axis.value(even: 2 * (low / 2 + (high / 2 - low / 2) * (step / 128))) }
        let borders = (0...128).map { value(Double($0)) }
        let middles = (0..<128).map { value(Double($0) + 0.5) }
        return ColourStrip(borders: borders, colours: middles.map { scale.colour(of: $0) ?? RGB(grey: 255) })
    }
}

extension [any FigureContent] {
    /// Colour bars that were not made for a mark take the scale of a mark of their map beside them.
    var withBarsOfMarks: [any FigureContent] {
        indices.map { index in
            guard let bar = self[index] as? ColourBar, let map = bar.loneMap else { return self[index] }
            let neighbours = self[..<index].reversed() + self[(index + 1)...]
            for panel in neighbours.lazy.compactMap({ $0 as? Panel }) {
                for mark in panel.marks {
                    if let cells = mark as? HeatMap, cells.colours.scale.map == map {
                        return ColourBar(for: cells, label: bar.label)
                    }
                    if let areas = mark as? FilledContours, areas.map == map {
                        return ColourBar(for: areas, label: bar.label)
                    }
                }
            }
            return bar
        }
    }
}
