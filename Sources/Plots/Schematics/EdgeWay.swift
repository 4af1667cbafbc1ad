/// The line of an edge: straight, or a cubic curve.
struct EdgeWay {
    private let start, end: XY
    /// The curve's control points; nil for a straight line.
    private let controls: (XY, XY)?

    init(_ edge: Edge, from: (rect: Rect, shape: Node.Shape), to: (rect: Rect, shape: Node.Shape)) {
        let along = to.rect.centre - from.rect.centre
        let aside = -edge.bend * along.perpendicular
        let bow = (from.rect.centre + to.rect.centre) / 2 + aside
        func end(_ anchor: Edge.Anchor?, _ node: (rect: Rect, shape: Node.Shape)) -> XY {
            let target = anchor.map { node.rect.centre + 1e4 * $0.outward } ?? bow
            return NodeShape.border(of: node.rect, node.shape, towards: target, gap: 1.5)
        }
        start = end(edge.start, from)
        self.end = end(edge.end, to)
        guard edge.start != nil || edge.end != nil || edge.bend != 0 else {
            controls = nil
            return
        }
        // A quadratic curve to the bow, as a cubic one; an anchored end leaves its side at a right angle instead.
        let reach = 0.5 * (self.end - start).length
        let (first, second) = (start + 2 / 3 * (bow - start), self.end + 2 / 3 * (bow - self.end))
        controls = (
            edge.start.map { [start] in start + reach * $0.outward + aside } ?? first,
            edge.end.map { [tip = self.end] in tip + reach * $0.outward + aside } ?? second
        )
    }

    private func point(at t: Double) -> XY {
        guard let (first, second) = controls else { return start + t * (end - start) }
        let s = 1 - t
        let near = s * s * s * start + 3 * s * s * t * first
        return near + 3 * s * t * t * second + t * t * t * end
    }

    var points: [XY] {
        let steps = controls == nil ? 1 : 24
        return (0...steps).map { point(at: Double($0) / Double(steps)) }
    }

    /// Where a label stands.
    var middle: XY { point(at: 0.5) }
}
