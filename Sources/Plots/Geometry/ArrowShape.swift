/// The commands of a line with an arrowhead at its end.
struct ArrowShape {
    let points: [XY]
    let stroke: StrokeStyle
    var hasHead = true

    /// The head's length for a line of this width.
    static func headLength(width: Double) -> Double { 3.5 + 2.2 * width }

    var commands: [Drawing.Command] {
        guard hasHead, points.count > 1, let tip = points.last else { return [.stroke(Path(points), stroke)] }
        let length = Self.headLength(width: stroke.width)
        // The direction is taken over the head's length, so that a short last piece doesn't turn the head.
        let base = points.last { ($0 - tip).length >= length } ?? points[0]
        let way = tip - base
        guard way.length > 1e-9 else { return [.stroke(Path(points), stroke)] }
        let forward = way / way.length
        let side = forward.perpendicular * (0.36 * length)
        let back = tip - forward * length
        var line = points
        while line.count > 1, let last = line.last, (last - tip).length < 0.8 * length { line.removeLast() }
        line.append(tip - forward * (0.75 * length))
        var solid = stroke
        solid.cap = .butt
        let head = Path([tip, back + side, tip - forward * (0.78 * length), back - side], closed: true)
        return [.stroke(Path(line), solid), .fill(head, stroke.paint)]
    }
}
