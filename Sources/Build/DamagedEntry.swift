/// An entry whose bytes are not those that were written.
public struct DamagedEntry: Sendable, Equatable {
    /// nil for a note.
    public let kind: EntryKind?
    public let path: String

    public init(kind: EntryKind?, path: String) {
        self.kind = kind
        self.path = path
    }
}
