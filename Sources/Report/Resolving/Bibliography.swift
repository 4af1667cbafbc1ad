import Foundation

/// The sources of the book, with the author–year text by which each is cited.
struct Bibliography: Sendable {
    let references: [String: Reference]
    private let years: [String: String]

    /// - Parameter cited: the sources that some template cites; letters tell these alone apart. nil for all.
    init(_ references: [String: Reference], cited: Set<String>? = nil) {
        self.references = references
        var alike: [String: [Reference]] = [:]
        for reference in references.values where cited?.contains(reference.id) ?? true {
            alike["\(Self.names(reference)) \(reference.year)", default: []].append(reference)
        }
        var years: [String: String] = [:]
        for sources in alike.values {
            let ordered = sources.sorted { ($0.title.sortKey, $0.id) < ($1.title.sortKey, $1.id) }
            for (index, source) in ordered.enumerated() {
                let year = source.year.isEmpty ? "n.d." : source.year
                years[source.id] = year + (ordered.count > 1 ? Self.letters(index, after: year) : "")
            }
        }
        self.years = years
    }

    /// "a", "b", …, "z", "aa", …, with a hyphen after a word.
    private static func letters(_ index: Int, after year: String) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + index % 26)))
        return (year.last?.isNumber == true ? "" : "-") + (index >= 26 ? letters(index / 26 - 1, after: "0") : "")
            + letter
    }

    /// The entry of the source `id`, if there is one.
    func entry(_ id: String) -> CitationEntry? {
        references[id].map {
            CitationEntry(
                reference: $0, authors: Self.names($0), year: years[id] ?? ($0.year.isEmpty ? "n.d." : $0.year))
        }
    }

    /// The entry that `query` asks for, with what stands before and after it.
    func entry(_ query: CitationQuery) -> CitationEntry? {
        entry(query.key.text).map { entry in
            var entry = entry
            entry.prefix = query.prefix
            entry.locator = query.locator
            entry.isYearAlone = query.isYearAlone
            return entry
        }
    }

    /// "Breiman", "Krogh and Hertz", "Srivastava et al."; the title where nobody signs.
    private static func names(_ reference: Reference) -> String {
        let people = reference.authors.isEmpty ? reference.editors : reference.authors
        switch people.count {
        case 0: return RichTitle.read(reference.title, at: reference.place).plainText
        case 1: return people[0].family
        case 2: return "\(people[0].family) and \(people[1].family)"
        default: return "\(people[0].family) et al."
        }
    }
}

extension [CitationEntry] {
    /// In the order of a list of sources: by names and years, whatever their case and accents.
    var inOrder: [CitationEntry] {
        sorted {
            ($0.authors.sortKey, $0.year, $0.reference.title.sortKey, $0.reference.id)
                < ($1.authors.sortKey, $1.year, $1.reference.title.sortKey, $1.reference.id)
        }
    }
}

extension String {
    /// The text by which it is sorted.
    var sortKey: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .replacing("ø", with: "o").replacing("æ", with: "ae").replacing("ł", with: "l").replacing("đ", with: "d")
    }
}
