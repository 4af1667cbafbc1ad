import Notebook

/// A source that the book cites, by the names under which text and list show it.
struct CitationEntry: Sendable {
    let reference: Reference
    /// What stands in the text: "Breiman", "Srivastava et al.".
    let authors: String
    /// The year, with a letter where two sources would look alike: "1996a".
    let year: String
    let language: Language
    /// How the book's style lists it; nil where the book names none.
    let styled: StyledCitations.Listing?

    /// As the list of sources shows it.
    var listing: [ReferenceText.Piece] { styled.map { [.text($0.text)] } ?? ReferenceText.pieces(of: self) }
}
