/// How a mark looks; what is nil follows from the mark's role.
public struct MarkStyle: Hashable, Sendable {
    public var role: Role?
    /// A colour that is the same in every theme, instead of the role's.
    public var colour: RGB?
    /// The mark's name beside it or in the legend; TeX between dollar signs.
    public var label: String?
    /// In points.
    public var lineWidth: Double?
    public var dash: Dash?
    public var marker: Marker?
    /// The diameter of markers in points.
    public var markerSize: Double?
    public var opacity = 1.0

    public init() {}

    /// The paint of the mark, in `fallback`'s colour where it has no role.
    func paint(_ fallback: Role = .ink, opacity factor: Double = 1) -> Paint {
        Paint(colour.map(Paint.Source.fixed) ?? .role(role ?? fallback), opacity: opacity * factor)
    }

    /// The stroke of the mark's lines.
    func stroke(width: Double = 1.2, _ fallback: Role = .ink) -> StrokeStyle {
        StrokeStyle(
            paint: paint(fallback), width: lineWidth ?? width, dash: dash ?? (role ?? fallback).dash, cap: .round,
            join: .round)
    }
}
