/// Takes numbers to points of the page: a panel's plot area with its axes.
///
/// The one home of the turn from y upwards in data to y downwards on the page. A copy of it stays small, so that loops over
/// many numbers need not hold the canvas.
struct PlotTransform: Sendable {
    private let x, y: AxisScale
    private let start, span, evenStart, evenSpan: XY
    /// Whether numbers are even along both axes as they are.
    private let isEven: Bool

    init(plot: Rect, x: ResolvedAxis, y: ResolvedAxis) {
        (self.x, self.y) = (x.scale, y.scale)
        let (left, right) = x.axis.isReversed ? (plot.right, plot.left) : (plot.left, plot.right)
        let (bottom, top) = y.axis.isReversed ? (plot.top, plot.bottom) : (plot.bottom, plot.top)
        start = XY(left, bottom)
        span = XY(right - left, top - bottom)
        evenStart = XY(x.scale.even(x.lower), y.scale.even(y.lower))
        evenSpan = XY(x.scale.even(x.upper), y.scale.even(y.upper)) - evenStart
        isEven = x.scale.isEven && y.scale.isEven
    }

    /// The place of a value in points; not finite where an axis has no place for it.
    @inline(__always)
    func place(_ xValue: Double, _ yValue: Double) -> XY {
        let even = isEven ? XY(xValue, yValue) : XY(x.even(xValue), y.even(yValue))
        let place = start + span * (even - evenStart) / evenSpan
        if abs(place.x) < Self.farthest && abs(place.y) < Self.farthest { return place }
        return XY(Self.near(place.x, xValue), Self.near(place.y, yValue))
    }

    /// The places of a polyline's points, without those that nobody could see.
    func thinnedPlaces(_ xs: [Double], _ ys: [Double]) -> [XY] {
        xs.withUnsafeBufferPointer { xs in
            ys.withUnsafeBufferPointer { ys in
                LineThinner.thinned(count: min(xs.count, ys.count)) { place(xs[$0], ys[$0]) }
            }
        }
    }

    /// What lies farther off than this many points is as good as there.
    private static let farthest = 1e100

    /// A finite value has a finite place, however far off.
    private static func near(_ place: Double, _ value: Double) -> Double {
        value.isFinite && !place.isNaN ? max(-farthest, min(farthest, place)) : place
    }
}
