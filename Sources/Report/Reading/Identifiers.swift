/// Names for the headings of a page, which no other element of it bears.
struct Identifiers {
    private var taken: Set<String> = []

    /// What pages name themselves.
    private static let reserved: Set<String> = [
        "main", "references", "contents", "coverage", "stability", "verdicts", "programs", "data", "toc", "notes",
        "search",
    ]
    /// How the names of other elements begin.
    private static let prefixes = [
        "fig-", "tbl-", "eq-", "alg-", "lst-", "thm-", "lem-", "cor-", "prp-", "def-", "exm-", "exr-", "ref-", "cite-",
        "card-", "at-", "note-", "claim-", "of-", "term-", "seeds-", "study-",
    ]

    /// Whether pages may give `name` to something else than a heading.
    static func isTaken(_ name: String) -> Bool {
        reserved.contains(name) || prefixes.contains(where: name.hasPrefix)
    }

    /// Keeps `label` from being made of the words of a heading.
    mutating func keep(_ label: String) { taken.insert(label) }

    /// The name of a heading that says `content`: its label, or its words in letters of any alphabet.
    mutating func next(for content: [Inline<Parsed>], label: String?) -> String {
        if let label {
            taken.insert(label)
            return label
        }
        let parts = Self.words(of: content).lowercased().split { !$0.isLetter && !$0.isNumber }
        var base = parts.isEmpty ? "part" : parts.joined(separator: "-")
        if Self.isTaken(base) { base = "part-\(base)" }
        var name = base
        var count = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(count)"
            count += 1
        }
        return name
    }

    /// The name of a place where the index leads to for `term`.
    mutating func next(forTerm term: String) -> String {
        let base = "term-" + term.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        var name = base
        var count = 2
        while !taken.insert(name).inserted {
            name = "\(base)-\(count)"
            count += 1
        }
        return name
    }

    static func words(of content: [Inline<Parsed>]) -> String {
        content.map { inline in
            switch inline {
            case .text(let text), .code(let text), .raised(let text), .lowered(let text): text
            case .math(let math): math.words
            case .softBreak, .lineBreak: " "
            default: words(of: inline.children)
            }
        }.joined()
    }
}
