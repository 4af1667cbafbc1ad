import Notebook

/// Which of a chapter's numbered things the book shows and tests.
struct Coverage {
    /// An equation, algorithm or figure of the chapter.
    struct Item {
        /// "Equation 7.6".
        let name: String
        /// Where it stands in the book; nil where it does not.
        let anchor: Anchor?
        /// The claims about it.
        let claims: [ClaimEntry]

        var isCovered: Bool { anchor != nil || !claims.isEmpty }
    }

    /// Things of one kind.
    struct Group {
        /// "Equations".
        let name: String
        let items: [Item]

        var covered: Int { items.count(where: \.isCovered) }
    }

    let groups: [Group]

    init(of manuscript: Manuscript, book: Book) {
        var anchors: [String: Anchor] = [:]
        var claims: [String: [ClaimEntry]] = [:]
        for page in manuscript.pages {
            for landmark in page.facts.landmarks {
                guard [.equation, .algorithm].contains(landmark.noun),
                    let target = manuscript.targets.target(landmark.name, from: page.slug)
                else { continue }
                let number = manuscript.targets.number(landmark.name, on: page.slug) ?? ""
                let name = "\(landmark.noun.rawValue.capitalized) \(number)"
                anchors[name] = target.anchor
                claims[name, default: []] += landmark.claims.compactMap(manuscript.claim)
            }
        }
        for entry in manuscript.claims {
            for name in Self.names(in: entry.claim.equation ?? "") { claims[name, default: []].append(entry) }
        }
        func group(_ kind: String, _ count: (Chapter) -> Int) -> Group {
            Group(
                name: "\(kind)s",
                items: book.chapters.flatMap { chapter in
                    (0..<count(chapter)).map { index in
                        let name = "\(kind) \(chapter.number).\(index + 1)"
                        return Item(name: name, anchor: anchors[name], claims: (claims[name] ?? []).withoutRepeats)
                    }
                })
        }
        groups = [
            group("Equation", \.numbering.equations), group("Algorithm", \.numbering.algorithms),
            group("Figure", \.numbering.figures),
        ].filter { !$0.items.isEmpty }
    }

    /// The things that a claim names: "7.23, 7.24", "7.18–7.21", "Figure 7.1".
    static func names(in text: String) -> [String] {
        text.split(separator: ",").flatMap { part -> [String] in
            let words = part.split(separator: " ").map(String.init)
            guard let last = words.last, words.count <= 2 else { return [] }
            let kind = words.count == 2 ? words[0] : "Equation"
            guard ["Equation", "Algorithm", "Figure"].contains(kind) else { return [] }
            let ends = last.split(separator: "–").map { $0.split(separator: ".").compactMap { Int($0) } }
            guard let first = ends.first, first.count == 2, let end = ends.last, end.count == 2, end[0] == first[0],
                first[1] <= end[1], end[1] - first[1] < 100
            else { return [] }
            return (first[1]...end[1]).map { "\(kind) \(first[0]).\($0)" }
        }
    }
}

extension [ClaimEntry] {
    /// Each claim once, where it comes first.
    fileprivate var withoutRepeats: [ClaimEntry] {
        var seen: Set<String> = []
        return filter { seen.insert($0.id).inserted }
    }
}
