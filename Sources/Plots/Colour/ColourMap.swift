/// Colours for numbers: even steps of the number are even steps to the eye (in OKLab).
public struct ColourMap: Hashable, Sendable, CaseIterable {
    /// The colours that the others lie between, at even steps.
    public let stops: [RGB]
    /// Whether the middle colour stands for a number of its own, zero unless a scale says otherwise.
    public let isDiverging: Bool

    /// A map through colours at even steps.
    ///
    /// - Parameters:
    ///   - stops: from the colour of the lowest number to that of the highest; without one the map is grey.
    ///   - diverging: whether the middle colour stands for a number of its own, from which both sides go equally far.
    public init(_ stops: [RGB], diverging: Bool = false) {
        self.stops = stops.isEmpty ? [RGB(grey: 128)] : stops
        isDiverging = diverging
    }

    /// White to black.
    public static let greys = ColourMap([RGB(0xFFFFFF), RGB(0x000000)])

    /// Near white through blue to near black.
    public static let blues = ColourMap([
        OKLab(lightness: 0.98, a: -0.005, b: -0.01).rgb, OKLab(lightness: 0.76, a: -0.05, b: -0.09).rgb,
        OKLab(lightness: 0.54, a: -0.04, b: -0.13).rgb, OKLab(lightness: 0.32, a: -0.01, b: -0.10).rgb,
    ])

    /// Dark violet through green to yellow: dark is low.
    public static let meadow = ColourMap([
        OKLab(lightness: 0.25, a: 0.05, b: -0.10).rgb, OKLab(lightness: 0.42, a: -0.02, b: -0.09).rgb,
        OKLab(lightness: 0.59, a: -0.09, b: 0.01).rgb, OKLab(lightness: 0.76, a: -0.11, b: 0.11).rgb,
        OKLab(lightness: 0.93, a: -0.03, b: 0.17).rgb,
    ])

    /// Blue through near white to vermilion; for numbers with a middle.
    public static let diverging = ColourMap(
        [
            OKLab(lightness: 0.45, a: -0.03, b: -0.14).rgb, OKLab(lightness: 0.71, a: -0.03, b: -0.07).rgb,
            OKLab(lightness: 0.97, a: 0, b: 0).rgb, OKLab(lightness: 0.71, a: 0.09, b: 0.07).rgb,
            OKLab(lightness: 0.45, a: 0.12, b: 0.09).rgb,
        ], diverging: true)

    /// The maps that come with the module.
    public static let allCases = [greys, blues, meadow, diverging]

    /// The map from its last colour to its first.
    public var reversed: ColourMap { ColourMap(stops.reversed(), diverging: isDiverging) }

    /// The colour at a share between 0 and 1; outside as at the nearer end.
    public func colour(at share: Double) -> RGB {
        guard share.isFinite else { return RGB(grey: 255) }
        guard stops.count > 1 else { return stops[0] }
        let place = max(0, min(1, share)) * Double(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        return OKLab(stops[index]).mixed(with: OKLab(stops[index + 1]), place - Double(index)).rgb
    }

    /// 256 colours along the map.
    var table: [RGB] { (0..<256).map { colour(at: Double($0) / 255) } }
}
