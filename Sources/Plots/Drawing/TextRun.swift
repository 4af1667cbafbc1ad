import Foundation

/// Letters of one face and size on one baseline.
public struct TextRun: Hashable, Sendable {
    public var string: String
    public var face: FontFace
    /// In points.
    public var size: Double
    /// The left end of the baseline.
    public var origin: XY
    /// Counterclockwise about the origin, in degrees.
    public var rotation: Double
    public var paint: Paint

    public init(
        _ string: String, face: FontFace, size: Double, at origin: XY, rotation: Double = 0, paint: Paint = .role(.ink)
    ) {
        self.string = string
        self.face = face
        self.size = size
        self.origin = origin
        self.rotation = rotation
        self.paint = paint
    }

    /// The smallest upright rectangle around the letters, as far as the pen advances and the ink reaches.
    func bounds(_ measure: any TextMeasure) throws -> Rect {
        let extent = try measure.extent(of: string, face: face, size: size)
        let angle = rotation * .pi / 180
        let along = XY(cos(angle), -sin(angle))
        let down = along.perpendicular
        let corners: [XY] = [0, extent.width].flatMap { (x: Double) -> [XY] in
            let start = origin + x * along
            return [start - extent.ascent * down, start + extent.descent * down]
        }
        let (xs, ys) = (corners.map(\.x).sorted(), corners.map(\.y).sorted())
        return Rect(left: xs[0], top: ys[0], right: xs[3], bottom: ys[3])
    }
}
