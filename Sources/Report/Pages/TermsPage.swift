import Notebook

/// The index of terms: each with the sections that speak of it.
struct TermsPage {
    let manuscript: Manuscript

    /// nil for a book that marks no terms.
    var page: ResolvedPage? {
        var places: [String: [(section: NumberedSection, anchor: Anchor)]] = [:]
        for page in manuscript.pages {
            guard let section = page.section else { continue }
            for landmark in page.facts.landmarks where landmark.noun == .term {
                places[landmark.tex, default: []].append((section, Anchor(page: page.slug, id: landmark.name)))
            }
        }
        guard !places.isEmpty else { return nil }
        let terms = places.keys.sorted { ($0.sortKey, $0) < ($1.sortKey, $1) }
        let lines = terms.map { term -> [Inline<Resolved>] in
            let links = places[term, default: []].map { place -> [Inline<Resolved>] in
                [.leaf(.local(place.anchor, [.text(place.section.number)]))]
            }
            return [.text("\(term) ")] + links.joined(separator: [.text(", ")])
        }
        return ResolvedPage(
            slug: "terms", title: "Index", kicker: "Where terms are explained", blocks: [.leaf(.columns(lines))])
    }
}
