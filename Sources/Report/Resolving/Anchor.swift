/// A place in the report that a link can lead to.
public struct Anchor: Hashable, Sendable {
    /// The page's file name without its ending: a section's slug, "evidence".
    public let page: String
    /// The element on it; empty for the page itself.
    public let id: String
}

/// An equation's label, number and place in the report.
public struct EquationLabel: Hashable, Sendable {
    /// As in the template: "eq-7-6".
    public let id: String
    /// "7.6".
    public let number: String
}

/// An algorithm's label and number.
public struct AlgorithmLabel: Hashable, Sendable {
    public let id: String
    public let number: String
    /// "Algorithm 7.1".
    public let text: String
}
