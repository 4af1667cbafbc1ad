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
        public let claim: String
        public let verdict: Verdict
        public let expected: Verdict
        /// Whether nothing was changed by the reader, so that this is the book's own failure.
        public let isAsWritten: Bool
    }

    public init(records: [SectionRecord], warnings: [Diagnostic] = [], notes: [String]) {
        self.warnings = warnings
        surprises = records.flatMap { record in
            record.surprises.map { claim in
                Surprise(
                    section: record.section.info.slug, claim: claim.id, verdict: claim.verdict,
                    expected: claim.expected.verdict(in: record.profile), isAsWritten: record.isAsWritten)
            }
        }
        self.notes = notes
    }

    /// Whether the build fails: the book as written is contradicted, a format could not be made, or there is any surprise or
    /// warning at all when `strict`.
    public func fails(strict: Bool) -> Bool {
        surprises.contains { strict || $0.isAsWritten } || warnings.contains { strict || $0.severity == .error }
    }
}
