import Plots

/// A figure of one panel in a box, read back: where the plot area lies and which values its places stand for.
struct PanelPicture {
    let plot: Rect
    let commands: [Drawing.Command]
    let drawing: Drawing

    struct NoBox: Error {}

    init(
        x: Axis = Axis(), y: Axis = Axis(), width: Double = 300, height: Double = 200,
        legend: Panel.LegendPlace = .none, marks: [any Mark]
    ) throws {
        let figure = Figure(width: width, height: height) {
            Panel(x: x, y: y, frame: .box, legend: legend) { marks }
        }
        try self.init(figure.drawing(measuring: FixedWidthMeasure()))
    }

    init(_ drawing: Drawing) throws {
        self.drawing = drawing
        commands = drawing.commands
        let boxes = drawing.commands.compactMap { command -> Rect? in
            guard case .stroke(let path, let style) = command, style.paint == .role(.muted), style.width == 0.6,
                path.elements.count == 5, path.elements.last == .close
            else { return nil }
            let points = path.points
            return Rect(
                x: points[0].x, y: points[0].y, width: points[2].x - points[0].x, height: points[2].y - points[0].y)
        }
        guard let box = boxes.first else { throw NoBox() }
        plot = box
    }

    /// The paths of marks: filled and stroked ones.
    var fills: [(path: Path, paint: Paint)] {
        commands.compactMap { if case .fill(let path, let paint) = $0 { (path, paint) } else { nil } }
    }

    /// Everything stroked but the axes.
    var strokes: [(path: Path, style: StrokeStyle)] {
        commands.compactMap { command in
            guard case .stroke(let path, let style) = command, style.paint != .role(.muted) else { return nil }
            return (path, style)
        }
    }

    var texts: [TextRun] { commands.compactMap { if case .text(let run) = $0 { run } else { nil } } }

    /// How far a point lies outside of the plot area.
    func excess(_ point: XY) -> Double {
        guard point.x.isFinite, point.y.isFinite else { return .infinity }
        return max(
            plot.left - point.x, point.x - plot.right, plot.top - point.y, point.y - plot.bottom, 0)
    }

    /// The value at a place, on a linear axis.
    func value(x place: Double, in domain: ClosedRange<Double>) -> Double {
        domain.lowerBound + (place - plot.left) / plot.width * (domain.upperBound - domain.lowerBound)
    }

    func value(y place: Double, in domain: ClosedRange<Double>) -> Double {
        domain.lowerBound + (plot.bottom - place) / plot.height * (domain.upperBound - domain.lowerBound)
    }

    /// The colour that the last fill or image painted at a place; nil where nothing did.
    func colour(at place: XY) -> RGB? {
        var found: RGB?
        for command in commands {
            switch command {
            case .fill(let path, let paint):
                guard case .fixed(let colour) = paint.source else { continue }
                let points = path.points
                let (xs, ys) = (points.map(\.x), points.map(\.y))
                if let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
                    place.x >= left, place.x <= right, place.y >= top, place.y <= bottom
                {
                    found = colour
                }
            case .image(let image, let rect):
                let column = Int(((place.x - rect.left) / rect.width * Double(image.columns)).rounded(.down))
                let row = Int(((place.y - rect.top) / rect.height * Double(image.rows)).rounded(.down))
                guard (0..<image.columns).contains(column), (0..<image.rows).contains(row) else { continue }
                let pixel = image.pixels[row * image.columns + column]
                if pixel.w > 0 { found = RGB(pixel.x, pixel.y, pixel.z) }
            default: continue
            }
        }
        return found
    }
}
