import Notebook

/// What the draft gets wrong, shown by experiment.
struct ErrataPage {
    let manuscript: Manuscript
    let sections: [NumberedSection]

    var page: ResolvedPage {
        let errata = manuscript.claims.filter { $0.verdict == .erratum }
        let introduction =
            errata.isEmpty
            ? "No experiment found a statement of the draft to be wrong."
            : "Statements that are wrong as printed. For each, both versions were measured: the printed one misses, the "
                + "corrected one does not."
        return ResolvedPage(
            slug: "errata", title: "Errata of the draft", kicker: "Shown by experiment",
            blocks: [.paragraph([.text(introduction)])] + manuscript.cards(errata, in: sections))
    }
}
