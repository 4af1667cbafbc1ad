import Notebook

/// A claim with all that a reader is shown of it.
struct ClaimEntry: Sendable {
    let claim: Claim
    let section: NumberedSection
    /// The verdict that the prose was written for in the profile that ran.
    let expected: Verdict
    let statement: [Inline<Resolved>]
    let method: [Inline<Resolved>]
    /// The same claim in kept results.
    let kept: KeptClaim?

    /// What a kept run says of a claim.
    struct KeptClaim: Sendable {
        let claim: Claim
        let record: SectionRecord

        /// "Full run, MNIST".
        var source: String {
            "\(record.profile.rawValue.capitalized) run" + (record.dataName.map { ", \($0)" } ?? "")
        }
    }

    /// - Parameter kept: the kept results of the same section.
    init(_ claim: Claim, in record: SectionRecord, kept: SectionRecord? = nil) {
        self.claim = claim
        section = record.section
        expected = claim.expected.verdict(in: record.profile)
        let place = Place(file: "claim \(claim.id)")
        statement = InlineText.read(claim.statement, at: place)
        method = InlineText.read(claim.method, at: place)
        self.kept = kept.flatMap { record in
            record.page.claims.first { $0.id == claim.id }.map { KeptClaim(claim: $0, record: record) }
        }
    }

    var id: String { claim.id }
    var verdict: Verdict { claim.verdict }
    /// Whether the experiment said something else than the prose.
    var isSurprise: Bool { verdict != expected }
    /// Where the claim is first mentioned on `page`.
    func place(on page: String) -> Anchor { Anchor(page: page, id: "at-\(claim.id)") }
    /// The claim on the page of evidence.
    var anchor: Anchor { Anchor(page: "evidence", id: "claim-\(claim.id)") }
}
