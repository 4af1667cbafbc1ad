/// How numbers become colours: a map and the numbers that its ends and its middle stand for.
public struct ColourScale: Hashable, Sendable {
    public var map: ColourMap
    /// The numbers of the map's first and last colour; nil takes those of the data.
    public var range: ClosedRange<Double>?
    /// Whether equal ratios are equal steps of colour; numbers that are not positive count as missing.
    public var isLogarithmic: Bool
    /// The number of the map's middle colour, from which both sides go equally far; a diverging map has 0 unless another
    /// is given.
    public var centre: Double?
    /// The colours of numbers below and above the range; nil takes those of its ends.
    public var under, over: RGB?
    /// The colour where there is no number; nil leaves hatched paper.
    public var missing: RGB?

    public init(
        _ map: ColourMap = .blues, range: ClosedRange<Double>? = nil, logarithmic: Bool = false, centre: Double? = nil,
        under: RGB? = nil, over: RGB? = nil, missing: RGB? = nil
    ) {
        self.map = map
        self.range = range
        isLogarithmic = logarithmic
        self.centre = centre ?? (map.isDiverging && !logarithmic ? 0 : nil)
        self.under = under
        self.over = over
        self.missing = missing
    }

    /// The scale over the numbers of some data.
    func resolved(_ values: [Double]) -> ResolvedColourScale {
        var settled = self
        if range == nil {
            let shown = values.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
            settled.range = shown.min().flatMap { low in shown.max().map { low...$0 } }
        }
        return ResolvedColourScale(scale: settled)
    }

    /// - Throws: `PlotError.badNumber` for a range or a centre that can't be shown.
    func check() throws {
        if let range, !range.lowerBound.isFinite || !range.upperBound.isFinite || isLogarithmic && range.lowerBound <= 0
        {
            throw PlotError.badNumber(what: "the start of a colour scale", value: range.lowerBound)
        }
        if let centre, !centre.isFinite {
            throw PlotError.badNumber(what: "the centre of a colour scale", value: centre)
        }
    }
}
