import Notebook

/// What is wrong in the text that the book reviews, shown by experiment.
struct ErrataPage {
    /// What a reader calls the text.
    let text: String
    let manuscript: Manuscript
    let sections: [NumberedSection]
    let ledger: Ledger

    static func title(_ text: String) -> String { "Errata of \(text)" }

    var page: ResolvedPage {
        let errata = manuscript.claims.filter { $0.verdict == .erratum }
        let introduction =
            errata.isEmpty
            ? "No experiment found a statement of \(text) to be wrong."
            : "Statements that are wrong as printed. For each, both versions were measured: the printed one misses, the "
                + "corrected one does not."
        let shown = [.paragraph([.text(introduction)])] + kinds(of: errata) + manuscript.cards(errata, in: sections)
        let own = manuscript.errata.map { manuscript.resolved($0, ledger).prose }
        return ResolvedPage(
            slug: "errata", title: Self.title(text), kicker: "Shown by experiment",
            prose: (own ?? Prose(blocks: [], places: [], notes: [])).adding(before: shown, after: []))
    }

    /// Which errata are of which kind, where the ledger says so.
    private func kinds(of errata: [ClaimEntry]) -> [Block<Resolved>] {
        ClaimPrediction.Slip.allCases.reversed().compactMap { slip in
            let own = errata.filter { $0.prediction?.slip == slip }
            guard !own.isEmpty else { return nil }
            let names = own.map { [Inline<Resolved>.leaf(.mark($0))] }.joined(separator: [.text(", ")])
            return .paragraph([.strong([.text("\(slip.heading) (\(own.count)): ")])] + names)
        }
    }
}

extension ClaimPrediction.Slip {
    fileprivate var heading: String {
        switch self {
        case .typo: "Typographical errors"
        case .gap: "A condition is missing"
        case .wrong: "Wrong as stated"
        }
    }
}
