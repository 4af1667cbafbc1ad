import Notebook

/// What is wrong in the text that the book reviews, shown by experiment.
struct ErrataPage {
    /// What a reader calls the text.
    let text: String
    let manuscript: Manuscript
    let sections: [NumberedSection]

    static func title(_ text: String) -> String { "Errata of \(text)" }

    var page: ResolvedPage {
        let errata = manuscript.claims.filter { $0.verdict == .erratum }
        let introduction =
            errata.isEmpty
            ? "No experiment found a statement of \(text) to be wrong."
            : "Statements that are wrong as printed. For each, both versions were measured: the printed one misses, the "
                + "corrected one does not."
        return ResolvedPage(
            slug: "errata", title: Self.title(text), kicker: "Shown by experiment",
            blocks: [.paragraph([.text(introduction)])] + manuscript.cards(errata, in: sections))
    }
}
