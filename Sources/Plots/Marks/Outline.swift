import Foundation

/// A closed curve: a ball of a norm, an ellipse, or any curve of one parameter.
public struct Outline: Mark {
    public var style = MarkStyle()
    let points: [XY]
    let name: String
    private var fillOpacity = 0.0

    private init(_ name: String, _ points: [XY]) {
        self.name = name
        self.points = points
        style.role = .penalty
    }

    /// The curve through the points of a function over a range of its parameter.
    public init(over range: ClosedRange<Double>, samples: Int = 200, _ function: (Double) -> (x: Double, y: Double)) {
        let step = (range.upperBound - range.lowerBound) / Double(max(3, samples))
        self.init(
            "a closed curve",
            (0..<max(3, samples)).map { index in
                let point = function(range.lowerBound + step * Double(index))
                return XY(point.x, point.y)
            })
    }

    /// The points whose absolute coordinates sum to `radius`: a diamond.
    public static func l1Ball(radius: Double, centre: (x: Double, y: Double) = (0, 0)) -> Outline {
        let c = XY(centre.x, centre.y)
        return Outline(
            "an L1 ball of radius \(NumberFormat.plain(radius))",
            [c + XY(radius, 0), c + XY(0, radius), c - XY(radius, 0), c - XY(0, radius)])
    }

    /// The points at Euclidean distance `radius`: a circle.
    public static func l2Ball(radius: Double, centre: (x: Double, y: Double) = (0, 0)) -> Outline {
        var outline = Outline(over: 0...(2 * .pi)) { (centre.x + radius * cos($0), centre.y + radius * sin($0)) }
        outline = Outline("an L2 ball of radius \(NumberFormat.plain(radius))", outline.points)
        return outline
    }

    /// The points where the larger absolute coordinate is `radius`: a square.
    public static func maxBall(radius: Double, centre: (x: Double, y: Double) = (0, 0)) -> Outline {
        let c = XY(centre.x, centre.y)
        let corners = [XY(radius, -radius), XY(radius, radius), XY(-radius, radius), XY(-radius, -radius)]
        return Outline("a maximum-norm ball of radius \(NumberFormat.plain(radius))", corners.map { c + $0 })
    }

    /// Tints the inside.
    public func filled(opacity: Double = 0.15) -> Outline {
        var copy = self
        copy.fillOpacity = opacity
        return copy
    }

    public var legendKey: LegendKey { .line(style.stroke(width: 0.9, .penalty)) }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        for point in points {
            extent.include(x: point.x)
            extent.include(y: point.y)
        }
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        let places = canvas.places(of: points)
        if fillOpacity > 0 {
            canvas.fillArea(
                points.map { canvas.cornerPlace($0.x, $0.y) }, style.paint(.penalty, opacity: fillOpacity))
        }
        let isWhole = places.allSatisfy { $0.isFinite && canvas.plot.contains($0) }
        let stroke = style.stroke(width: 0.9, .penalty)
        if isWhole {
            canvas.stroke(Path(places, closed: true), stroke)
            canvas.lines.append(places + places.prefix(1))
        } else {
            for piece in PolylineClipper(canvas.plot).pieces(of: places + places.prefix(1)) {
                canvas.stroke(Path(piece), stroke)
                canvas.lines.append(piece)
            }
        }
        if let label = style.label, let top = places.filter(\.isFinite).min(by: { $0.y < $1.y }) {
            canvas.label(label, beside: top, clearance: 2, paint: style.paint(.penalty))
        }
    }

    public var numbers: NumberTable {
        NumberTable(mark: "outline", columns: [.init("x", points.map(\.x)), .init("y", points.map(\.y))])
    }

    public func summary(x: Axis, y: Axis) -> String { name + (style.label.map { " “\(PlainText.of($0))”" } ?? "") }
}
