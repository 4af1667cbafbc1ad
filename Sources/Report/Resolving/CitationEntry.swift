/// One source of a citation, with what the text says of it.
struct CitationEntry: Hashable, Sendable {
    let reference: Reference
    /// What stands in the text: "Breiman", "Srivastava et al.".
    let authors: String
    /// The year, with a letter where two sources would look alike: "1996a".
    let year: String
    /// What follows: ", p. 3".
    let locator: String

    var plain: String { "\(authors), \(year)\(locator)" }
}

/// A source as the reference file gives it, by the names of CSL.
struct Reference: Hashable, Sendable {
    let id: String
    let kind: String
    let authors: [Author]
    let editors: [Author]
    let title: String
    /// The journal, the proceedings or the book it is in.
    let container: String
    let year: String
    let volume: String
    let issue: String
    let pages: String
    let publisher: String
    let address: String
    /// Where the reference file gives it.
    let place: Place

    /// A person, or an institution by `family` alone.
    struct Author: Hashable, Sendable {
        let family: String
        let given: String
    }
}
