/// What a mark stands for; it decides the colour, the dash and the marker, the same in every figure.
public enum Role: Hashable, Sendable {
    /// Contours of the loss: solid.
    case loss
    /// Contours of the penalty: dotted.
    case penalty
    /// The training set: solid.
    case training
    /// The validation set: dashed.
    case validation
    /// The test set: dash and dot.
    case test
    /// The optimum without regularization: a filled dot.
    case optimum
    /// The optimum with regularization: an open dot.
    case regularized
    /// The way of an optimizer: long dashes.
    case trajectory
    /// What generated the data.
    case truth
    /// Text and whatever is as dark as text.
    case ink
    /// Axes, leaders and what should step back.
    case muted
    /// The ground that a figure stands on.
    case paper
    /// One of eight colours for things without a role of their own; counted from zero, round after eight.
    case series(Int)

    /// The role's name in style sheets: `--plot-<name>`.
    public var name: String {
        switch self {
        case .series(let index): "series-\(Self.place(index))"
        default: "\(self)"
        }
    }

    /// Every role, one series colour after the other at the end.
    public static let all: [Role] =
        [
            .loss, .penalty, .training, .validation, .test, .optimum, .regularized, .trajectory, .truth, .ink, .muted,
            .paper,
        ] + (0..<8).map(Role.series)

    /// The place of a series among the eight.
    static func place(_ index: Int) -> Int { ((index % 8) + 8) % 8 }
}
