/// Opens lines where a label stands in them.
struct LineGap {
    let rect: Rect

    /// The path without what lies in the rectangle; polylines that don't touch it stay as they are.
    func cut(_ path: Path) -> Path {
        var kept = Path()
        var line: [XY] = []
        func flush(closed: Bool) {
            kept.append(cut(line, closed: closed))
            line = []
        }
        for element in path.elements {
            switch element {
            case .move(let point):
                flush(closed: false)
                line = [point]
            case .line(let point), .curve(_, _, let point): line.append(point)
            case .close: flush(closed: true)
            }
        }
        flush(closed: false)
        return kept
    }

    private func cut(_ line: [XY], closed: Bool) -> Path {
        let points = closed ? line + line.prefix(1) : line
        let clipper = PolylineClipper(rect)
        var pieces: [[XY]] = []
        var isCut = false
        var piece = Array(points.prefix(1))
        for (start, end) in zip(points, points.dropFirst()) {
            guard let (from, to) = clipper.visible(start, end) else {
                piece.append(end)
                continue
            }
            isCut = true
            if from != start { piece.append(from) }
            if piece.count > 1 { pieces.append(piece) }
            piece = to == end ? [end] : [to, end]
        }
        guard isCut else { return Path(line, closed: closed) }
        if piece.count > 1 { pieces.append(piece) }
        return pieces.filter { $0.count > 2 || $0[0] != $0[1] }.reduce(into: Path()) { $0.append(Path($1)) }
    }
}
