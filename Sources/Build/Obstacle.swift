/// Something that was in a build's way and did not stop it.
public enum Obstacle: Sendable, Equatable {
    /// What an earlier build left at `path` can't be removed; `code` is the errno.
    case stays(path: String, code: Int32)
    /// What lay at `path`, where the store has a folder, was none and was removed: a link, say.
    case replaced(path: String)
    /// The report that stood before can't be kept for a comparison; `code` is the errno.
    case notKept(path: String, code: Int32)
}
