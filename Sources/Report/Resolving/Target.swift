/// What a cross reference can lead to.
struct Target: Hashable, Sendable {
    let anchor: Anchor
    /// What stands in the text: "Equation 7.6", "Figure 7.2.1".
    let text: String
    /// What a preview shows: a section's title, a caption's words.
    let title: String
    /// Whether it stands in a section that this report does not show.
    let isAbsent: Bool
}
