/// What a shape is painted with.
public struct Paint: Hashable, Sendable {
    /// Where the colour comes from.
    public enum Source: Hashable, Sendable {
        /// A role: its colour follows the theme, also after the file is written.
        case role(Role)
        /// The same colour in every theme.
        case fixed(RGB)
    }

    public var source: Source
    /// Between 0 (invisible) and 1.
    public var opacity: Double

    public init(_ source: Source, opacity: Double = 1) {
        self.source = source
        self.opacity = opacity
    }

    public static func role(_ role: Role, opacity: Double = 1) -> Paint { Paint(.role(role), opacity: opacity) }
    public static func fixed(_ colour: RGB, opacity: Double = 1) -> Paint { Paint(.fixed(colour), opacity: opacity) }

    /// The colour in a theme.
    public func colour(in theme: Theme) -> RGB {
        switch source {
        case .role(let role): theme.colour(of: role)
        case .fixed(let colour): colour
        }
    }
}
