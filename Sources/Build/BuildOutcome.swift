import Notebook

/// What a build has to say at its end.
public struct BuildOutcome: Codable, Sendable, Equatable {
    /// The claims whose verdict is not the expected one.
    public let surprises: [Surprise]
    /// What is not as it should be, such as a value that no template shows; errors where a format could not be made.
    public let warnings: [Diagnostic]
    /// What the reader should know: formats left out, sections that do not stand in the report.
    public let notes: [String]

    /// A claim that did not come out as the prose was written for.
    public struct Surprise: Codable, Sendable, Equatable {
        public let section: String
        /// The study's path, such as "early-stopping/retraining".
        public let study: String
        public let claim: String
        public let verdict: Verdict
        public let expected: Verdict
        /// What was measured, and what it had to be.
        public let measured: String
        /// Where the claim stands: the module, the file and the line.
        public let place: String
        /// The profile of the kept run that came out so; nil for a run of this build.
        public let kept: Profile?
        /// Whether nothing was changed by the reader, so that this is the book's own failure.
        public let isAsWritten: Bool
    }

    /// - Parameter kept: the kept runs that the report shows.
    public init(records: [SectionRecord], kept: [SectionRecord] = [], warnings: [Diagnostic] = [], notes: [String]) {
        self.warnings = warnings
        surprises =
            records.flatMap { Self.surprises(in: $0) } + kept.flatMap { Self.surprises(in: $0, kept: $0.profile) }
        self.notes = notes
    }

    private static func surprises(in record: SectionRecord, kept: Profile? = nil) -> [Surprise] {
        record.studies.flatMap { study in
            study.surprises.map { claim in
                Surprise(
                    section: record.section.info.slug, study: study.study.path, claim: claim.id, verdict: claim.verdict,
                    expected: claim.expected.verdict(in: study.profile), measured: claim.decisive.summary,
                    place: claim.place, kept: kept, isAsWritten: record.isAsWritten)
            }
        }
    }

    /// Whether the build fails: the book as written is contradicted, a format could not be made, or there is any surprise or
    /// warning at all when `strict`.
    public func fails(strict: Bool) -> Bool {
        surprises.contains { strict || $0.isAsWritten } || warnings.contains { strict || $0.severity == .error }
    }
}
