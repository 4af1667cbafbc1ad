/// What is wrong with the names on a page.
public enum PageError: Error, Equatable {
    /// Two things of a kind bear one name.
    case duplicate(PageNoun, name: String, first: SourceLine, second: SourceLine)
}

/// The kinds of things on a page.
public enum PageNoun: String, Sendable {
    case figure, value, table, claim
}
