/// What an entry of the store is; each kind has its own folder.
public enum EntryKind: String, Sendable, CaseIterable, Codable {
    /// The results of a study.
    case results
    /// The output of one item of a `lab.map`.
    case items
    /// Anything made from records and prose: a drawn figure, a rendered formula.
    case products
}
