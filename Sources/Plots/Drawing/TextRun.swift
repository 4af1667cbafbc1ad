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
}
