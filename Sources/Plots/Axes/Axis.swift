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
    /// Whether the axis' line, ticks and label are drawn.
    public var isVisible = true

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

    /// An axis that is not drawn.
    public static func hidden(_ domain: ClosedRange<Double>? = nil) -> Axis {
        var axis = Axis(in: domain, ticks: .none)
        axis.isVisible = false
        return axis
    }
}
