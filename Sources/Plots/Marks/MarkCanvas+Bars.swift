extension MarkCanvas {
    /// The part in the plot area of the rectangle between two places in points; nil where there is none.
    func visible(from start: XY, to end: XY) -> Rect? {
        let rect = Rect(
            left: max(plot.left, min(start.x, end.x)), top: max(plot.top, min(start.y, end.y)),
            right: min(plot.right, max(start.x, end.x)), bottom: min(plot.bottom, max(start.y, end.y)))
        return rect.width >= 0 && rect.height >= 0 ? rect : nil
    }

    /// Draws an error bar between two values, with a cap at each end that lies in the plot area.
    ///
    /// An end that is infinite or that a logarithmic axis has no place for is cut at the border. Labels keep off the bar.
    /// - Parameters:
    ///   - place: where the bar stands on the other axis, in data units.
    ///   - low: the lower value.
    ///   - high: the upper value.
    ///   - isLevel: whether the values lie along x.
    ///   - cap: half the caps' length in points.
    ///   - style: of the bar and its caps.
    public mutating func errorBar(
        at place: Double, from low: Double, to high: Double, isLevel: Bool = false, cap: Double = 3,
        _ style: StrokeStyle = StrokeStyle(paint: .role(.ink), width: 0.8)
    ) {
        func point(_ value: Double) -> XY { isLevel ? self.place(value, place) : self.place(place, value) }
        let axis = isLevel ? x : y
        let (start, end) = (point(low), point(high))
        guard low < .infinity, high == .infinity || end.isFinite else { return }
        let ends = [start.isFinite ? start : point(axis.lower), high == .infinity ? point(axis.upper) : end]
        let across = isLevel ? XY(0, cap) : XY(cap, 0)
        for piece in PolylineClipper(plot).pieces(of: ends) {
            var path = Path(piece)
            for point in piece where point == start || point == end {
                let (one, two) = (point - across, point + across)
                path.move(to: XY(max(plot.left, one.x), max(plot.top, one.y)))
                path.line(to: XY(min(plot.right, two.x), min(plot.bottom, two.y)))
            }
            stroke(path, style)
            lines.append(piece)
        }
    }
}
