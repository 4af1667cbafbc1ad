/// One direction of a panel: what it measures, from where to where and how it is marked.
public struct Axis: Hashable, Sendable {
    /// The quantity with its unit; TeX between dollar signs.
    public var label: String
    /// From where to where; nil follows from the data.
    public var domain: ClosedRange<Double>?
    public var scale: AxisScale
    public var ticks: Ticks
    /// Numbers that a domain taken from the data includes in any case.
    public var including: [Double]
    /// Larger numbers left or below.
    public var isReversed: Bool
    /// Whether thin lines cross the plot area at the ticks.
    public var hasGridLines = false
    /// How its numbers are written.
    public var format = TickFormat.automatic
    /// Whether the axis' line, ticks and label are drawn.
    public var isVisible = true
    /// Where ticks may stand; nil where they may on the whole axis.
    var tickDomain: ClosedRange<Double>?
    /// What is wrong with the bounds that the axis was given.
    private(set) var fault: PlotError?

    public init(
        _ label: String = "", in domain: ClosedRange<Double>? = nil, scale: AxisScale = .linear,
        ticks: Ticks = .automatic, including: [Double] = [], reversed: Bool = false
    ) {
        self.label = label
        self.domain = domain
        self.scale = scale
        self.ticks = ticks
        self.including = including
        isReversed = reversed
    }

    /// An axis between two bounds in data units; it runs backwards where `from` is the larger one.
    ///
    /// Bounds that are equal or not finite are an error, `PlotError.badDomain`, when the figure is drawn.
    public init(
        _ label: String = "", from start: Double, to end: Double, scale: AxisScale = .linear, ticks: Ticks = .automatic
    ) {
        let isDomain = start.isFinite && end.isFinite && start != end
        self.init(
            label, in: isDomain ? min(start, end)...max(start, end) : nil, scale: scale, ticks: ticks,
            reversed: start > end)
        if !isDomain { fault = .badDomain(axis: label, lower: start, upper: end) }
    }

    /// The axis with its numbers in a format.
    public func format(_ format: TickFormat) -> Axis {
        var copy = self
        copy.format = format
        return copy
    }

    /// The axis with thin lines across the plot area at its ticks, below the marks.
    public func gridLines(_ visible: Bool = true) -> Axis {
        var copy = self
        copy.hasGridLines = visible
        return copy
    }

    /// An axis that is not drawn.
    public static func hidden(_ domain: ClosedRange<Double>? = nil) -> Axis {
        var axis = Axis(in: domain, ticks: .none)
        axis.isVisible = false
        return axis
    }
}
