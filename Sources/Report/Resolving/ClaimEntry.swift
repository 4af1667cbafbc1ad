import Notebook

/// A claim with all that a reader is shown of it.
public struct ClaimEntry: Sendable {
    public let claim: Claim
    public let section: NumberedSection
    /// The verdict recorded for this profile: another one fails a build of the book as written.
    public let recorded: Verdict
    /// What the chapter predicts, from the book's ledger.
    let prediction: ClaimPrediction?
    /// The wrong formulas and wrong results that the claim was put to the test with.
    let mutants: MutationScore.Tally?
    public let statement: [Inline<Resolved>]
    public let method: [Inline<Resolved>]
    /// The same claim in kept results.
    let kept: KeptClaim?
    private let own: Run

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
    init(_ claim: Claim, in record: SectionRecord, kept: SectionRecord? = nil, ledger: ClaimLedger = ClaimLedger()) {
        self.claim = claim
        section = record.section
        recorded = claim.expected.verdict(in: record.profile)
        prediction = ledger.predictions[claim.id]
        mutants = ledger.mutants[claim.id]
        own = Run(claim, in: record)
        let place = Place(file: "claim \(claim.id)")
        statement = InlineText.read(claim.statement, at: place)
        method = InlineText.read(claim.method, at: place)
        self.kept = kept.flatMap { record in
            record.page.claims.first { $0.id == claim.id }.map { KeptClaim(claim: $0, record: record) }
        }
    }

    public var id: String { claim.id }
    /// What each run says of the claim: this build's, and the kept one on other data.
    var runs: [Run] { [own] + (kept.map { [Run($0.claim, in: $0.record)] } ?? []) }
    /// The worst that a run says, so that nothing counts as holding that fails on other data.
    public var verdict: Verdict { Verdict.worst(of: runs.map(\.verdict)) }
    /// Whether the runs disagree.
    var isDivided: Bool { Set(runs.map(\.verdict)).count > 1 }
    /// Whether this build's experiment said something else than what is recorded.
    var isSurprise: Bool { claim.verdict != recorded }
    /// Whether a run says something else than the chapter predicts.
    var differsFromPrediction: Bool { prediction.map { $0.verdict != verdict } ?? false }
    /// Where the claim is first mentioned on `page`.
    func place(on page: String) -> Anchor { Anchor(page: page, id: "at-\(claim.id)") }
    /// The claim on the page of evidence.
    var anchor: Anchor { Anchor(page: "evidence", id: "claim-\(claim.id)") }
}

extension ClaimEntry {
    /// What one run says of a claim.
    struct Run: Sendable {
        /// What a reader calls the data: "MNIST"; nil for a section that reads none.
        let data: String?
        let profile: Profile
        let decisive: Check
        let verdict: Verdict

        init(_ claim: Claim, in record: SectionRecord) {
            data = record.dataName
            profile = record.profile
            decisive = claim.decisive
            verdict = claim.verdict
        }

        /// "MNIST", or the profile where no data are read.
        var name: String { data ?? "profile \(profile.rawValue)" }
    }
}
