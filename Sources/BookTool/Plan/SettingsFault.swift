/// Something wrong in a book's settings, and where it stands.
struct SettingsFault: Error, Equatable {
    let reason: Reason
    /// Counted from 1.
    let line: Int
    let column: Int
    /// The line itself.
    let text: String

    enum Reason: Equatable {
        case noYAML(String)
        case noMapping(known: [String])
        case unknown(String, known: [String])
        case wrong(String, wanted: String)
        /// A setting that is well written and can't be met here.
        case unmet(String, why: String)
    }
}
