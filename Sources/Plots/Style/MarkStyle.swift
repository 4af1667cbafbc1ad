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

    /// - Throws: `PlotError.badNumber` for widths, sizes and dashes that can't be drawn.
    func check() throws {
        for (what, value) in [("a line's width", lineWidth), ("a marker's size", markerSize)] {
            if let value, !(value >= 0 && value <= 1000) { throw PlotError.badNumber(what: what, value: value) }
        }
        guard (0...1).contains(opacity) else { throw PlotError.badNumber(what: "an opacity", value: opacity) }
        try dash?.check()
    }

    /// The paint of the mark, in `fallback`'s colour where it has no role.
    public func paint(_ fallback: Role = .ink, opacity factor: Double = 1) -> Paint {
        Paint(colour.map(Paint.Source.fixed) ?? .role(role ?? fallback), opacity: opacity * factor)
    }

    /// The stroke of the mark's lines.
    public func stroke(width: Double = 1.2, _ fallback: Role = .ink) -> StrokeStyle {
        StrokeStyle(
            paint: paint(fallback), width: lineWidth ?? width, dash: dash ?? (role ?? fallback).dash, cap: .round,
            join: .round)
    }
}
