/// The commands of one marker.
struct MarkerShape {
    let marker: Marker
    let centre: XY
    /// The diameter in points.
    let size: Double
    let paint: Paint

    var commands: [Drawing.Command] {
        let r = size / 2
        let paper = Paint.role(.paper)
        let outline = StrokeStyle(paint: paint, width: max(0.8, size / 5))
        func polygon(_ offsets: [XY]) -> Path { Path(offsets.map { centre + r * $0 }, closed: true) }
        let square = [XY(-0.88, -0.88), XY(0.88, -0.88), XY(0.88, 0.88), XY(-0.88, 0.88)]
        switch marker {
        case .none: return []
        case .dot: return [.fill(Path(circle: centre, radius: r), paint)]
        case .openDot:
            let circle = Path(circle: centre, radius: r - outline.width / 2)
            return [.fill(circle, paper), .stroke(circle, outline)]
        case .square: return [.fill(polygon(square), paint)]
        case .openSquare:
            let path = polygon(square.map { 0.85 * $0 })
            return [.fill(path, paper), .stroke(path, outline)]
        case .triangle: return [.fill(polygon([XY(0, -1.1), XY(1, 0.75), XY(-1, 0.75)]), paint)]
        case .diamond: return [.fill(polygon([XY(0, -1.15), XY(1.15, 0), XY(0, 1.15), XY(-1.15, 0)]), paint)]
        case .cross, .plus:
            var path = Path()
            for arm in marker == .plus ? [XY(1, 0), XY(0, 1)] : [XY(0.8, 0.8), XY(0.8, -0.8)] {
                path.move(to: centre - r * arm)
                path.line(to: centre + r * arm)
            }
            return [.stroke(path, outline)]
        }
    }
}
