/// One stroke of a round pen: straight and curved pieces joined end to end, in pixels with y downwards.
///
/// The pen's width may change evenly from the start of the stroke to its end.
public struct PenStroke: Sendable, Hashable {
    /// A piece of a stroke; it starts where the one before ended.
    public enum Piece: Sendable, Hashable {
        case line(to: XY)
        case quadratic(control: XY, to: XY)
        case cubic(XY, XY, to: XY)
    }

    public var start: XY
    public var pieces: [Piece]
    /// The pen's diameter at the start, in pixels.
    public var width: Double
    /// The pen's diameter at the end, in pixels.
    public var endWidth: Double

    public init(from start: XY, _ pieces: [Piece], width: Double, endWidth: Double? = nil) {
        self.start = start
        self.pieces = pieces
        self.width = width
        self.endWidth = endWidth ?? width
    }

    /// A stroke through `points` in straight lines; a single point is a dot.
    ///
    /// - Precondition: there is at least one point.
    public init(polyline points: [XY], width: Double, endWidth: Double? = nil) {
        precondition(!points.isEmpty, "a stroke needs a point")
        self.init(from: points[0], points.dropFirst().map(Piece.line), width: width, endWidth: endWidth)
    }

    /// The stroke as points; a curve gets `pointsPerCurve` of them.
    func flattened(pointsPerCurve: Int = 12) -> [XY] {
        var points = [start]
        points.reserveCapacity(1 + pieces.count * pointsPerCurve)
        var last = start
        for piece in pieces {
            switch piece {
            case .line(let end):
                points.append(end)
                last = end
            case .quadratic(let control, let end):
                for step in 1...pointsPerCurve {
                    let t = Double(step) / Double(pointsPerCurve)
                    let s = 1 - t
                    points.append(s * s * last + 2 * s * t * control + t * t * end)
                }
                last = end
            case .cubic(let first, let second, let end):
                for step in 1...pointsPerCurve {
                    let t = Double(step) / Double(pointsPerCurve)
                    let s = 1 - t
                    let start = s * s * s * last + 3 * s * s * t * first
                    points.append(start + 3 * s * t * t * second + t * t * t * end)
                }
                last = end
            }
        }
        return points
    }
}
