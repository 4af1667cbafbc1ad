/// Colours for numbers: even steps of the number are even steps to the eye (in OKLab).
public enum ColourMap: Hashable, Sendable, CaseIterable {
    /// White to black.
    case greys
    /// Near white through blue to near black.
    case blues
    /// Dark violet through green to yellow: dark is low.
    case meadow
    /// Blue through near white to vermilion; for numbers with a middle.
    case diverging

    /// The colour at a share between 0 and 1; outside as at the nearer end.
    public func colour(at share: Double) -> RGB {
        let stops = stops.map(OKLab.init)
        guard share.isFinite else { return RGB(grey: 255) }
        let place = max(0, min(1, share)) * Double(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        return stops[index].mixed(with: stops[index + 1], place - Double(index)).rgb
    }

    /// 256 colours along the map.
    var table: [RGB] { (0..<256).map { colour(at: Double($0) / 255) } }

    /// Colours whose lightness changes evenly from one to the next.
    private var stops: [RGB] {
        switch self {
        case .greys: [RGB(0xFFFFFF), RGB(0x000000)]
        case .blues:
            [
                OKLab(lightness: 0.98, a: -0.005, b: -0.01).rgb, OKLab(lightness: 0.76, a: -0.05, b: -0.09).rgb,
                OKLab(lightness: 0.54, a: -0.04, b: -0.13).rgb, OKLab(lightness: 0.32, a: -0.01, b: -0.10).rgb,
            ]
        case .meadow:
            [
                OKLab(lightness: 0.25, a: 0.05, b: -0.10).rgb, OKLab(lightness: 0.42, a: -0.02, b: -0.09).rgb,
                OKLab(lightness: 0.59, a: -0.09, b: 0.01).rgb, OKLab(lightness: 0.76, a: -0.11, b: 0.11).rgb,
                OKLab(lightness: 0.93, a: -0.03, b: 0.17).rgb,
            ]
        case .diverging:
            [
                OKLab(lightness: 0.45, a: -0.03, b: -0.14).rgb, OKLab(lightness: 0.71, a: -0.03, b: -0.07).rgb,
                OKLab(lightness: 0.97, a: 0, b: 0).rgb, OKLab(lightness: 0.71, a: 0.09, b: 0.07).rgb,
                OKLab(lightness: 0.45, a: 0.12, b: 0.09).rgb,
            ]
        }
    }
}
