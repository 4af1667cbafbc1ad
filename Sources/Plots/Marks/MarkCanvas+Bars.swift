extension MarkCanvas {
    /// The part in the plot area of the rectangle between two places in points; nil where there is none.
    func visible(from start: XY, to end: XY) -> Rect? {
        let rect = Rect(
            left: max(plot.left, min(start.x, end.x)), top: max(plot.top, min(start.y, end.y)),
            right: min(plot.right, max(start.x, end.x)), bottom: min(plot.bottom, max(start.y, end.y)))
        return rect.width >= 0 && rect.height >= 0 ? rect : nil
    }

    /// Draws an upright error bar between two values, with a cap at each end that lies in the plot area.
    ///
    /// An end that a logarithmic axis has no place for is cut at the border.
    /// - Parameter cap: half the caps' length in points.
    mutating func errorBar(
        x: Double, from low: Double, to high: Double, cap: Double,
        _ style: StrokeStyle = StrokeStyle(paint: .role(.ink), width: 0.8)
    ) {
        let top = place(x, high)
        guard top.isFinite else { return }
        let bottom = place(x, low)
        let isBeyond = bottom.y.isNaN && low.isFinite
        let ends = [isBeyond ? XY(top.x, place(y: y.lower)) : bottom, top]
        for piece in PolylineClipper(plot).pieces(of: ends) {
            var path = Path(piece)
            for end in piece where end == top || end == bottom {
                path.move(to: XY(max(plot.left, end.x - cap), end.y))
                path.line(to: XY(min(plot.right, end.x + cap), end.y))
            }
            stroke(path, style)
        }
    }
}
