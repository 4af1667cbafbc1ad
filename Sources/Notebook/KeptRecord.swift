/// The record of a run that takes too long for every build: kept in the book's folder, beside its prose.
public struct KeptRecord: Sendable {
    /// Profile, seed, data and command are those of that run; the page is made by the section as it is now.
    public let record: SectionRecord
    /// The version of the book that ran, as its version control names it.
    public let commit: String

    public init(record: SectionRecord, commit: String) {
        self.record = record
        self.commit = commit
    }
}
