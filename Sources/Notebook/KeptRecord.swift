/// The record of a run that takes too long for every build: kept in the book's folder, beside its prose.
public struct KeptRecord: Sendable {
    /// Profile, seed, data and command are those of that run; the page is made by the section as it is now.
    public let record: SectionRecord
    /// The versions of the book that ran, as its version control names them, each once.
    public let commits: [String]

    /// - Parameter commits: of the studies, in their order.
    public init(record: SectionRecord, commits: [String]) {
        self.record = record
        self.commits = commits.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
