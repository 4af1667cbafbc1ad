import Networks

/// A way of making new images out of old ones.
public enum Scheme: String, Codable, Sendable, CaseIterable {
    case none, translation, rotation, scaling, elastic, noise, combined

    // snippet.augmentation-schemes
    /// The scheme for images `side` pixels wide; lengths are given for images of 28 pixels.
    func augmentation(side: Int) -> Augmentation {
        let pixel = Double(side) / 28
        let bend = Augmentation.Elastic(smoothness: 4 * pixel, strength: 34 * pixel * pixel)
        return switch self {
        case .none: Augmentation()
        case .translation: Augmentation(translation: 2 * pixel)
        case .rotation: Augmentation(rotation: 15)
        case .scaling: Augmentation(scaling: 0.15)
        case .elastic: Augmentation(elastic: bend)
        case .noise: Augmentation(noise: 0.2)
        case .combined: Augmentation(translation: 2 * pixel, rotation: 15, scaling: 0.15, elastic: bend)
        }
    }
    // snippet.end
}
