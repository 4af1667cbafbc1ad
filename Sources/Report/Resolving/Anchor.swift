/// A place in the report that a link can lead to.
struct Anchor: Hashable, Sendable {
    /// The page's file name without its ending: a section's slug, "evidence".
    let page: String
    /// The element on it; empty for the page itself.
    let id: String
}

/// An equation's label, number and place in the report.
struct EquationLabel: Hashable, Sendable {
    /// As in the template: "eq-7-6".
    let id: String
    /// "7.6".
    let number: String
}

/// An algorithm's label and number.
struct AlgorithmLabel: Hashable, Sendable {
    let id: String
    let number: String
}
