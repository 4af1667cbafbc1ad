/// One source of a citation, with what the text says of it.
public struct CitationEntry: Hashable, Sendable {
    let reference: Reference
    /// What stands in the text: "Breiman", "Srivastava et al.".
    let authors: String
    /// The year, with a letter where two sources would look alike: "1996a".
    let year: String
    /// What stands before: "see".
    var prefix = ""
    /// What follows: ", p. 3".
    var locator = ""
    /// Whether the text names the authors already.
    var isYearAlone = false

    /// What stands in the text for this source.
    public func text(_ form: CitationForm) -> String {
        switch form {
        case .narrative: "\(authors) (\(year)\(locator))"
        case .bracketed:
            (prefix.isEmpty ? "" : "\(prefix) ") + (isYearAlone ? "" : "\(authors), ") + "\(year)\(locator)"
        }
    }

    /// A citation in characters alone.
    static func plain(_ entries: [CitationEntry], _ form: CitationForm) -> String {
        let texts = entries.map { $0.text(form) }.joined(separator: "; ")
        return form == .bracketed ? "(\(texts))" : texts
    }
}
