/// All that is known of a claim, as a block of a page.
public struct ClaimCard: Sendable {
    public let entry: ClaimEntry
    /// Where the book states it; nil on that very page.
    public let place: Anchor?

    init(_ entry: ClaimEntry, statedAt place: Anchor? = nil) {
        self.entry = entry
        self.place = place
    }
}
